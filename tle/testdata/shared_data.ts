import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { testNeeding } from "../../shared/testdata/test_needing.ts";

const folder = Deno.env.get("GROUNDTRACK_SHARED_DATA") ??
  fileURLToPath(new URL("../../../shared/data", import.meta.url));
const need = {
  what: `shared reference data at ${folder} (or GROUNDTRACK_SHARED_DATA)`,
  isThere: existsSync(folder),
};

/** Registers a test that needs the shared reference data. */
export function sharedDataTest(
  name: string,
  fn: () => void | Promise<void>,
): void {
  testNeeding(need, { name, fn });
}

/** Where a file of the shared reference data is. */
export function sharedDataPath(path: string): string {
  return `${folder}/${path}`;
}

/** Reads a file of the shared reference data as text; `.gz` is unpacked. */
export function readSharedData(path: string): string {
  const bytes = readFileSync(sharedDataPath(path));
  return (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
}
