/** Characters that terminals give two columns: East Asian ones, and emoji. */
const WIDE =
  /[\p{Emoji_Presentation}\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;

/** How many columns of a terminal a text takes that is printable. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/** A text that takes so many columns at most; an ellipsis tells that it is cut. */
export function shortenText(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let short = "";
  let room = width - 1;
  for (const character of text) {
    room -= characterWidth(character);
    if (room < 0) break;
    short += character;
  }
  return width > 0 ? `${short}…` : "";
}

function characterWidth(character: string): number {
  if (character >= " " && character <= "~") return 1;
  if (/\p{M}/u.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}
