/** A line of a file that is not blank. */
export interface NumberedLine {
  /** Counted from 1, blank lines too. */
  readonly number: number;
  /** Without blanks and tabs at its end. */
  readonly text: string;
}

/** Splits a text at line ends of any kind; a byte order mark is left out. */
export function nonBlankLines(text: string): NumberedLine[] {
  return text.replace(/^\uFEFF/, "").split(/\r\n|[\r\n]/)
    .map((line, index) => ({ number: index + 1, text: trimBlanks(line) }))
    .filter((line) => line.text !== "");
}

/**
 * Cuts off blanks and tabs at the end only, since any other character there is
 * an error; a loop, as a pattern takes for ever on a long run of blanks.
 */
function trimBlanks(line: string): string {
  let end = line.length;
  while (line[end - 1] === " " || line[end - 1] === "\t") end--;
  return line.slice(0, end);
}
