import type { PositionRows } from "./changes.ts";

/**
 * The order in which rows are written: by satellite, topic and time, since
 * neighbours on a page of the database are then written together.
 *
 * Rows mostly come in order of time, so they are dealt out to their
 * satellites, which takes a fraction of comparing them with each other, and
 * sorted only where that has not sufficed.
 */
export function sortRows(rows: PositionRows): Uint32Array {
  const { noradId, topic, timeMs } = rows;
  const { length } = timeMs;
  const groups = new Map<number, number>();
  const groupOf = new Uint32Array(length);
  const sizes: number[] = [];
  for (let i = 0; i < length; i++) {
    const key = noradId[i]! * 2 ** 20 + topic[i]!;
    let group = groups.get(key);
    if (group === undefined) {
      group = groups.size;
      groups.set(key, group);
      sizes.push(0);
    }
    groupOf[i] = group;
    sizes[group]! += 1;
  }
  const starts = new Uint32Array(sizes.length);
  let start = 0;
  for (const [, group] of [...groups].sort(([a], [b]) => a - b)) {
    starts[group] = start;
    start += sizes[group]!;
  }
  const next = starts.slice();
  const order = new Uint32Array(length);
  for (let i = 0; i < length; i++) order[next[groupOf[i]!]!++] = i;
  sizes.forEach((size, group) => {
    const run = order.subarray(starts[group]!, starts[group]! + size);
    for (let i = 1; i < size; i++) {
      if (timeMs[run[i]!]! >= timeMs[run[i - 1]!]!) continue;
      // Stable, as typed arrays sort.
      run.sort((a, b) => timeMs[a]! - timeMs[b]!);
      break;
    }
  });
  return order;
}
