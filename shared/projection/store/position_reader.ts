import type { Sqlite } from "../../sqlite.ts";
import { STEP_SAMPLES } from "../hour_summary.ts";
import { DecodedHours } from "./decoded_hours.ts";
import { copyHour, createHour, type HourColumns } from "../hour_columns.ts";
import { manyPositions } from "./many_positions.ts";
import { OpenHours } from "./open_hours.ts";
import { type LatestPosition, OpenRowsOfMany } from "./open_rows_of_many.ts";
import {
  createColumns,
  indexOfTime,
  joinColumns,
  type PositionColumns,
  sliceColumns,
} from "../position_columns.ts";
import { type Day, SealedDays } from "./sealed_days.ts";
import { SealedHours } from "./sealed_hours.ts";
import { DamagedHour, type StoredHour, type StoreKey } from "./stored_hour.ts";
import type { Summaries } from "../summaries.ts";
import { DAY_MS, hourOf, type TimeRangeMs, wholeHours } from "../time_range.ts";

/** Hours listed at a time: at first few, as often no more are wanted. */
const LISTED_FIRST = 2;
/** Which takes about a millisecond. */
const LISTED_AT_ONCE = 512;

export interface ReaderOptions {
  /**
   * Told of an hour that cannot be read, which is then left out. By default
   * that is thrown.
   */
  readonly onDamage?: (damage: DamagedHour) => void;
}

/**
 * Reads what is stored of one satellite on one topic, by whole hours. Which
 * of them are rows, and which are sealed, is for nobody else to know.
 */
export class PositionReader {
  readonly #open: OpenHours;
  readonly #openOfMany: OpenRowsOfMany;
  readonly #sealed: SealedHours;
  readonly #days: SealedDays;
  readonly #decoded = new DecodedHours();
  readonly #found = new Map<
    string,
    { readonly version: string; readonly position: HourColumns | null }
  >();
  readonly #onDamage;

  constructor(db: Sqlite, { onDamage }: ReaderOptions = {}) {
    this.#open = new OpenHours(db);
    this.#openOfMany = new OpenRowsOfMany(db);
    this.#sealed = new SealedHours(db);
    this.#days = new SealedDays(db);
    this.#onDamage = onDamage;
  }

  /**
   * The hours that hold anything, of all that a range touches, in order.
   *
   * An hour may be sealed between two queries, or while the caller does other
   * things; never the other way. So open ones are looked for first, and one
   * that is found twice is sealed.
   */
  *hours(key: StoreKey, range: TimeRangeMs): Generator<StoredHour> {
    if (range.fromMs >= range.toMs) return;
    const { fromMs, toMs } = wholeHours(range);
    let limit = LISTED_FIRST;
    for (let nextMs = fromMs; nextMs < toMs;) {
      const openMs = this.#open.firstMs(key, { fromMs: nextMs, toMs });
      const open = openMs === null ? null : openHour(key, openMs);
      const rest = { fromMs: nextMs, toMs: open?.toMs ?? toMs };
      const listed = this.#sealed.list(key, rest, limit);
      for (const sealed of listed) {
        yield sealed;
        nextMs = sealed.toMs;
      }
      if (listed.length < limit) {
        if (open === null) return;
        if (nextMs < open.toMs) yield open;
        nextMs = open.toMs;
      }
      limit = Math.min(limit * 4, LISTED_AT_ONCE);
    }
  }

  /** Reads what many recordings hold of a range, as `manyPositions` does. */
  many(
    keys: readonly StoreKey[],
    range: TimeRangeMs,
  ): Generator<PositionColumns[]> {
    const readByHours = (key: StoreKey, range: TimeRangeMs) => {
      const hours = [...this.hours(key, range)];
      return joinColumns(hours.map((hour) => this.positions(hour, range)));
    };
    const parts = { open: this.#openOfMany, sealed: this.#sealed, readByHours };
    return manyPositions(parts, keys, range);
  }

  /**
   * The last position of each of some recordings, those of rows in one query;
   * null where it cannot be read.
   */
  latest(
    keys: readonly (StoreKey & { readonly lastMs: number })[],
  ): (LatestPosition | null)[] {
    const noradIds = keys.map(({ noradId }) => noradId);
    const rows = this.#openOfMany.latest(noradIds, STEP_SAMPLES);
    const idOf = (key: StoreKey) => `${key.noradId} ${key.topicRef}`;
    const byKey = new Map(rows.map((row) => [idOf(row), row]));
    return keys.map((key) => {
      const row = byKey.get(idOf(key));
      return row === undefined
        ? this.#latestSealed(key)
        : { ...row, lastTimesMs: JSON.parse(row.lastTimesMs) };
    });
  }

  #latestSealed(
    key: StoreKey & { readonly lastMs: number },
  ): LatestPosition | null {
    const found = this.at(key, key.lastMs);
    return found && {
      timeMs: found.timeMs[0]!,
      latitudeE6: found.latitudeE6[0]!,
      longitudeE6: found.longitudeE6[0]!,
      altitudeE4: found.altitudeE4[0]!,
      origin: found.origin[0]!,
      elementSetRef: found.elementSetRef[0]!,
      lastTimesMs: [],
    };
  }

  /** The last hour that begins before an instant and holds anything. */
  lastHour(key: StoreKey, beforeMs: number): StoredHour | null {
    const openMs = this.#open.lastMs(key, beforeMs);
    const open = openMs === null ? null : openHour(key, openMs);
    if (open?.toMs === hourOf(beforeMs - 1).toMs) return open;
    const sealed = this.#sealed.last(key, beforeMs);
    return open === null || (sealed !== null && sealed.toMs >= open.toMs)
      ? sealed
      : open;
  }

