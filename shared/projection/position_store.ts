import type { Sqlite, Statement } from "../sqlite.ts";
import { emptyColumns, type PositionColumns } from "./position_columns.ts";

/**
 * How positions are stored: one row each, by satellite, topic and time. Only
 * this file and `position_writer.ts` know.
 */
const TABLE = `
  CREATE TABLE positions (
    norad_id INTEGER NOT NULL,
    topic_ref INTEGER NOT NULL,
    time_ms INTEGER NOT NULL,
    latitude_e6 INTEGER NOT NULL,
    longitude_e6 INTEGER NOT NULL,
    altitude_e4 INTEGER NOT NULL,
    origin INTEGER NOT NULL,
    element_set_ref INTEGER,
    partition INTEGER NOT NULL,
    offset INTEGER NOT NULL,
    sample INTEGER NOT NULL,
    PRIMARY KEY (norad_id, topic_ref, time_ms)
  ) STRICT, WITHOUT ROWID;
`;

/** Positions of one satellite on one topic, in order of time. */
export interface StoreKey {
  readonly noradId: number;
  readonly topicRef: number;
}

/** Half-open, in ms since 1970, UTC. */
export interface TimeRangeMs {
  readonly fromMs: number;
  readonly toMs: number;
}

/** What a bucket, or any other range, holds. */
export interface RangeSummary {
  readonly samples: number;
  readonly firstMs: number;
  readonly lastMs: number;
  readonly altitudeMinE4: number;
  readonly altitudeMaxE4: number;
}

/** One stored position with its origin, as the store holds it. */
export interface StoredPosition {
  readonly timeMs: number;
  readonly latitudeE6: number;
  readonly longitudeE6: number;
  readonly altitudeE4: number;
  readonly origin: number;
  readonly elementSetRef: number | null;
}

/**
 * All that is stored of a position, the same in each projection of one log:
 * time, latitude, longitude, altitude, origin, id of the element set, and
 * partition, offset and sample of the event that won.
 */
export type StoredContent = readonly [
  timeMs: number,
  latitudeE6: number,
  longitudeE6: number,
  altitudeE4: number,
  origin: number,
  elementSetId: string | null,
  partition: number,
  offset: number,
  sample: number,
];

export function createPositionTables(db: Sqlite): void {
  db.exec(TABLE);
}

/** Reads positions of one satellite on one topic. */
export class PositionReader {
  readonly #page: Statement;
  readonly #summary: Statement;
  readonly #times: Statement;
  readonly #lastTimes: Statement;
  readonly #last: Statement;
  readonly #content: Statement;

  constructor(db: Sqlite) {
    const within =
      "norad_id = ? AND topic_ref = ? AND time_ms >= ? AND time_ms < ?";
    this.#page = db.prepare(`
      SELECT time_ms, latitude_e6, longitude_e6, altitude_e4
      FROM positions WHERE ${within} ORDER BY time_ms LIMIT ?`).raw();
    this.#summary = db.prepare(`
      SELECT count(*), min(time_ms), max(time_ms),
        min(altitude_e4), max(altitude_e4)
      FROM positions WHERE ${within}`).raw();
    this.#times = db.prepare(`
      SELECT time_ms FROM positions WHERE ${within}
      ORDER BY time_ms LIMIT ?`).pluck();
    this.#lastTimes = db.prepare(`
      SELECT time_ms FROM positions WHERE ${within}
      ORDER BY time_ms DESC LIMIT ?`).pluck();
    this.#last = db.prepare(`
      SELECT time_ms AS timeMs, latitude_e6 AS latitudeE6,
        longitude_e6 AS longitudeE6, altitude_e4 AS altitudeE4, origin,
        element_set_ref AS elementSetRef
      FROM positions WHERE ${within} ORDER BY time_ms DESC LIMIT 1`);
    this.#content = db.prepare(`
      SELECT time_ms, latitude_e6, longitude_e6, altitude_e4, origin,
        (SELECT id FROM element_set_refs WHERE ref = element_set_ref),
        partition, offset, sample
      FROM positions WHERE ${within} ORDER BY time_ms`).raw();
  }

  /** At most `limit` positions of the range, earliest first. */
  page(key: StoreKey, range: TimeRangeMs, limit: number): PositionColumns {
    const columns = emptyColumns();
    const { timeMs, latitudeE6, longitudeE6, altitudeE4 } = columns;
    for (const row of this.#page.all(...parameters(key, range), limit)) {
      const [time, latitude, longitude, altitude] = row as number[];
      timeMs.push(time!);
      latitudeE6.push(latitude!);
      longitudeE6.push(longitude!);
      altitudeE4.push(altitude!);
    }
    return columns;
  }

  /** What the range holds; null where that is nothing. */
  summary(key: StoreKey, range: TimeRangeMs): RangeSummary | null {
    const [samples, firstMs, lastMs, altitudeMinE4, altitudeMaxE4] = this
      .#summary.get(...parameters(key, range)) as number[];
    if (samples === 0) return null;
    return {
      samples: samples!,
      firstMs: firstMs!,
      lastMs: lastMs!,
      altitudeMinE4: altitudeMinE4!,
      altitudeMaxE4: altitudeMaxE4!,
    };
  }

  /** Times of the first `limit` positions of the range, earliest first. */
  timesMs(key: StoreKey, range: TimeRangeMs, limit: number): number[] {
    return this.#times.all(...parameters(key, range), limit) as number[];
  }

  /** Times of the last `limit` positions of the range, latest first. */
  lastTimesMs(key: StoreKey, range: TimeRangeMs, limit: number): number[] {
    return this.#lastTimes.all(...parameters(key, range), limit) as number[];
  }

  /** The last position of the range; null where there is none. */
  last(key: StoreKey, range: TimeRangeMs): StoredPosition | null {
    const row = this.#last.get(...parameters(key, range));
    return (row as StoredPosition | undefined) ?? null;
  }

  /** All that is stored of the range, as checksums take it. */
  content(key: StoreKey, range: TimeRangeMs): IterableIterator<StoredContent> {
    return this.#content.iterate(
      ...parameters(key, range),
    ) as IterableIterator<StoredContent>;
  }
}

function parameters(key: StoreKey, range: TimeRangeMs): number[] {
  return [key.noradId, key.topicRef, range.fromMs, range.toMs];
}
