import {
  createHour,
  type HourColumns,
} from "../shared/projection/hour_columns.ts";
import {
  PositionWriter,
  type WriteContext,
} from "../shared/projection/store/position_writer.ts";
import { LATE_AFTER_MS } from "../shared/projection/late_ranges.ts";
import type { Sqlite } from "../shared/sqlite.ts";
import type { PositionRows } from "./changes.ts";
import { sortRows } from "./sort_rows.ts";

/** Numbers that the database gives for the names used in some rows. */
export interface Refs {
  readonly topics: readonly number[];
  readonly elementSets: readonly number[];
}

/** The rows of one satellite on one topic, consecutive in the sorted order. */
interface Run {
  readonly noradId: number;
  readonly topic: number;
  /** Indices of the rows, in order of time. */
  readonly rows: Uint32Array;
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
    this.#extent = db.prepare(`
      INSERT INTO recordings VALUES (?, ?, '', 0, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET
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

  write(rows: PositionRows, refs: Refs, context: WriteContext): void {
    for (const run of runs(rows)) {
      const topicRef = refs.topics[run.topic]!;
      const key = { noradId: run.noradId, topicRef };
      const samples = toSamples(rows, run, refs);
      const added = this.#positions.write(key, samples, context);
      const firstMs = rows.timeMs[run.rows[0]!]!;
      const lastMs = rows.timeMs[run.rows.at(-1)!]!;
      this.#extent.run(
        run.noradId,
        topicRef,
        firstMs,
        lastMs,
        added,
        context.revision,
      );
      this.#superseded.run(run.rows.length - added, topicRef);
      if (this.#notesLateRanges) this.#noteLate(rows, run, topicRef, context);
    }
  }

  #noteLate(
    rows: PositionRows,
    run: Run,
    topicRef: number,
    { revision, nowMs }: WriteContext,
  ): void {
    const limitMs = nowMs - LATE_AFTER_MS;
    const late = run.rows.filter((row) => rows.timeMs[row]! < limitMs);
    if (late.length === 0) return;
    const fromMs = rows.timeMs[late[0]!]!;
    const toMs = rows.timeMs[late.at(-1)!]! + 1;
    this.#lateRange.run(revision, run.noradId, topicRef, fromMs, toMs, nowMs);
  }
}

function* runs(rows: PositionRows): Generator<Run> {
  const order = sortRows(rows);
  for (let start = 0; start < order.length;) {
    const noradId = rows.noradId[order[start]!]!;
    const topic = rows.topic[order[start]!]!;
    let end = start + 1;
    while (
      end < order.length && rows.noradId[order[end]!] === noradId &&
      rows.topic[order[end]!] === topic
    ) end++;
    yield { noradId, topic, rows: order.subarray(start, end) };
    start = end;
  }
}

/** The samples of a run, with the database's own numbers for names. */
function toSamples(rows: PositionRows, run: Run, refs: Refs): HourColumns {
  const order = run.rows;
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
