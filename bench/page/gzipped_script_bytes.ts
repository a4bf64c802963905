import { gzipSync } from "node:zlib";

const DIST = new URL("../../web/client/dist/", import.meta.url);

/** How large each of the page's scripts is, as it is sent. */
export async function gzippedScriptBytes() {
  const scripts: { name: string; bytes: number }[] = [];
  for await (const { name } of Deno.readDir(DIST)) {
    if (!name.endsWith(".js")) continue;
    const script = await Deno.readFile(new URL(name, DIST));
    scripts.push({ name, bytes: gzipSync(script).length });
  }
  return scripts.toSorted((a, b) => a.name.localeCompare(b.name));
}
