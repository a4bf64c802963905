import type { Sqlite } from "../../sqlite.ts";
import type { StoreKey } from "./stored_hour.ts";
import type { Summary } from "../summaries.ts";
import { DAY_MS, type TimeRangeMs } from "../time_range.ts";

/** What the sealed hours of a day hold, in short. */
export interface Day extends TimeRangeMs, Summary {
  readonly lastMs: number;
  /** Between two neighbours; 0 where there is one sample. */
  readonly longestStepMs: number;
}

/** Reads the days of which something is sealed. */
export class SealedDays {
  readonly #list;

  constructor(db: Sqlite) {
    this.#list = db.prepare<number[], Day>(`
      SELECT day * ${DAY_MS} AS fromMs, (day + 1) * ${DAY_MS} AS toMs, samples,
        first_ms AS firstMs, first_latitude_e6 AS firstLatitudeE6,
        first_longitude_e6 AS firstLongitudeE6,
        first_altitude_e4 AS firstAltitudeE4, altitude_min_e4 AS altitudeMinE4,
        altitude_max_e4 AS altitudeMaxE4, last_ms AS lastMs,
        longest_step_ms AS longestStepMs
      FROM days WHERE norad_id = +? AND topic_ref = +?
        AND day >= ? AND day < ?
      ORDER BY day`);
  }

  /** The days that lie wholly within a range, in order. */
  list({ noradId, topicRef }: StoreKey, { fromMs, toMs }: TimeRangeMs): Day[] {
    const from = Math.ceil(fromMs / DAY_MS);
    return this.#list.all(noradId, topicRef, from, Math.floor(toMs / DAY_MS));
  }
}
