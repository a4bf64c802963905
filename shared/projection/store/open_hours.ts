import type { Sqlite } from "../../sqlite.ts";
import { createHour, type HourColumns } from "../hour_columns.ts";
import { createColumns, type PositionColumns } from "../position_columns.ts";
import type { StoreKey } from "./stored_hour.ts";
import type { TimeRangeMs } from "../time_range.ts";

const WITHIN =
  "norad_id = +? AND topic_ref = +? AND time_ms >= ? AND time_ms < ?";

/** Reads the hours that are rows. */
export class OpenHours {
  readonly #first;
  readonly #last;
  readonly #positions;
  readonly #content;
  readonly #count;

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
