import { nonBlankLines } from "../../tle/formats/numbered_lines.ts";

/** One line of a watch file that asks for a satellite or a group. */
export interface WatchEntry {
  /** Counted from 1. */
  readonly line: number;
  /** A name, a catalogue number or a group. */
  readonly word: string;
}

/** A line that asks for nothing that could be. */
export interface WatchProblem {
  /** Null where it is the whole file. */
  readonly line: number | null;
  readonly message: string;
}

export interface WatchList {
  readonly path: string;
  readonly entries: readonly WatchEntry[];
  readonly problems: readonly WatchProblem[];
}

/** The longest name of the catalogue has half as many. */
const MOST_CHARACTERS = 60;

/**
 * Reads a watch file: a name or number a line. Blank lines do not matter, nor
 * does what follows a `#` at the start of a line or after a blank.
 */
export function parseWatchFile(path: string, text: string): WatchList {
  const entries: WatchEntry[] = [];
  const problems: WatchProblem[] = [];
  for (const { number: line, text: content } of nonBlankLines(text)) {
    const word = content.replace(/(^|\s)#.*$/, "").trim();
    if (word === "") continue;
    const isNumber = /^[+-]?\d+$/.test(word);
    const isGood = isNumber
      ? /^\d{1,9}$/.test(word) && Number(word) > 0
      : word.length <= MOST_CHARACTERS && !/\p{Cc}/u.test(word);
    if (isGood) entries.push({ line, word });
    else {
      const requirement = isNumber
        ? "a number of 1 to 999999999"
        : `a name of at most ${MOST_CHARACTERS} characters, or a number`;
      const current = JSON.stringify(word.slice(0, MOST_CHARACTERS));
      const message = `Cannot watch it as it must be ${requirement}: ` +
        `current value is ${current}`;
      problems.push({ line, message });
    }
  }
  return { path, entries, problems };
}
