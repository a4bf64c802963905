import type { Sqlite } from "../../sqlite.ts";
import type { TimeRangeMs } from "../time_range.ts";
import { SLOT_MS } from "./position_tables.ts";
import { slotsOf } from "./slots.ts";
import type { StoreKey } from "./stored_hour.ts";

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
 * Reads rows of many satellites at once: a query of each would take several
 * times as long.
 */
export class OpenRowsOfMany {
  readonly #latest;
  readonly #within;
  readonly #slots;

  constructor(db: Sqlite) {
    // The joins are written in the order in which they are to be done.
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
    this.#within = db.prepare<
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
  within(
    noradIds: readonly number[],
    range: TimeRangeMs,
    limit: number,
  ): ManyRow[] {
    const slots = slotsOf(this.#withRows(range));
    const [wanted, within] = [noradIds, slots].map((n) => JSON.stringify(n));
    const { fromMs, toMs } = range;
    return this.#within.all(wanted!, within!, fromMs, toMs, limit);
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
}
