import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Where a service looks in its working directory, not beside its code. */
const OF_THE_FOLDER = [".env", "data", "secrets"];

/**
 * The permissions that `deno.json` grants a service, as flags for one that
 * runs in another folder: the code's own place is spelled out.
 */
export function permissionFlags(
  service: "producer" | "projector" | "dead-letters" | "elements",
): string[] {
  const text = Deno.readTextFileSync(`${ROOT}deno.json`);
  const { permissions } = JSON.parse(text.replaceAll(/^\s*\/\/.*$/gm, ""));
  const granted: Record<string, true | string[]> = permissions[service];
  return Object.entries(granted).map(([kind, items]) => {
    if (items === true) return `--allow-${kind}`;
    const isPath = ["read", "write", "ffi"].includes(kind);
    const given = isPath ? items.map(spellOut) : items;
    return `--allow-${kind}=${given.join(",")}`;
  });
}

function spellOut(path: string): string {
  const isElsewhere = path.startsWith("/") || OF_THE_FOLDER.includes(path);
  return isElsewhere ? path : ROOT + path;
}
