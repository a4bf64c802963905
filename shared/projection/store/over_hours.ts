import type { Sqlite } from "../../sqlite.ts";
import type { StoreKey } from "./stored_hour.ts";
import { HOUR_MS, hourOf, type TimeRangeMs } from "../time_range.ts";

/** Hours listed at a time. */
const LISTED = 64;

interface Listed extends StoreKey {
  readonly hour: number;
}

/** An hour of rows. */
export interface OpenHour extends StoreKey, TimeRangeMs {}

const BEFORE_ALL: Listed = { noradId: -1, topicRef: -1, hour: -1 };

/**
 * Finds the hours of rows that are over, going round by satellite, and on
 * from where it was: to begin anew each time would be to pass over all that
 * are not over, for each few that are.
 */
export class OverHours {
  readonly #next;
  #at = BEFORE_ALL;

  constructor(db: Sqlite) {
    this.#next = db.prepare<number[], Listed>(`
      SELECT norad_id AS noradId, topic_ref AS topicRef, hour FROM open_hours
      WHERE (norad_id, topic_ref, hour) >= (?, ?, ?) AND hour < ?
      ORDER BY norad_id, topic_ref, hour LIMIT +?`);
  }

  /** Some hours that begin before an instant; none only if there is none. */
  find(beforeMs: number): OpenHour[] {
    let listed = this.#from(this.#at, beforeMs);
    if (listed.length === 0 && this.#at !== BEFORE_ALL) {
      listed = this.#from(BEFORE_ALL, beforeMs);
    }
    this.#at = listed[0] ?? BEFORE_ALL;
    return listed.map(({ noradId, topicRef, hour }) => ({
      noradId,
      topicRef,
      ...hourOf(hour * HOUR_MS),
    }));
  }

  #from({ noradId, topicRef, hour }: Listed, beforeMs: number): Listed[] {
    const before = beforeMs / HOUR_MS;
    return this.#next.all(noradId, topicRef, hour, before, LISTED);
  }
}
