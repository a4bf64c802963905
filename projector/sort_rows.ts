import type { PositionRows } from "./changes.ts";

/**
 * The order in which rows are written: by satellite, topic and time, since
 * neighbours on a page of the database are then written together.
 */
export function sortRows(rows: PositionRows): Uint32Array {
  const order = new Uint32Array(rows.timeMs.length).map((_, i) => i);
  const compare = (a: number, b: number) =>
    rows.noradId[a]! - rows.noradId[b]! || rows.topic[a]! - rows.topic[b]! ||
    rows.timeMs[a]! - rows.timeMs[b]!;
  for (let i = 1; i < order.length; i++) {
    if (compare(i - 1, i) > 0) return order.sort(compare);
  }
  return order;
}
