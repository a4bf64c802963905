import type { Sqlite } from "../../sqlite.ts";
import { createHour, type HourColumns } from "../hour_columns.ts";
import { createColumns, type PositionColumns } from "../position_columns.ts";
import { SLOT_MS } from "./position_tables.ts";
import type { StoreKey } from "./stored_hour.ts";
import { HOUR_MS, type TimeRangeMs } from "../time_range.ts";

/** Rows of one satellite lie together only within a slot. */
const WITHIN_SLOT = `topic_ref = +? AND slot = +? AND norad_id = +?
  AND time_ms >= ? AND time_ms < ?`;

/** The last position of a recording, and what it rests on. */
export interface LatestPosition {
  readonly timeMs: number;
  readonly latitudeE6: number;
  readonly longitudeE6: number;
  readonly altitudeE4: number;
  readonly origin: number;
  readonly elementSetRef: number;
  /** This time first and those before it, as far as they are at hand. */
  readonly lastTimesMs: readonly number[];
}

type LatestRow =
  & StoreKey
  & Omit<LatestPosition, "lastTimesMs">
  & { readonly lastTimesMs: string };

/** A row of one of many satellites. */
export type ManyRow = readonly [
  noradId: number,
  topicRef: number,
  timeMs: number,
  latitudeE6: number,
  longitudeE6: number,
  altitudeE4: number,
];

/** The last times of a recording are looked for in this slot and the last. */
const LATEST_SLOTS = JSON.stringify([0, 1]);

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
  readonly #latest;
  readonly #ofMany;
  readonly #slots;

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
    // Of many satellites at once: a query of each would take several times as
    // long. The joins are written in the order in which they are to be done.
    const wanted = `
      FROM json_each(?) AS wanted
        CROSS JOIN recordings AS r ON r.norad_id = wanted.value`;
    this.#latest = db.prepare<[string, number, string], LatestRow>(`
      SELECT p.norad_id AS noradId, p.topic_ref AS topicRef,
        p.time_ms AS timeMs, p.latitude_e6 AS latitudeE6,
        p.longitude_e6 AS longitudeE6, p.altitude_e4 AS altitudeE4, p.origin,
        p.element_set_ref AS elementSetRef, (
          SELECT json_group_array(time_ms) FROM (
            SELECT q.time_ms FROM json_each(?) AS ago
              CROSS JOIN positions AS q ON q.topic_ref = r.topic_ref
                AND q.slot = r.last_ms / ${SLOT_MS} - ago.value
                AND q.norad_id = r.norad_id
            ORDER BY q.time_ms DESC LIMIT +?)) AS lastTimesMs
      ${wanted} CROSS JOIN positions AS p ON p.topic_ref = r.topic_ref
        AND p.slot = r.last_ms / ${SLOT_MS} AND p.norad_id = r.norad_id
        AND p.time_ms = r.last_ms`);
    this.#ofMany = db.prepare<
      [string, string, number, number, number],
      ManyRow
    >(
      `SELECT p.norad_id, p.topic_ref, p.time_ms, p.latitude_e6,
        p.longitude_e6, p.altitude_e4
      ${wanted} CROSS JOIN json_each(?) AS m
        CROSS JOIN positions AS p ON p.topic_ref = r.topic_ref
          AND p.slot = m.value AND p.norad_id = r.norad_id
          AND p.time_ms >= ? AND p.time_ms < ?
      LIMIT +?`,
    ).raw();
    const end = (which: string) =>
      `(SELECT ${which}(slot) FROM positions WHERE topic_ref = ref)`;
    this.#slots = db.prepare<[], { first: number | null; last: number }>(
      `SELECT ${end("min")} AS first, ${end("max")} AS last FROM topics`,
    );
  }

  /**
   * The last position of each recording of some satellites, where it is a row;
   * its times are a JSON array.
   */
  latest(noradIds: readonly number[], timesCount: number): LatestRow[] {
    const wanted = JSON.stringify(noradIds);
    return this.#latest.all(LATEST_SLOTS, timesCount, wanted);
  }

  /** The rows of some satellites within a range, in order of each one's time. */
  ofMany(
    noradIds: readonly number[],
    range: TimeRangeMs,
    limit: number,
  ): ManyRow[] {
    const slots = slotsOf(this.#withRows(range));
    const [wanted, within] = [noradIds, slots].map((n) => JSON.stringify(n));
    const { fromMs, toMs } = range;
    return this.#ofMany.all(wanted!, within!, fromMs, toMs, limit);
  }

  /** The part of a range, however long, in which there can be rows. */
  #withRows({ fromMs, toMs }: TimeRangeMs): TimeRangeMs {
    let [first, last] = [Infinity, -Infinity];
    for (const topic of this.#slots.all()) {
      if (topic.first === null) continue;
      first = Math.min(first, topic.first);
      last = Math.max(last, topic.last);
    }
    return {
      fromMs: Math.max(fromMs, first * SLOT_MS),
      toMs: Math.min(toMs, (last + 1) * SLOT_MS),
    };
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

function slotsOf({ fromMs, toMs }: TimeRangeMs): number[] {
  const first = Math.floor(fromMs / SLOT_MS);
  if (fromMs >= toMs) return [];
  const length = Math.ceil(toMs / SLOT_MS) - first;
  return Array.from({ length }, (_, i) => first + i);
}
