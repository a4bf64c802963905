import type { Sqlite } from "../../sqlite.ts";
import { createHour, type HourColumns } from "../hour_columns.ts";
import { createColumns, type PositionColumns } from "../position_columns.ts";
import { slotsOf } from "./slots.ts";
import type { StoreKey } from "./stored_hour.ts";
import { HOUR_MS, type TimeRangeMs } from "../time_range.ts";

/** Rows of one satellite lie together only within a slot. */
const WITHIN_SLOT = `topic_ref = +? AND slot = +? AND norad_id = +?
  AND time_ms >= ? AND time_ms < ?`;

/**
 * Reads the hours that are rows. Positions are asked for within one hour, and
 * read slot by slot: where it is sealed meanwhile, some may be missing,
 * which the caller has to look for afterwards.
 */
export class OpenHours {
  readonly #first;
  readonly #last;
  readonly #times;
  readonly #positions;
  readonly #content;

  constructor(db: Sqlite) {
    const hours = `SELECT hour FROM open_hours
      WHERE norad_id = +? AND topic_ref = +?`;
    this.#first = db.prepare<number[], number>(`${hours}
      AND hour >= ? AND hour < ? ORDER BY hour LIMIT 1`).pluck();
    this.#last = db.prepare<number[], number>(`${hours}
      AND hour < ? ORDER BY hour DESC LIMIT 1`).pluck();
    const ofSlot = (columns: string, order: string) =>
      db.prepare<number[], number[]>(
        `SELECT ${columns} FROM positions WHERE ${WITHIN_SLOT}
          ORDER BY ${order} LIMIT +?`,
      ).raw();
    this.#times = ofSlot("time_ms", "time_ms DESC");
    const place = "time_ms, latitude_e6, longitude_e6, altitude_e4";
    this.#positions = ofSlot(place, "time_ms");
    this.#content = ofSlot(
      `${place}, origin, element_set_ref, partition, offset, sample`,
      "time_ms",
    );
  }

  /** The first open hour that a range touches, by its begin; or null. */
  firstMs(
    { noradId, topicRef }: StoreKey,
    { fromMs, toMs }: TimeRangeMs,
  ): number | null {
    const from = Math.floor(fromMs / HOUR_MS);
    const to = Math.ceil(toMs / HOUR_MS);
    const hour = this.#first.get(noradId, topicRef, from, to);
    return hour === undefined ? null : hour * HOUR_MS;
  }

  /** The last open hour that begins before an instant; or null. */
  lastMs({ noradId, topicRef }: StoreKey, beforeMs: number): number | null {
    const to = Math.ceil(beforeMs / HOUR_MS);
    const hour = this.#last.get(noradId, topicRef, to);
    return hour === undefined ? null : hour * HOUR_MS;
  }

  count(key: StoreKey, range: TimeRangeMs): number {
    return this.lastTimesMs(key, range, Infinity).length;
  }

  /** The last times of a range, in order. */
  lastTimesMs(key: StoreKey, range: TimeRangeMs, count: number): Float64Array {
    const slots = slotsOf(range).reverse();
    const rows = this.#rows(this.#times, { key, range, slots, limit: count });
    const times = rows.map(([timeMs]) => timeMs!);
    return Float64Array.from(times.reverse());
  }

  positions(key: StoreKey, range: TimeRangeMs, limit: number): PositionColumns {
    const slots = slotsOf(range);
    const rows = this.#rows(this.#positions, { key, range, slots, limit });
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
    const slots = slotsOf(range);
    const limit = Infinity;
    const rows = this.#rows(this.#content, { key, range, slots, limit });
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

  /** The first rows of some slots, in their order. */
  #rows(
    ofSlot: { all(...values: number[]): number[][] },
    { key, range, slots, limit }: {
      readonly key: StoreKey;
      readonly range: TimeRangeMs;
      readonly slots: readonly number[];
      readonly limit: number;
    },
  ): number[][] {
    const { noradId, topicRef } = key;
    const { fromMs, toMs } = range;
    const rows: number[][] = [];
    for (const slot of slots) {
      const most = Math.min(limit - rows.length, Number.MAX_SAFE_INTEGER);
      if (most === 0) break;
      const where = [topicRef, slot, noradId, fromMs, toMs];
      for (const row of ofSlot.all(...where, most)) rows.push(row);
    }
    return rows;
  }
}
