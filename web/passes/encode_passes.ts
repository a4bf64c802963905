import { encodeList } from "../encode_list.ts";
import type { PassesJson, PassJson } from "./pass_json.ts";

/** Writes the answer of the passes routes as JSON, piece by piece. */
export function encodePasses(
  passes: readonly PassJson[],
  { request, observer, ...after }: Omit<PassesJson, "passes">,
): Generator<Uint8Array<ArrayBuffer>> {
  return encodeList("passes", passes, { before: { request, observer }, after });
}
