import type { Sqlite } from "../../sqlite.ts";
import { hourChecksum } from "../hour_checksum.ts";
import { encodeHour } from "../codec/hour_codec.ts";
import { createHour, type HourColumns } from "../hour_columns.ts";
import { summarizeDay } from "./summarize_day.ts";
import { summarizeHour } from "../hour_summary.ts";
import { mergeHours } from "./merge_hours.ts";
import { encodeMinutes } from "../codec/minute_codec.ts";
import { PositionReader } from "./position_reader.ts";
import { SLOT_MS } from "./position_tables.ts";
import type { StoreKey } from "./stored_hour.ts";
import { DAY_MS, HOUR_MS, type TimeRangeMs } from "../time_range.ts";

/**
 * Seals hours: makes one record of all that is stored of an hour, rows or an
 * earlier record, and of what came now. Belongs inside a transaction.
 */
export class HourWriter {
  readonly #reader: PositionReader;
  readonly #elementSetId;
  readonly #isOpen;
  readonly #isSealed;
  readonly #insertOpen;
  readonly #sealed;
  readonly #hour;
  readonly #day;
  readonly #addToDay;
  readonly #deleteOpen;
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
    const where = "WHERE norad_id = +? AND topic_ref = +? AND hour = +?";
    this.#isOpen = db.prepare<number[], number>(
      `SELECT 1 FROM open_hours ${where}`,
    ).pluck();
    this.#isSealed = db.prepare<number[], number>(
      `SELECT 1 FROM hours ${where}`,
    ).pluck();
    this.#insertOpen = db.prepare("INSERT INTO open_hours VALUES (?, ?, ?)");
    this.#sealed = db.prepare("REPLACE INTO sealed VALUES (?, ?, ?, ?, ?)");
    this.#hour = db.prepare(`REPLACE INTO hours VALUES (
      @noradId, @topicRef, @hour, @samples, @firstMs, @firstLatitudeE6,
      @firstLongitudeE6, @firstAltitudeE4, @altitudeMinE4, @altitudeMaxE4,
      @lastMs, @longestStepMs, @stepMs, @checksum, @revision)`);
    this.#day = db.prepare(`REPLACE INTO days VALUES (
      @noradId, @topicRef, @day, @samples, @firstMs, @firstLatitudeE6,
      @firstLongitudeE6, @firstAltitudeE4, @altitudeMinE4, @altitudeMaxE4,
      @lastMs, @longestStepMs)`);
    this.#addToDay = db.prepare(`
      INSERT INTO days SELECT norad_id, topic_ref,
        hour / ${DAY_MS / HOUR_MS}, samples, first_ms, first_latitude_e6,
        first_longitude_e6, first_altitude_e4, altitude_min_e4,
        altitude_max_e4, last_ms, longest_step_ms FROM hours ${where}
      ON CONFLICT DO UPDATE SET samples = samples + excluded.samples,
        altitude_min_e4 = min(altitude_min_e4, excluded.altitude_min_e4),
        altitude_max_e4 = max(altitude_max_e4, excluded.altitude_max_e4),
        last_ms = excluded.last_ms,
        longest_step_ms = max(longest_step_ms, excluded.longest_step_ms,
          excluded.first_ms - last_ms)
      WHERE excluded.first_ms > last_ms`);
    this.#deleteOpen = db.prepare(`DELETE FROM open_hours ${where}`);
    this.#deleteRows = db.prepare(`
      DELETE FROM positions
      WHERE topic_ref = +? AND slot = +? AND norad_id = +?`);
  }

  /** Opens an hour for rows, if it isn't open yet; false if it is sealed. */
  open({ noradId, topicRef }: StoreKey, { fromMs }: TimeRangeMs): boolean {
    const hour = fromMs / HOUR_MS;
    if (this.#isOpen.get(noradId, topicRef, hour) === 1) return true;
    if (this.#isSealed.get(noradId, topicRef, hour) === 1) return false;
    this.#insertOpen.run(noradId, topicRef, hour);
    return true;
  }

  /**
   * Seals an hour with what is stored of it and with `more`, samples of that
   * hour in order of time. The day that holds it is for `addToDay` or
   * `sumUpDay`.
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
      if (hour?.sealed === null) this.#deleteOpenHour(key, range);
    }
    return merged.timeMs.length - stored.timeMs.length;
  }

  /**
   * Adds an hour that has just been sealed to what is known of its day, which
   * must be all that was sealed before. Where it is the last one, that takes a
   * tenth of summing up the day, and gives the same.
   */
  addToDay({ noradId, topicRef }: StoreKey, { fromMs }: TimeRangeMs): void {
    const hour = fromMs / HOUR_MS;
    const { changes } = this.#addToDay.run(noradId, topicRef, hour);
    if (changes === 0) this.sumUpDay({ noradId, topicRef }, fromMs);
  }

  /** Sums up the sealed hours of the day that holds an instant. */
  sumUpDay({ noradId, topicRef }: StoreKey, timeMs: number): void {
    const key = { noradId, topicRef };
    const day = Math.floor(timeMs / DAY_MS);
    const range = { fromMs: day * DAY_MS, toMs: (day + 1) * DAY_MS };
    const summary = summarizeDay(this.#reader.hours(key, range))!;
    this.#day.run({ ...key, day, ...summary });
  }

  #deleteOpenHour(
    { noradId, topicRef }: StoreKey,
    { fromMs, toMs }: TimeRangeMs,
  ): void {
    this.#deleteOpen.run(noradId, topicRef, fromMs / HOUR_MS);
    for (let timeMs = fromMs; timeMs < toMs; timeMs += SLOT_MS) {
      this.#deleteRows.run(topicRef, timeMs / SLOT_MS, noradId);
    }
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
