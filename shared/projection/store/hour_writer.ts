import type { Sqlite } from "../../sqlite.ts";
import { hourChecksum } from "../hour_checksum.ts";
import { encodeHour } from "../codec/hour_codec.ts";
import { createHour, type HourColumns } from "../hour_columns.ts";
import { summarizeDay } from "./summarize_day.ts";
import { summarizeHour } from "../hour_summary.ts";
import { mergeHours } from "./merge_hours.ts";
import { encodeMinutes } from "../codec/minute_codec.ts";
import { PositionReader } from "./position_reader.ts";
import type { StoreKey } from "./stored_hour.ts";
import { DAY_MS, HOUR_MS, type TimeRangeMs } from "../time_range.ts";

/**
 * Seals hours: makes one record of all that is stored of an hour, rows or an
 * earlier record, and of what came now. Belongs inside a transaction.
 */
export class HourWriter {
  readonly #reader: PositionReader;
  readonly #elementSetId;
  readonly #isSealed;
  readonly #sealed;
  readonly #hour;
  readonly #day;
  readonly #deleteRows;
  readonly #onSealed: (key: StoreKey, hour: TimeRangeMs) => void;

  /** `onSealed` is told of each hour that is sealed as it was not before. */
  constructor(
    db: Sqlite,
    { onSealed }: { onSealed: (key: StoreKey, hour: TimeRangeMs) => void },
  ) {
    this.#onSealed = onSealed;
    this.#reader = new PositionReader(db);
    this.#elementSetId = db.prepare<[number], string>(
      "SELECT id FROM element_set_refs WHERE ref = +?",
    ).pluck();
    this.#isSealed = db.prepare<number[], number>(`
      SELECT 1 FROM hours
      WHERE norad_id = +? AND topic_ref = +? AND hour = +?`)
      .pluck();
    this.#sealed = db.prepare("REPLACE INTO sealed VALUES (?, ?, ?, ?, ?)");
    this.#hour = db.prepare(`REPLACE INTO hours VALUES (
      @noradId, @topicRef, @hour, @samples, @firstMs, @firstLatitudeE6,
      @firstLongitudeE6, @firstAltitudeE4, @altitudeMinE4, @altitudeMaxE4,
      @lastMs, @longestStepMs, @stepMs, @checksum, @revision)`);
    this.#day = db.prepare(`REPLACE INTO days VALUES (
      @noradId, @topicRef, @day, @samples, @firstMs, @firstLatitudeE6,
      @firstLongitudeE6, @firstAltitudeE4, @altitudeMinE4, @altitudeMaxE4,
      @lastMs, @longestStepMs)`);
    this.#deleteRows = db.prepare(`
      DELETE FROM positions WHERE norad_id = +? AND topic_ref = +?
        AND time_ms >= ? AND time_ms < ?`);
  }

  isSealed({ noradId, topicRef }: StoreKey, { fromMs }: TimeRangeMs): boolean {
    return this.#isSealed.get(noradId, topicRef, fromMs / HOUR_MS) === 1;
  }

  /**
   * Seals an hour with what is stored of it and with `more`, samples of that
   * hour in order of time. The day that holds it is summed up by `sumUpDay`.
   *
   * @returns How many of the times of `more` are new.
   * @throws {DamagedHour} If what was sealed before cannot be read.
   */
  seal(
    key: StoreKey,
    range: TimeRangeMs,
    { more, revision }: { more: HourColumns; revision: number },
  ): number {
    const [hour] = this.#reader.hours(key, range);
    const stored = hour === undefined
      ? createHour(0)
      : this.#reader.content(hour);
    const merged = mergeHours(stored, more);
    if (merged !== stored || hour?.sealed === null) {
      this.#write(key, range, { merged, revision });
      const { fromMs, toMs } = range;
      if (hour?.sealed === null) {
        this.#deleteRows.run(key.noradId, key.topicRef, fromMs, toMs);
      }
    }
    return merged.timeMs.length - stored.timeMs.length;
  }

  /** Sums up the sealed hours of the day that holds an instant. */
  sumUpDay({ noradId, topicRef }: StoreKey, timeMs: number): void {
    const key = { noradId, topicRef };
    const day = Math.floor(timeMs / DAY_MS);
    const range = { fromMs: day * DAY_MS, toMs: (day + 1) * DAY_MS };
    const summary = summarizeDay(this.#reader.hours(key, range))!;
    this.#day.run({ ...key, day, ...summary });
  }

  #write(
    { noradId, topicRef }: StoreKey,
    { fromMs }: TimeRangeMs,
    { merged, revision }: { merged: HourColumns; revision: number },
  ): void {
    const hour = fromMs / HOUR_MS;
    const checksum = hourChecksum(
      merged,
      (ref) => this.#elementSetId.get(ref) ?? null,
    );
    this.#sealed.run(
      noradId,
      topicRef,
      hour,
      encodeMinutes(merged),
      encodeHour(merged),
    );
    const summary = summarizeHour(merged);
    this.#hour.run({ noradId, topicRef, hour, ...summary, checksum, revision });
    this.#onSealed({ noradId, topicRef }, { fromMs, toMs: fromMs + HOUR_MS });
  }
}
