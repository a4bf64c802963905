import type { Sqlite, Statement } from "../../sqlite.ts";
import { createHour, type HourColumns, sliceHour } from "../hour_columns.ts";
import { HourWriter } from "./hour_writer.ts";
import { indexOfTime } from "../position_columns.ts";
import type { StoreKey } from "./stored_hour.ts";
import { DAY_MS, hourOf, type TimeRangeMs } from "../time_range.ts";

/** Columns of the table, each a value of a row. */
const FIELDS = 11;

/**
 * An hour is open for so long after its end, since what is measured in its
 * last seconds comes a little later.
 */
export const OPEN_AFTER_END_MS = 120_000;

// The rule of mergeHours(). Negated, all of them are "larger wins".
const WINS = `
  (-excluded.origin, -excluded.partition, excluded.offset, excluded.sample) >
  (-positions.origin, -positions.partition, positions.offset, positions.sample)
`;

/** Rows a statement, largest first. */
const STATEMENT_ROWS = [50, 10, 1];

/** Pages given back to the file system at a time; moving one takes 20 us. */
const VACUUM_PAGES = 100;

export interface WriteContext {
  /** The commit that it belongs to. */
  readonly revision: number;
  /** The time now, by which an hour is over or not. */
  readonly nowMs: number;
}

/** An hour of rows, by one of its times. */
export interface OpenHour extends StoreKey {
  readonly timeMs: number;
}

/**
 * Writes positions; belongs inside the projector's transaction. An hour that
 * is not over gets rows; what comes for one that is over is sealed with what
 * is there of it. Where events claim the same time, the same rule decides in
 * both, so that the content does not depend on the order of arrival.
 */
export class PositionWriter {
  readonly #db: Sqlite;
  readonly #hours: HourWriter;
  readonly #insert: Map<number, Statement>;
  readonly #upsert: Statement;
  readonly #firstOpen;

  /** `onSealed` is told of each hour that is sealed as it was not before. */
  constructor(
    db: Sqlite,
    { onSealed }: { onSealed: (key: StoreKey, hour: TimeRangeMs) => void } = {
      onSealed: () => {},
    },
  ) {
    this.#db = db;
    this.#hours = new HourWriter(db, { onSealed });
    this.#insert = new Map(
      STATEMENT_ROWS.map((rows) => [
        rows,
        db.prepare(`${insertSql(rows)} ON CONFLICT DO NOTHING`),
      ]),
    );
    this.#upsert = db.prepare(`
      ${insertSql(1)} ON CONFLICT DO UPDATE SET
        latitude_e6 = excluded.latitude_e6,
        longitude_e6 = excluded.longitude_e6,
        altitude_e4 = excluded.altitude_e4,
        origin = excluded.origin,
        element_set_ref = excluded.element_set_ref,
        partition = excluded.partition,
        offset = excluded.offset,
        sample = excluded.sample
      WHERE ${WINS}
    `);
    this.#firstOpen = db.prepare<[number], OpenHour>(`
      SELECT norad_id AS noradId, topic_ref AS topicRef, (
        SELECT time_ms FROM positions WHERE positions.norad_id =
          recordings.norad_id AND positions.topic_ref = recordings.topic_ref
        ORDER BY time_ms LIMIT 1) AS timeMs
      FROM recordings WHERE timeMs < ? LIMIT 1`);
  }

  /**
   * Writes samples in order of time; a time may come several times.
   *
   * @returns How many times are new; for the others the rule decided.
   */
  write(key: StoreKey, samples: HourColumns, context: WriteContext): number {
    const { timeMs } = samples;
    const openFromMs = openFrom(context.nowMs);
    let added = 0;
    for (let start = 0; start < timeMs.length;) {
      const hour = hourOf(timeMs[start]!);
      const end = indexOfTime(timeMs, hour.toMs);
      const more = sliceHour(samples, start, end);
      // One that is sealed stays so, also if the clock has been put back.
      if (hour.fromMs < openFromMs || this.#hours.isSealed(key, hour)) {
        added += this.#hours.seal(key, hour, { ...context, more });
        const day = Math.floor(hour.fromMs / DAY_MS);
        const isLastOfDay = end === timeMs.length ||
          Math.floor(timeMs[end]! / DAY_MS) > day;
        if (isLastOfDay) this.#hours.sumUpDay(key, hour.fromMs);
      } else {
        added += this.#insertRows(key, more);
      }
      start = end;
    }
    return added;
  }

  /** Finds an hour of rows that is over; null where there is none. */
  findOver(nowMs: number): OpenHour | null {
    return this.#firstOpen.get(openFrom(nowMs)) ?? null;
  }

  /** Seals an hour of rows, and gives pages back that are free now. */
  seal(hour: OpenHour, revision: number): void {
    const more = createHour(0);
    this.#hours.seal(hour, hourOf(hour.timeMs), { revision, more });
    this.#hours.sumUpDay(hour, hour.timeMs);
    this.#db.pragma(`incremental_vacuum(${VACUUM_PAGES})`);
  }

  #insertRows(key: StoreKey, samples: HourColumns): number {
    const values = toValues(key, samples);
    let added = 0;
    let at = 0;
    for (const rows of STATEMENT_ROWS) {
      const width = rows * FIELDS;
      for (; at + width <= values.length; at += width) {
        const chunk = values.slice(at, at + width);
        const { changes } = this.#insert.get(rows)!.run(...chunk);
        added += changes;
        if (changes < rows) this.#settle(chunk);
      }
    }
    return added;
  }

  // A row of the chunk that was inserted meets itself here and changes
  // nothing: it does not win against its own offset and sample.
  #settle(values: readonly number[]): void {
    for (let at = 0; at < values.length; at += FIELDS) {
      this.#upsert.run(...values.slice(at, at + FIELDS));
    }
  }
}

/** The first instant whose hour is open. */
function openFrom(nowMs: number): number {
  return hourOf(nowMs - OPEN_AFTER_END_MS).fromMs;
}

function insertSql(rows: number): string {
  const row = `(${Array(FIELDS).fill("?").join(",")})`;
  return `INSERT INTO positions VALUES ${Array(rows).fill(row).join(",")}`;
}

function toValues(
  { noradId, topicRef }: StoreKey,
  samples: HourColumns,
): number[] {
  const values: number[] = [];
  for (let i = 0; i < samples.timeMs.length; i++) {
    values.push(
      noradId,
      topicRef,
      samples.timeMs[i]!,
      samples.latitudeE6[i]!,
      samples.longitudeE6[i]!,
      samples.altitudeE4[i]!,
      samples.origin[i]!,
      samples.elementSetRef[i]!,
      samples.partition[i]!,
      samples.offset[i]!,
      samples.sample[i]!,
    );
  }
  return values;
}
