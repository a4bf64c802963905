import { tleChecksum } from "../formats/tle_line.ts";

/** TERRA on 2026-08-21 (CelesTrak), as in the reference positions. */
export const TERRA_LINE_1 =
  "1 25994U 99068A   26233.64307031  .00000275  00000+0  64991-4 0  9997";
export const TERRA_LINE_2 =
  "2 25994  97.9407 280.5778 0003071  49.2746 119.4135 14.61146410419160";

/** Replaces text of a line from a column (counted from 1), checksum included. */
export function editLine(line: string, column: number, text: string): string {
  return withChecksum(
    line.slice(0, column - 1) + text + line.slice(column - 1 + text.length),
  );
}

/** The first 68 columns of a line with the checksum that is right for them. */
export function withChecksum(line: string): string {
  return `${line.slice(0, 68)}${tleChecksum(line)}`;
}
