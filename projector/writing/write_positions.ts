import { sliceHour } from "../../shared/projection/hour_columns.ts";
import { indexOfTime } from "../../shared/projection/position_columns.ts";
import type {
  PositionWriter,
  WriteContext,
} from "../../shared/projection/store/position_writer.ts";
import {
  ANY_SATELLITE,
  joinLateRanges,
  LATE_AFTER_MS,
} from "../../shared/projection/late_ranges.ts";
import type { Sqlite } from "../../shared/sqlite.ts";
import type { Changes } from "./changes.ts";
import { type Refs, type Run, sortIntoRuns } from "./sorted_runs.ts";

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
    const { samples, runs } = sortIntoRuns(rows, refs);
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
    if (this.#notesLateRanges) this.#noteLate(samples.timeMs, runs, context);
  }

  /** Notes what is late of each satellite; of very many as one range of all. */
  #noteLate(
    timesMs: Float64Array,
    runs: readonly Run[],
    { revision, nowMs }: WriteContext,
  ): void {
    const limitMs = nowMs - LATE_AFTER_MS;
    const late = runs.flatMap((run) => lateOf(timesMs, run, limitMs) ?? []);
    for (const range of joinLateRanges(late)) {
      const noradId = range.noradId ?? ANY_SATELLITE;
      const topicRef = "topicRef" in range ? range.topicRef : 0;
      const { fromMs, toMs } = range;
      this.#lateRange.run(revision, noradId, topicRef, fromMs, toMs, nowMs);
    }
  }
}

function keyOf(noradId: number, topicRef: number): number {
  return topicRef * 2 ** 30 + noradId;
}

/** The part of a run before an instant; null where there is none. */
function lateOf(
  timesMs: Float64Array,
  { noradId, topicRef, start, end }: Run,
  limitMs: number,
) {
  const fromMs = timesMs[start]!;
  if (fromMs >= limitMs) return null;
  const run = timesMs.subarray(start, end);
  const toMs = run[indexOfTime(run, limitMs) - 1]! + 1;
  return { noradId, topicRef, fromMs, toMs };
}
