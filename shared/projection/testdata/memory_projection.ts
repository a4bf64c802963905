import type { Sqlite } from "../../sqlite.ts";
import type { TimeRangeMs } from "../position_store.ts";
import { PositionWriter } from "../position_writer.ts";
import { type Projection, projectionOf } from "../projection.ts";
import { type Buckets, readBuckets } from "../read_buckets.ts";
import { readRecordings, type Recording } from "../recordings.ts";
import { ORIGINS } from "../../events/positions_recorded.ts";
import { createProjection } from "../schema.ts";

export const TERRA = 25994;

/** A whole hour, as ms since 1970. */
export const HOUR = Date.parse("2026-08-21T14:00:00Z");
export const HOUR_MS = 3_600_000;

export interface Samples {
  readonly topic: string;
  readonly timesMs: readonly number[];
  readonly noradId?: number;
  readonly origin?: typeof ORIGINS[number];
  readonly elementSetId?: string;
  readonly altitudeE4?: (timeMs: number) => number;
}

/**
 * A projection in memory, filled by hand. The latitude of a sample is the
 * number of its topic, by which tests tell where it was read from.
 */
export class MemoryProjection implements Disposable {
  readonly db: Sqlite;
  readonly projection: Projection;
  readonly #writer: PositionWriter;

  /** Topics in order of preference. */
  constructor(...topics: readonly string[]) {
    const identity = { id: "test", createdMs: 0 };
    this.db = createProjection(":memory:", identity);
    const insert = this.db.prepare(
      "INSERT INTO topics (name, preference) VALUES (?, ?)",
    );
    topics.forEach((name, preference) => insert.run(name, preference));
    this.projection = projectionOf(this.db);
    this.#writer = new PositionWriter(this.db);
  }

  topicRef(topic: string): number {
    return this.db.prepare<[string], number>(
      "SELECT ref FROM topics WHERE name = ?",
    ).pluck().get(topic)!;
  }

  record(samples: Samples): void {
    const { timesMs, noradId = TERRA, origin = "live" } = samples;
    if (timesMs.length === 0) return;
    const topicRef = this.topicRef(samples.topic);
    const altitudeE4 = samples.altitudeE4 ?? ((timeMs) => timeMs % 977);
    const elementSet = this.#elementSetRef(samples.elementSetId);
    this.#writer.write(timesMs.flatMap((timeMs, i) => [
      ...[noradId, topicRef, timeMs, topicRef, timeMs % 1_000_003],
      ...[altitudeE4(timeMs), ORIGINS.indexOf(origin), elementSet, 0, i, 0],
    ]));
    this.db.prepare(`
      INSERT INTO recordings
      SELECT norad_id, topic_ref, 'SATELLITE', 1,
        min(time_ms), max(time_ms), count(*)
      FROM positions WHERE norad_id = ? AND topic_ref = ?
      ON CONFLICT DO UPDATE SET first_ms = excluded.first_ms,
        last_ms = excluded.last_ms, samples = excluded.samples`)
      .run(noradId, topicRef);
  }

  recordings(noradId = TERRA): Recording[] {
    return readRecordings(this.projection).get(noradId) ?? [];
  }

  buckets(range: TimeRangeMs, bucketMs = 60_000): Buckets {
    const reading = readBuckets(this.projection, this.recordings(), {
      ...range,
      bucketMs,
    });
    for (;;) {
      const step = reading.next();
      if (step.done) return step.value;
    }
  }

  #elementSetRef(id: string | undefined): number | null {
    if (id === undefined) return null;
    return this.db.prepare<[string], number>(`
      INSERT INTO element_set_refs (id) VALUES (?)
      ON CONFLICT DO UPDATE SET id = id RETURNING ref`).pluck().get(id)!;
  }

  [Symbol.dispose](): void {
    this.db.close();
  }
}

/** Times `stepMs` apart: `[fromMs, toMs)`. */
export function every(stepMs: number, fromMs: number, toMs: number): number[] {
  const count = Math.ceil((toMs - fromMs) / stepMs);
  return Array.from({ length: count }, (_, i) => fromMs + i * stepMs);
}
