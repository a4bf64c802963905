// Whatever came on a topic may be in these: it must not command the terminal,
// nor look like a line of ours.
const CONTROL = /[\p{C}\p{Zl}\p{Zp}]/gu;
const CONTROL_BUT_LAYOUT = /(?![\n\t])[\p{C}\p{Zl}\p{Zp}]/gu;

/** A text as one short line: spaces for white space and control characters. */
export function printableCell(text: string): string {
  return text.replace(/[\p{C}\p{Z}]+/gu, " ");
}

/** A text as one line, with control characters as `\u{1b}`. */
export function printableLine(text: string): string {
  return text.replace(CONTROL, escapeCharacter);
}

/** A text with its lines and tabs, and other control characters as `\u{1b}`. */
export function printableText(text: string): string {
  return text.replace(CONTROL_BUT_LAYOUT, escapeCharacter);
}

function escapeCharacter(character: string): string {
  return `\\u{${character.codePointAt(0)!.toString(16)}}`;
}
