import type { Sqlite } from "../../sqlite.ts";
import type { HourColumns } from "../hour_columns.ts";
import { PositionWriter } from "../store/position_writer.ts";
import { type Projection, projectionOf } from "../projection.ts";
import { type Buckets, readBuckets } from "../read_buckets.ts";
import { readRecordings, type Recording } from "../recordings.ts";
import type { ElementSet } from "../../../tle/element_set.ts";
import { elementSetId } from "../../../tle/element_set_id.ts";
import type { GeodeticPosition } from "../../../tle/geodetic.ts";
import { ELEMENT_SET_COLUMNS } from "../element_sets/stored_element_set.ts";
import { DEGREES, KILOMETRES } from "../../events/resolution.ts";
import { ORIGINS } from "../../events/positions_recorded.ts";
import { createProjection } from "../schema.ts";
import { HOUR_MS, type TimeRangeMs } from "../time_range.ts";

export const TERRA = 25994;

/** A whole hour, as ms since 1970. */
export const HOUR = Date.parse("2026-08-21T14:00:00Z");
export { HOUR_MS };

export interface Samples {
  readonly topic: string;
  readonly timesMs: readonly number[];
  readonly noradId?: number;
  readonly origin?: typeof ORIGINS[number];
  readonly elementSetId?: string;
  /** Of all of them; by default the number of the topic. */
  readonly latitudeE6?: number;
  readonly altitudeE4?: (timeMs: number) => number;
  /** Where it was, instead of all that. */
  readonly positionAt?: (timeMs: number) => GeodeticPosition;
}

/**
 * A projection in memory, filled by hand. The latitude of a sample is the
 * number of its topic, by which tests tell where it was read from.
 */
export class MemoryProjection implements Disposable {
  readonly db: Sqlite;
  readonly projection: Projection;
  readonly #writer: PositionWriter;
  #revision = 0;

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

  /** The time at which it is filled: at first no hour is over. */
  nowMs = 0;

  record(samples: Samples): void {
    const { timesMs, noradId = TERRA, origin = "live" } = samples;
    if (timesMs.length === 0) return;
    const topicRef = this.topicRef(samples.topic);
    const altitudeE4 = samples.altitudeE4 ?? ((timeMs) => timeMs % 977);
    const elementSet = this.#elementSetRef(samples.elementSetId);
    const times = [...new Set(timesMs)].sort((a, b) => a - b);
    const { length } = times;
    const columns: HourColumns = {
      timeMs: Float64Array.from(times),
      latitudeE6: new Int32Array(length).fill(samples.latitudeE6 ?? topicRef),
      longitudeE6: Int32Array.from(times, (timeMs) => timeMs % 1_000_003),
      altitudeE4: Float64Array.from(times, altitudeE4),
      origin: new Uint8Array(length).fill(ORIGINS.indexOf(origin)),
      elementSetRef: new Int32Array(length).fill(elementSet),
      partition: new Int32Array(length),
      offset: Float64Array.from(times, (_, i) => i),
      sample: new Int32Array(length),
    };
    times.forEach((timeMs, i) => {
      const position = samples.positionAt?.(timeMs);
      if (position === undefined) return;
      columns.latitudeE6[i] = Math.round(position.latitudeDeg * DEGREES);
      columns.longitudeE6[i] = Math.round(position.longitudeDeg * DEGREES);
      columns.altitudeE4[i] = Math.round(position.altitudeKm * KILOMETRES);
    });
    const given = { noradId, topicRef, samples: columns };
    const revision = ++this.#revision;
    const [added] = this.#writer.write([given], {
      revision,
      nowMs: this.nowMs,
    });
    this.db.prepare(`
      INSERT INTO recordings VALUES (?, ?, 'SATELLITE', 1, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET first_ms = min(first_ms, excluded.first_ms),
        last_ms = max(last_ms, excluded.last_ms),
        samples = samples + excluded.samples, revision = excluded.revision`)
      .run(noradId, topicRef, times[0], times.at(-1), added, revision);
  }

  /** Puts an element set there, which positions may name by its id. */
  addElementSet(set: ElementSet): void {
    const columns = Object.entries(ELEMENT_SET_COLUMNS);
    this.db.prepare(`
      INSERT INTO element_sets (ref, ${columns.map(([name]) => name).join()})
      VALUES (@ref, ${columns.map(([, name]) => `@${name}`).join()})`)
      .run({
        ...set,
        ref: this.#elementSetRef(elementSetId(set)),
        source: "test",
        receivedMs: 0,
      });
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

  #elementSetRef(id: string | undefined): number {
    if (id === undefined) return 0;
    return this.db.prepare<[string], number>(`
      INSERT INTO element_set_refs (id) VALUES (?)
      ON CONFLICT DO UPDATE SET id = id RETURNING ref`).pluck().get(id)!;
  }

  [Symbol.dispose](): void {
    this.db.close();
  }
}

/** The same, with every hour sealed. */
export class SealedProjection extends MemoryProjection {
  override nowMs = Number.MAX_SAFE_INTEGER;
}

/** Tests that it makes no difference whether hours are open or sealed. */
export function testOpenAndSealed(
  name: string,
  test: (Given: typeof MemoryProjection) => void | Promise<void>,
): void {
  Deno.test(`${name} (open)`, () => test(MemoryProjection));
  Deno.test(`${name} (sealed)`, () => test(SealedProjection));
}

/** Times `stepMs` apart: `[fromMs, toMs)`. */
export function every(stepMs: number, fromMs: number, toMs: number): number[] {
  const count = Math.ceil((toMs - fromMs) / stepMs);
  return Array.from({ length: count }, (_, i) => fromMs + i * stepMs);
}
