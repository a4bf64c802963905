/** Of a piece, before the item that makes it longer. */
const PIECE_CHARACTERS = 65_536;

const encoder = new TextEncoder();

/**
 * Writes a JSON object that holds a list, piece by piece.
 *
 * @param around What else it holds: before the list one thing or more, after it
 * too.
 */
export function* encodeList(
  name: string,
  items: readonly unknown[],
  around: { readonly before: object; readonly after: object },
): Generator<Uint8Array<ArrayBuffer>> {
  let text = `${JSON.stringify(around.before).slice(0, -1)},"${name}":[`;
  for (const [i, item] of items.entries()) {
    if (text.length > PIECE_CHARACTERS) {
      yield encoder.encode(text);
      text = "";
    }
    text += `${i > 0 ? "," : ""}${JSON.stringify(item)}`;
  }
  yield encoder.encode(`${text}],${JSON.stringify(around.after).slice(1)}`);
}