  /** How many positions an hour holds, by what is kept of it. */
  count(hour: StoredHour): number {
    if (hour.sealed !== null) return hour.sealed.samples;
    const count = this.#open.count(hour, hour);
    return this.#sealedNow(hour)?.sealed?.samples ?? count;
  }

  /** The positions of an hour that lie within a range, at most `limit`. */
  positions(
    hour: StoredHour,
    range: TimeRangeMs = hour,
    limit = Infinity,
  ): PositionColumns {
    if (hour.sealed === null) {
      const fromMs = Math.max(range.fromMs, hour.fromMs);
      const toMs = Math.min(range.toMs, hour.toMs);
      const columns = this.#open.positions(hour, { fromMs, toMs }, limit);
      const sealed = this.#sealedNow(hour);
      return sealed === null ? columns : this.positions(sealed, range, limit);
    }
    const columns = this.#readable(
      () => this.#decoded.get(hour, () => this.#sealed.positions(hour)),
      () => createColumns(0),
    );
    const start = indexOfTime(columns.timeMs, range.fromMs);
    const end = indexOfTime(columns.timeMs, range.toMs);
    return sliceColumns(columns, start, Math.min(end, start + limit));
  }

  /** The last times of an hour that are before an instant, in order. */
  lastTimesMs(
    hour: StoredHour,
    beforeMs: number,
    count: number,
  ): Float64Array {
    const range = { fromMs: hour.fromMs, toMs: Math.min(hour.toMs, beforeMs) };
    if (hour.sealed !== null && hour.sealed.lastMs < beforeMs && count === 1) {
      return Float64Array.of(hour.sealed.lastMs);
    }
    if (hour.sealed === null) {
      const times = this.#open.lastTimesMs(hour, range, count);
      const sealed = this.#sealedNow(hour);
      if (sealed === null) return times;
      return this.lastTimesMs(sealed, beforeMs, count);
    }
    return this.positions(hour, range).timeMs.slice(-count);
  }

  /**
   * All that is stored of an hour.
   *
   * @throws {DamagedHour}
   */
  content(hour: StoredHour): HourColumns {
    if (hour.sealed !== null) return this.#sealed.content(hour);
    const content = this.#open.content(hour, hour);
    const sealed = this.#sealedNow(hour);
    return sealed === null ? content : this.#sealed.content(sealed);
  }

  /** Likewise; nothing where it cannot be read. */
  readableContent(hour: StoredHour): HourColumns {
    return this.#readable(() => this.content(hour), () => createHour(0));
  }

  /**
   * The row of the element set that all positions of a sealed hour rest on;
   * null where only its content can tell.
   */
  onlyElementSetRef(hour: StoredHour): number | null {
    if (hour.sealed === null) return null;
    return this.#readable(
      () => this.#sealed.onlyElementSetRef(hour),
      () => null,
    );
  }

  /** The origin of all positions of a sealed hour; null as above. */
  onlyOrigin(hour: StoredHour): number | null {
    if (hour.sealed === null) return null;
    return this.#readable(() => this.#sealed.onlyOrigin(hour), () => null);
  }

  /** The position at an instant, as columns of one, with what it rests on. */
  at(key: StoreKey, timeMs: number): HourColumns | null {
    const instant = { fromMs: timeMs, toMs: timeMs + 1 };
    const found = this.#open.content(key, instant);
    if (found.timeMs.length > 0) return found;
    const [hour] = this.#sealed.list(key, hourOf(timeMs), 1);
    if (hour === undefined) return null;
    // Kept, as what is asked for is the last of satellites that are silent.
    const id = `${key.noradId} ${key.topicRef}`;
    const version = `${timeMs} ${hour.sealed!.revision}`;
    let known = this.#found.get(id);
    if (known?.version !== version) {
      const content = this.#readable(
        () => this.#sealed.content(hour),
        () => createHour(0),
      );
      const index = content.timeMs.indexOf(timeMs);
      const position = index < 0 ? null : copyHour(content, index, index + 1);
      known = { version, position };
      this.#found.set(id, known);
    }
    return known.position;
  }

  /** What the minutes of an hour hold; null where its positions must tell. */
  minutes(hour: StoredHour): Summaries | null {
    if (hour.sealed === null) return null;
    return this.#readable(() => this.#sealed.minutes(hour), () => null);
  }

  /**
   * What the days within a range hold of which all is sealed, in order.
   * Those of which a part is rows are left out: their hours must tell.
   */
  days(key: StoreKey, range: TimeRangeMs): Day[] {
    // As with hours: looked for first, lest one is sealed in between.
    const open = new Set<number>();
    for (let nextMs = range.fromMs;;) {
      const openMs = this.#open.firstMs(key, { ...range, fromMs: nextMs });
      if (openMs === null) break;
      const day = Math.floor(openMs / DAY_MS) * DAY_MS;
      open.add(day);
      nextMs = day + DAY_MS;
    }
    return this.#days.list(key, range).filter(({ fromMs }) =>
      !open.has(fromMs)
    );
  }

  /**
   * An hour that was rows, if it has been sealed since. That is asked once its
   * rows have been read: where it has not, all of them were there.
   */
  #sealedNow(hour: StoredHour): StoredHour | null {
    return this.#sealed.list(hour, hour, 1)[0] ?? null;
  }

  #readable<T>(read: () => T, otherwise: () => T): T {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof DamagedHour)) throw error;
      if (this.#onDamage === undefined) throw error;
      this.#onDamage(error);
      return otherwise();
    }
  }
}

function openHour({ noradId, topicRef }: StoreKey, timeMs: number): StoredHour {
  return { noradId, topicRef, ...hourOf(timeMs), sealed: null };
}
