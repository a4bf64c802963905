import type { Pass } from "./contract.ts";

/** What the id of a pass tells of it. */
export interface PassIdParts {
  noradId: number;
  /** As ids write it: `55.7500N-37.6200E`. */
  place: string;
  /** Which of the satellite's passes over the place. */
  revolution: string;
}

/** Reads the id of a pass, such as `25994-55.7500N-37.6200E-142815`; null for what is none. */
export function parsePassId(id: string): PassIdParts | null {
  const parts =
    /^([1-9]\d{0,8})-(\d+\.\d{4}[NS]-\d+\.\d{4}[EW])-(\w+(?:\.\d+)?)$/.exec(id);
  return parts &&
    { noradId: Number(parts[1]), place: parts[2]!, revolution: parts[3]! };
}

interface Counted {
  /** Numbers of one series can be compared. */
  series: string;
  number: number;
  timeMs: number;
}

/**
 * Returns about when a pass is, by its id and by other passes of its satellite
 * over the same place; null where these do not tell.
 *
 * Revolutions last as long as those between two passes that are listed, the
 * farther apart the better, and both on the way north or both south: such are
 * at nearly the same place of their revolution.
 */
export function findPassTime(
  { noradId, revolution }: PassIdParts,
  passes: readonly Pass[],
): number | null {
  const time = /^t(\d{4})(\d\d)(\d\dT\d\d)(\d\d)(\d\dZ)/.exec(revolution);
  if (time) {
    return Date.parse(`${time[1]}-${time[2]}-${time[3]}:${time[4]}:${time[5]}`);
  }
  const wanted = parseRevolution(revolution);
  if (wanted === null) return null;
  const pairs = (["ascending", "descending"] as const).flatMap((direction) => {
    const counted = passes
      .filter((pass) =>
        pass.norad_id === noradId && pass.direction === direction
      )
      .flatMap(countedPass)
      .filter(({ series }) => series === wanted.series);
    const [from, to] = [counted[0], counted.at(-1)];
    return from && to && to.number > from.number ? [{ from, to }] : [];
  });
  const [best] = pairs.sort((a, b) => span(b) - span(a));
  if (!best) return null;
  const { from, to } = best;
  const periodMs = (to.timeMs - from.timeMs) / (to.number - from.number);
  return from.timeMs + (wanted.number - from.number) * periodMs;
}

const span = ({ from, to }: { from: Counted; to: Counted }) =>
  to.number - from.number;

function countedPass({ id, tca }: Pass): Counted[] {
  const parts = parsePassId(id);
  const revolution = parts && parseRevolution(parts.revolution);
  return revolution ? [{ ...revolution, timeMs: Date.parse(tca.time) }] : [];
}

/** `142815`, `m13` below zero, or `e3f2a9c41d07b_17` counted by one element set. */
function parseRevolution(
  text: string,
): { series: string; number: number } | null {
  const parts = /^(e[0-9a-f]+_)?(m?)(\d+)(?:\.\d+)?$/.exec(text);
  if (parts === null) return null;
  const number = Number(parts[3]);
  return { series: parts[1] ?? "", number: parts[2] ? -number : number };
}
