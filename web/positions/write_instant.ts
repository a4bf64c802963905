import { formatInstant } from "../../shared/instant.ts";
import { writeThree, writeTwo } from "./write_digits.ts";

/** Room that an instant takes at most, with a year of six digits. */
export const LONGEST_INSTANT = 32;

const DAY_MS = 86_400_000;
const COLON = 0x3a;
const POINT = 0x2e;
const Z = 0x5a;

const encoder = new TextEncoder();

/** The day of the instant before, as text up to the T: most share it. */
let day = { startMs: NaN, text: new Uint8Array() };

/** Writes an instant as `formatInstant` does; returns where it ends. */
export function writeInstant(
  view: DataView,
  at: number,
  timeMs: number,
): number {
  if (!(timeMs >= day.startMs && timeMs < day.startMs + DAY_MS)) {
    day = dayOf(timeMs);
  }
  const { text, startMs } = day;
  for (let i = 0; i < text.length; i++) view.setUint8(at + i, text[i]!);
  at += text.length;
  const ms = (timeMs - startMs) | 0;
  const second = (ms / 1000) | 0;
  const minute = (second / 60) | 0;
  const hour = (minute / 60) | 0;
  view.setUint8(writeTwo(view, at, hour), COLON);
  view.setUint8(writeTwo(view, at + 3, minute - hour * 60), COLON);
  view.setUint8(writeTwo(view, at + 6, second - minute * 60), POINT);
  view.setUint8(writeThree(view, at + 9, ms - second * 1000), Z);
  return at + 13;
}

function dayOf(timeMs: number): typeof day {
  const startMs = Math.floor(timeMs / DAY_MS) * DAY_MS;
  const text = formatInstant(startMs);
  return {
    startMs,
    text: encoder.encode(text.slice(0, text.indexOf("T") + 1)),
  };
}
