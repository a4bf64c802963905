import type { Sqlite } from "../../sqlite.ts";
import { createHour, type HourColumns } from "../hour_columns.ts";
import { createColumns, type PositionColumns } from "../position_columns.ts";
import type { StoreKey } from "./stored_hour.ts";
import type { TimeRangeMs } from "../time_range.ts";

const WITHIN =
  "norad_id = +? AND topic_ref = +? AND time_ms >= ? AND time_ms < ?";

/** The last row of a recording, and the times that lead up to it. */
export interface LatestRow extends StoreKey {
  readonly timeMs: number;
  readonly latitudeE6: number;
  readonly longitudeE6: number;
  readonly altitudeE4: number;
  readonly origin: number;
  readonly elementSetRef: number;
  /** A JSON array of the last times, this one first. */
  readonly lastTimesMs: string;
}

/** A row of one of many satellites. */
export type ManyRow = readonly [
  noradId: number,
  topicRef: number,
  timeMs: number,
  latitudeE6: number,
  longitudeE6: number,
  altitudeE4: number,
];

/** Reads the hours that are rows. */
export class OpenHours {
  readonly #first;
  readonly #last;
  readonly #positions;
  readonly #content;
  readonly #count;
  readonly #latest;
  readonly #ofMany;

  constructor(db: Sqlite) {
    this.#first = db.prepare<number[], number>(`
      SELECT time_ms FROM positions WHERE ${WITHIN}
      ORDER BY time_ms LIMIT 1`).pluck();
    this.#last = db.prepare<number[], number>(`
      SELECT time_ms FROM positions WHERE ${WITHIN}
      ORDER BY time_ms DESC LIMIT +?`).pluck();
    this.#positions = db.prepare<number[], number[]>(`
      SELECT time_ms, latitude_e6, longitude_e6, altitude_e4
      FROM positions WHERE ${WITHIN} ORDER BY time_ms LIMIT +?`).raw();
    this.#content = db.prepare<number[], number[]>(`
      SELECT time_ms, latitude_e6, longitude_e6, altitude_e4, origin,
        element_set_ref, partition, offset, sample
      FROM positions WHERE ${WITHIN} ORDER BY time_ms`).raw();
    this.#count = db.prepare<number[], number>(
      `SELECT count(*) FROM positions WHERE ${WITHIN}`,
    ).pluck();
    // Of many satellites at once: a query of each would take several times as
    // long. The join is written in the order in which it is to be done.
    const join = `
      FROM json_each(?) AS wanted
        CROSS JOIN recordings AS r ON r.norad_id = wanted.value
        CROSS JOIN positions AS p
          ON p.norad_id = r.norad_id AND p.topic_ref = r.topic_ref`;
    this.#latest = db.prepare<[number, string], LatestRow>(`
      SELECT p.norad_id AS noradId, p.topic_ref AS topicRef,
        p.time_ms AS timeMs, p.latitude_e6 AS latitudeE6,
        p.longitude_e6 AS longitudeE6, p.altitude_e4 AS altitudeE4, p.origin,
        p.element_set_ref AS elementSetRef, (
          SELECT json_group_array(time_ms) FROM (
            SELECT time_ms FROM positions AS q
            WHERE q.norad_id = r.norad_id AND q.topic_ref = r.topic_ref
            ORDER BY time_ms DESC LIMIT +?)) AS lastTimesMs
      ${join} AND p.time_ms = r.last_ms`);
    this.#ofMany = db.prepare<[string, number, number, number], ManyRow>(`
      SELECT p.norad_id, p.topic_ref, p.time_ms, p.latitude_e6,
        p.longitude_e6, p.altitude_e4
      ${join} AND p.time_ms >= ? AND p.time_ms < ?
      LIMIT +?`).raw();
  }

  /** The last row of each recording of some satellites, where it is one. */
  latest(noradIds: readonly number[], timesCount: number): LatestRow[] {
    return this.#latest.all(timesCount, JSON.stringify(noradIds));
  }

  /** The rows of some satellites within a range, in order of each one's time. */
  ofMany(
    noradIds: readonly number[],
    { fromMs, toMs }: TimeRangeMs,
    limit: number,
  ): ManyRow[] {
    return this.#ofMany.all(JSON.stringify(noradIds), fromMs, toMs, limit);
  }

  count(key: StoreKey, range: TimeRangeMs): number {
    return this.#count.get(...within(key, range))!;
  }

  /** The first time of a range; null where it holds none. */
  firstMs(key: StoreKey, range: TimeRangeMs): number | null {
    return this.#first.get(...within(key, range)) ?? null;
  }

  /** The last times of a range, in order. */
  lastTimesMs(key: StoreKey, range: TimeRangeMs, count: number): Float64Array {
    const times = this.#last.all(...within(key, range), count);
    return Float64Array.from(times.reverse());
  }

  positions(key: StoreKey, range: TimeRangeMs, limit: number): PositionColumns {
    const most = Math.min(limit, Number.MAX_SAFE_INTEGER);
    const rows = this.#positions.all(...within(key, range), most);
    const columns = createColumns(rows.length);
    const { timeMs, latitudeE6, longitudeE6, altitudeE4 } = columns;
    rows.forEach((row, i) => {
      timeMs[i] = row[0]!;
      latitudeE6[i] = row[1]!;
      longitudeE6[i] = row[2]!;
      altitudeE4[i] = row[3]!;
    });
    return columns;
  }

  content(key: StoreKey, range: TimeRangeMs): HourColumns {
    const rows = this.#content.all(...within(key, range));
    const hour = createHour(rows.length);
    rows.forEach((row, i) => {
      hour.timeMs[i] = row[0]!;
      hour.latitudeE6[i] = row[1]!;
      hour.longitudeE6[i] = row[2]!;
      hour.altitudeE4[i] = row[3]!;
      hour.origin[i] = row[4]!;
      hour.elementSetRef[i] = row[5]!;
      hour.partition[i] = row[6]!;
      hour.offset[i] = row[7]!;
      hour.sample[i] = row[8]!;
    });
    return hour;
  }
}

function within(key: StoreKey, range: TimeRangeMs): number[] {
  return [key.noradId, key.topicRef, range.fromMs, range.toMs];
}
