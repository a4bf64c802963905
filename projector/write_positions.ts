import { PositionWriter } from "../shared/projection/position_writer.ts";
import { LATE_AFTER_MS } from "../shared/projection/late_ranges.ts";
import type { Sqlite } from "../shared/sqlite.ts";
import type { PositionRows } from "./changes.ts";
import { sortRows } from "./sort_rows.ts";

/** Numbers that the database gives for the names used in some rows. */
export interface Refs {
  readonly topics: readonly number[];
  readonly elementSets: readonly number[];
}

export interface CommitContext {
  readonly revision: number;
  readonly nowMs: number;
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

  constructor(db: Sqlite) {
    this.#positions = new PositionWriter(db);
    this.#extent = db.prepare(`
      INSERT INTO recordings VALUES (?, ?, '', 0, ?, ?, ?)
      ON CONFLICT DO UPDATE SET
        first_ms = min(first_ms, excluded.first_ms),
        last_ms = max(last_ms, excluded.last_ms),
        samples = samples + excluded.samples`);
    this.#superseded = db.prepare(`
      UPDATE topics SET positions_superseded = positions_superseded + ?
      WHERE ref = ?`);
    this.#lateRange = db.prepare(
      "INSERT INTO late_ranges VALUES (?, ?, ?, ?, ?, ?)",
    );
  }

  write(rows: PositionRows, refs: Refs, context: CommitContext): void {
    for (const run of runs(rows)) {
      const topicRef = refs.topics[run.topic]!;
      const added = this.#positions.write(toValues(rows, run, refs));
      const firstMs = rows.timeMs[run.rows[0]!]!;
      const lastMs = rows.timeMs[run.rows.at(-1)!]!;
      this.#extent.run(run.noradId, topicRef, firstMs, lastMs, added);
      this.#superseded.run(run.rows.length - added, topicRef);
      this.#noteLate(rows, run, topicRef, context);
    }
  }

  #noteLate(
    rows: PositionRows,
    run: Run,
    topicRef: number,
    { revision, nowMs }: CommitContext,
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

function toValues(
  rows: PositionRows,
  run: Run,
  refs: Refs,
): (number | null)[] {
  const values: (number | null)[] = [];
  const topicRef = refs.topics[run.topic]!;
  for (const row of run.rows) {
    values.push(
      run.noradId,
      topicRef,
      rows.timeMs[row]!,
      rows.latitudeE6[row]!,
      rows.longitudeE6[row]!,
      rows.altitudeE4[row]!,
      rows.origin[row]!,
      refs.elementSets[rows.elementSet[row]!] ?? null,
      rows.partition[row]!,
      rows.offset[row]!,
      rows.sample[row]!,
    );
  }
  return values;
}
