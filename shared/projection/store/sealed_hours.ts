import type { Sqlite } from "../../sqlite.ts";
import {
  decodeHour,
  decodeOnlyElementSetRef,
  decodeOnlyOrigin,
  decodePositions,
} from "../codec/hour_codec.ts";
import type { HourColumns } from "../hour_columns.ts";
import { decodeMinutes } from "../codec/minute_codec.ts";
import type { PositionColumns } from "../position_columns.ts";
import {
  DamagedHour,
  type SealedHour,
  type StoredHour,
  type StoreKey,
} from "./stored_hour.ts";
import type { Summaries } from "../summaries.ts";
import { HOUR_MS, type TimeRangeMs } from "../time_range.ts";

/** Reads the hours that are sealed. */
export class SealedHours {
  readonly #list;
  readonly #last;
  readonly #within;
  readonly #samples;
  readonly #minutes;

  constructor(db: Sqlite) {
    const select = `
      SELECT hour, samples, first_ms, first_latitude_e6, first_longitude_e6,
        first_altitude_e4, altitude_min_e4, altitude_max_e4, last_ms,
        longest_step_ms, step_ms, checksum, revision
      FROM hours WHERE norad_id = +? AND topic_ref = +?`;
    this.#list = db.prepare<number[], unknown[]>(`${select}
      AND hour >= ? AND hour < ? ORDER BY hour LIMIT +?`).raw();
    this.#last = db.prepare<number[], unknown[]>(`${select}
      AND hour < ? ORDER BY hour DESC LIMIT 1`).raw();
    this.#within = db.prepare<[string, number, number], number>(`
      SELECT DISTINCT r.norad_id FROM json_each(?) AS wanted
        CROSS JOIN recordings AS r ON r.norad_id = wanted.value
        CROSS JOIN hours AS h ON h.norad_id = r.norad_id
          AND h.topic_ref = r.topic_ref AND hour >= ? AND hour < ?`).pluck();
    const where = "WHERE norad_id = +? AND topic_ref = +? AND hour = +?";
    this.#samples = db.prepare<number[], Uint8Array>(
      `SELECT samples FROM sealed ${where}`,
    ).pluck();
    this.#minutes = db.prepare<number[], Uint8Array | null>(
      `SELECT minutes FROM sealed ${where}`,
    ).pluck();
  }

  /** The first hours that begin within a range, so many at most. */
  list(
    key: StoreKey,
    { fromMs, toMs }: TimeRangeMs,
    limit: number,
  ): StoredHour[] {
    const from = Math.ceil(fromMs / HOUR_MS);
    const to = Math.ceil(toMs / HOUR_MS);
    return this.#list.all(key.noradId, key.topicRef, from, to, limit)
      .map((row) => toHour(key, row));
  }

  /** The last hour that begins before an instant; null where there is none. */
  last({ noradId, topicRef }: StoreKey, beforeMs: number): StoredHour | null {
    const to = Math.ceil(beforeMs / HOUR_MS);
    const row = this.#last.get(noradId, topicRef, to);
    return row === undefined ? null : toHour({ noradId, topicRef }, row);
  }

  /** Those of some satellites of which something is sealed within whole hours. */
  withAny(
    noradIds: readonly number[],
    { fromMs, toMs }: TimeRangeMs,
  ): Set<number> {
    const hours = [fromMs / HOUR_MS, toMs / HOUR_MS] as const;
    return new Set(this.#within.all(JSON.stringify(noradIds), ...hours));
  }

  /** @throws {DamagedHour} */
  positions(hour: StoredHour): PositionColumns {
    return this.#decode(hour, this.#samples, decodePositions);
  }

  /** @throws {DamagedHour} */
  onlyElementSetRef(hour: StoredHour): number | null {
    return this.#decode(hour, this.#samples, decodeOnlyElementSetRef);
  }

  /** @throws {DamagedHour} */
  onlyOrigin(hour: StoredHour): number | null {
    return this.#decode(hour, this.#samples, decodeOnlyOrigin);
  }

  /** @throws {DamagedHour} */
  content(hour: StoredHour): HourColumns {
    return this.#decode(hour, this.#samples, decodeHour);
  }

  /**
   * What each minute of an hour holds, in short; null where its positions
   * are few enough to be summed up as fast.
   *
   * @throws {DamagedHour}
   */
  minutes(hour: StoredHour): Summaries | null {
    return this.#decode(
      hour,
      this.#minutes,
      (bytes) => bytes === null ? null : decodeMinutes(bytes),
    );
  }

  #decode<B, T>(
    hour: StoredHour,
    query: { get(...key: number[]): B | undefined },
    decode: (bytes: B) => T,
  ): T {
    const { noradId, topicRef, fromMs } = hour;
    const bytes = query.get(noradId, topicRef, fromMs / HOUR_MS);
    try {
      if (bytes === undefined) throw new Error("it is missing");
      return decode(bytes);
    } catch (error) {
      throw new DamagedHour(hour, error);
    }
  }
}

function toHour(
  { noradId, topicRef }: StoreKey,
  row: unknown[],
): StoredHour {
  const fromMs = row[0] as number * HOUR_MS;
  const sealed: SealedHour = {
    samples: row[1] as number,
    firstMs: row[2] as number,
    firstLatitudeE6: row[3] as number,
    firstLongitudeE6: row[4] as number,
    firstAltitudeE4: row[5] as number,
    altitudeMinE4: row[6] as number,
    altitudeMaxE4: row[7] as number,
    lastMs: row[8] as number,
    longestStepMs: row[9] as number,
    stepMs: row[10] as number | null,
    checksum: row[11] as string,
    revision: row[12] as number,
  };
  return { noradId, topicRef, fromMs, toMs: fromMs + HOUR_MS, sealed };
}
