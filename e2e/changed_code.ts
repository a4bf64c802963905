import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PROJECTION_VERSION } from "../shared/projection/schema.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const PARTS = ["projector", "web", "shared", "tle", "deno.json", "deno.lock"];

/** What the projection's tables are made of, before and after the change. */
const CHANGES = [
  [
    `PROJECTION_VERSION = ${PROJECTION_VERSION};`,
    `PROJECTION_VERSION = ${PROJECTION_VERSION + 1};`,
  ],
  [
    "positions_superseded INTEGER NOT NULL DEFAULT 0",
    "positions_superseded INTEGER NOT NULL DEFAULT 0, remark TEXT",
  ],
] as const;

/**
 * Copies the project's code into a folder and changes the projection there:
 * another column, and so another version.
 */
export async function copyChangedCode(folder: string): Promise<void> {
  await Deno.mkdir(folder);
  const { success } = await new Deno.Command("cp", {
    args: ["-r", ...PARTS.map((part) => join(ROOT, part)), folder],
  }).output();
  if (!success) throw new Error(`Cannot copy the code to ${folder}`);
  await Deno.symlink(
    join(ROOT, "node_modules"),
    join(folder, "node_modules"),
  );
  const path = join(folder, "shared/projection/schema.ts");
  let text = await Deno.readTextFile(path);
  for (const [before, after] of CHANGES) {
    if (!text.includes(before)) throw new Error(`${path} lacks: ${before}`);
    text = text.replace(before, after);
  }
  await Deno.writeTextFile(path, text);
}
