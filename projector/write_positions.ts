import {
  createHour,
  type HourColumns,
  sliceHour,
} from "../shared/projection/hour_columns.ts";
import { indexOfTime } from "../shared/projection/position_columns.ts";
import {
  PositionWriter,
  type WriteContext,
} from "../shared/projection/store/position_writer.ts";
import type { StoreKey } from "../shared/projection/store/stored_hour.ts";
import { LATE_AFTER_MS } from "../shared/projection/late_ranges.ts";
import type { Sqlite } from "../shared/sqlite.ts";
import type { Changes, PositionRows } from "./changes.ts";
import { sortRows } from "./sort_rows.ts";

/** Numbers that the database gives for the names used in some rows. */
export interface Refs {
  readonly topics: readonly number[];
  readonly elementSets: readonly number[];
}

/** The rows of one satellite on one topic, consecutive in the sorted order. */
interface Run extends StoreKey {
  /** From which to which they are in that order; they are in order of time. */
  readonly start: number;
  readonly end: number;
}

/** Writes positions and what follows from them: extents and late ranges. */
export class PositionsWriter {
  readonly #positions: PositionWriter;
  readonly #extent;
  readonly #superseded;
  readonly #lateRange;

  readonly #notesLateRanges: boolean;

  constructor(
    db: Sqlite,
    positions: PositionWriter,
    { notesLateRanges }: { readonly notesLateRanges: boolean },
  ) {
    this.#positions = positions;
    this.#notesLateRanges = notesLateRanges;
    // The name of the latest sample; among equals the larger text, so that
    // the order of arrival decides nothing.
    this.#extent = db.prepare(`
      INSERT INTO recordings VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET
        name = iif((excluded.name_time_ms, excluded.name) >
          (name_time_ms, name), excluded.name, name),
        name_time_ms = max(name_time_ms, excluded.name_time_ms),
        first_ms = min(first_ms, excluded.first_ms),
        last_ms = max(last_ms, excluded.last_ms),
        samples = samples + excluded.samples,
        revision = excluded.revision`);
    this.#superseded = db.prepare(`
      UPDATE topics SET positions_superseded = positions_superseded + ?
      WHERE ref = +?`);
    this.#lateRange = db.prepare(
      "INSERT INTO late_ranges VALUES (?, ?, ?, ?, ?, ?)",
    );
  }

  write(
    { rows, names }: Pick<Changes, "rows" | "names">,
    refs: Refs,
    context: WriteContext,
  ): void {
    const order = sortRows(rows);
    const samples = toSamples(rows, order, refs);
    const runs = [...runsOf(rows, order, refs)];
    const added = this.#positions.write(
      runs.map(({ noradId, topicRef, start, end }) => ({
        noradId,
        topicRef,
        samples: sliceHour(samples, start, end),
      })),
      context,
    );
    const named = Map.groupBy(
      names,
      ({ noradId, topic }) => keyOf(noradId, refs.topics[topic]!),
    );
    const superseded = new Map<number, number>();
    runs.forEach(({ noradId, topicRef, start, end }, i) => {
      const firstMs = samples.timeMs[start]!;
      const lastMs = samples.timeMs[end - 1]!;
      // Of several names which one counts is for the database to say.
      let more = added[i]!;
      for (const { name, timeMs } of named.get(keyOf(noradId, topicRef))!) {
        const extent = [firstMs, lastMs, more, context.revision] as const;
        this.#extent.run(noradId, topicRef, name, timeMs, ...extent);
        more = 0;
      }
      const lost = end - start - added[i]!;
      superseded.set(topicRef, (superseded.get(topicRef) ?? 0) + lost);
    });
    for (const [topicRef, count] of superseded) {
      if (count > 0) this.#superseded.run(count, topicRef);
    }
    if (!this.#notesLateRanges) return;
    for (const run of runs) this.#noteLate(samples.timeMs, run, context);
  }

  #noteLate(
    timesMs: Float64Array,
    { noradId, topicRef, start, end }: Run,
    { revision, nowMs }: WriteContext,
  ): void {
    const limitMs = nowMs - LATE_AFTER_MS;
    if (timesMs[start]! >= limitMs) return;
    const run = timesMs.subarray(start, end);
    const late = indexOfTime(run, limitMs);
    const toMs = run[late - 1]! + 1;
    this.#lateRange.run(revision, noradId, topicRef, run[0]!, toMs, nowMs);
  }
}

function keyOf(noradId: number, topicRef: number): number {
  return topicRef * 2 ** 30 + noradId;
}

/** Each satellite on each topic, in the sorted order. */
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
