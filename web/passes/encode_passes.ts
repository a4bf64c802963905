import type { PassesJson, PassJson } from "./pass_json.ts";

/** Of a piece, before the pass that makes it longer. */
const PIECE_CHARACTERS = 65_536;

const encoder = new TextEncoder();

/** Writes the answer of the passes routes as JSON, piece by piece. */
export function* encodePasses(
  passes: readonly PassJson[],
  { request, observer, ...rest }: Omit<PassesJson, "passes">,
): Generator<Uint8Array<ArrayBuffer>> {
  let text = `${JSON.stringify({ request, observer }).slice(0, -1)},"passes":[`;
  for (const [i, pass] of passes.entries()) {
    if (text.length > PIECE_CHARACTERS) {
      yield encoder.encode(text);
      text = "";
    }
    text += `${i > 0 ? "," : ""}${JSON.stringify(pass)}`;
  }
  yield encoder.encode(`${text}],${JSON.stringify(rest).slice(1)}`);
}
