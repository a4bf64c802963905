import {
  createHour,
  type HourColumns,
} from "../../shared/projection/hour_columns.ts";
import type { StoreKey } from "../../shared/projection/store/stored_hour.ts";
import type { PositionRows } from "./changes.ts";
import { sortRows } from "./sort_rows.ts";

/** Numbers that the database gives for the names used in some rows. */
export interface Refs {
  readonly topics: readonly number[];
  readonly elementSets: readonly number[];
}

/** The rows of one satellite on one topic, consecutive in the sorted order. */
export interface Run extends StoreKey {
  /** From which to which they are in that order; they are in order of time. */
  readonly start: number;
  readonly end: number;
}

/** Sorts rows, so that those of each satellite on each topic are a run. */
export function sortIntoRuns(
  rows: PositionRows,
  refs: Refs,
): { readonly samples: HourColumns; readonly runs: readonly Run[] } {
  const order = sortRows(rows);
  const samples = toSamples(rows, order, refs);
  return { samples, runs: [...runsOf(rows, order, refs)] };
}

function* runsOf(
  { noradId, topic }: PositionRows,
  order: Uint32Array,
  refs: Refs,
): Generator<Run> {
  for (let start = 0; start < order.length;) {
    const first = order[start]!;
    let end = start + 1;
    while (
      end < order.length && noradId[order[end]!] === noradId[first] &&
      topic[order[end]!] === topic[first]
    ) end++;
    const topicRef = refs.topics[topic[first]!]!;
    yield { noradId: noradId[first]!, topicRef, start, end };
    start = end;
  }
}

/** All rows in an order, with the database's own numbers for names. */
function toSamples(
  rows: PositionRows,
  order: Uint32Array,
  refs: Refs,
): HourColumns {
  const samples = createHour(order.length);
  for (let i = 0; i < order.length; i++) {
    const row = order[i]!;
    samples.timeMs[i] = rows.timeMs[row]!;
    samples.latitudeE6[i] = rows.latitudeE6[row]!;
    samples.longitudeE6[i] = rows.longitudeE6[row]!;
    samples.altitudeE4[i] = rows.altitudeE4[row]!;
    samples.origin[i] = rows.origin[row]!;
    samples.elementSetRef[i] = refs.elementSets[rows.elementSet[row]!] ?? 0;
    samples.partition[i] = rows.partition[row]!;
    samples.offset[i] = rows.offset[row]!;
    samples.sample[i] = rows.sample[row]!;
  }
  return samples;
}
