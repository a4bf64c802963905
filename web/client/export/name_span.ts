import { formatIso } from "../format.ts";

const secondMs = 1_000;

/** `2026-08-23T1700Z`, with seconds where there are any: safe in a file's name. */
export function nameInstant(timeMs: number): string {
  const wholeMs = Math.floor(timeMs / secondMs) * secondMs;
  return formatIso(wholeMs).replaceAll(":", "").replace(/(T\d{4})00Z$/, "$1Z");
}

/** `2026-08-23T1700Z to 1730Z`; of two days, the end with its date as well. */
export function nameSpan(fromMs: number, toMs: number): string {
  const [from, to] = [nameInstant(fromMs), nameInstant(toMs)];
  const day = from.slice(0, from.indexOf("T") + 1);
  return `${from} to ${to.startsWith(day) ? to.slice(day.length) : to}`;
}
