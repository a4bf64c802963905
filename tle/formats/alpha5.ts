/** Alpha-5 has no I and no O, which look like digits. */
const LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ";

/** The largest catalogue number that five columns hold: "Z9999". */
export const MAX_ALPHA_5 = 339_999;

/**
 * Reads a catalogue number as the five columns of a TLE have it: digits, with
 * blanks or zeros before them, or Alpha-5, where a letter stands for the first
 * two digits from 10 ("A") to 33 ("Z").
 *
 * @returns Undefined where it is neither.
 */
export function readAlpha5(text: string): number | undefined {
  const [, letter = "", rest = ""] = /^([A-Z])(\d{4})$/.exec(text) ?? [];
  const tens = LETTERS.indexOf(letter);
  if (letter !== "" && tens >= 0) return (tens + 10) * 10_000 + Number(rest);
  return /^ *\d+$/.test(text) ? Number(text) : undefined;
}

/** Writes a catalogue number of at most `MAX_ALPHA_5` in five columns. */
export function formatAlpha5(noradId: number): string {
  const tens = Math.floor(noradId / 10_000);
  const first = tens < 10 ? String(tens) : LETTERS[tens - 10];
  return `${first}${String(noradId % 10_000).padStart(4, "0")}`;
}
