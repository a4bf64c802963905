import { createHour, type HourColumns } from "../hour_columns.ts";

/**
 * Puts samples together with those of the same hour that are stored. Where
 * several claim one time, one wins by a rule that knows nothing of the order
 * of arrival: live before backfill, then the lower partition, the later
 * offset, the later sample within the event.
 *
 * @param stored In order of time, each time once.
 * @param more In order of time; a time may come several times.
 * @returns `stored` itself where nothing of `more` is new or wins.
 */
export function mergeHours(
  stored: HourColumns,
  more: HourColumns,
): HourColumns {
  const count = stored.timeMs.length + more.timeMs.length;
  // An index into `stored`, or into `more` where it is negative: ~index.
  const winners = new Int32Array(count);
  let kept = 0;
  let changed = false;
  for (let s = 0, m = 0; s + m < count;) {
    const isStored = m === more.timeMs.length ||
      stored.timeMs[s]! <= more.timeMs[m]!;
    const timeMs = isStored ? stored.timeMs[s]! : more.timeMs[m]!;
    let winner = isStored ? s++ : ~m++;
    for (; more.timeMs[m] === timeMs; m++) {
      const [columns, at] = winner < 0 ? [more, ~winner] : [stored, winner];
      if (wins(more, m, columns, at)) winner = ~m;
    }
    if (winner < 0) changed = true;
    winners[kept++] = winner;
  }
  if (!changed) return stored;
  if (kept === more.timeMs.length && stored.timeMs.length === 0) return more;
  return pick(stored, more, winners.subarray(0, kept));
}

function wins(
  a: HourColumns,
  i: number,
  b: HourColumns,
  j: number,
): boolean {
  if (a.origin[i] !== b.origin[j]) return a.origin[i]! < b.origin[j]!;
  if (a.partition[i] !== b.partition[j]) {
    return a.partition[i]! < b.partition[j]!;
  }
  if (a.offset[i] !== b.offset[j]) return a.offset[i]! > b.offset[j]!;
  return a.sample[i]! > b.sample[j]!;
}

function pick(
  stored: HourColumns,
  more: HourColumns,
  winners: Int32Array,
): HourColumns {
  const picked = createHour(winners.length);
  const names = Object.keys(picked) as (keyof HourColumns)[];
  // Neighbours mostly come from the same side, and are copied together.
  for (let start = 0; start < winners.length;) {
    const isStored = winners[start]! >= 0;
    const step = isStored ? 1 : -1;
    let end = start + 1;
    while (winners[end] === winners[end - 1]! + step) end++;
    const [from, at] = isStored
      ? [stored, winners[start]!]
      : [more, ~winners[start]!];
    for (const name of names) {
      const part = from[name].subarray(at, at + end - start);
      picked[name].set(part, start);
    }
    start = end;
  }
  return picked;
}
