import type { Sqlite } from "../../sqlite.ts";
import { createHour, type HourColumns, sliceHour } from "../hour_columns.ts";
import { HourWriter } from "./hour_writer.ts";
import { type OpenHour, OverHours } from "./over_hours.ts";
import { indexOfTime } from "../position_columns.ts";
import { type OpenSamples, RowWriter } from "./row_writer.ts";
import type { StoreKey } from "./stored_hour.ts";
import { DAY_MS, hourOf, type TimeRangeMs } from "../time_range.ts";

/**
 * An hour is open for so long after its end, since what is measured in its
 * last seconds comes a little later.
 */
export const OPEN_AFTER_END_MS = 120_000;

/** Pages given back to the file system at a time; moving one takes 20 us. */
const VACUUM_PAGES = 100;

export interface WriteContext {
  /** The commit that it belongs to. */
  readonly revision: number;
  /** The time now, by which an hour is over or not. */
  readonly nowMs: number;
}

/** Samples of one satellite on one topic; a time may come several times. */
export interface KeyedSamples extends StoreKey {
  /** In order of time, of any number of hours. */
  readonly samples: HourColumns;
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
  readonly #rows: RowWriter;
  readonly #over: OverHours;

  /** `onSealed` is told of each hour that is sealed as it was not before. */
  constructor(
    db: Sqlite,
    { onSealed }: { onSealed: (key: StoreKey, hour: TimeRangeMs) => void } = {
      onSealed: () => {},
    },
  ) {
    this.#db = db;
    this.#hours = new HourWriter(db, { onSealed });
    this.#rows = new RowWriter(db);
    this.#over = new OverHours(db);
  }

  /**
   * Writes samples of satellites, in order of satellite and topic.
   *
   * @returns Of each, how many times are new; for the others the rule decided.
   */
  write(all: readonly KeyedSamples[], context: WriteContext): number[] {
    const added: number[] = [];
    const open: OpenSamples[] = [];
    const owners: number[] = [];
    all.forEach((given, i) => {
      added.push(0);
      const sealed: HourSamples[] = [];
      for (const hour of hoursOf(given)) {
        if (this.#isOpen(hour, context)) {
          open.push(hour);
          owners.push(i);
        } else {
          const { revision } = context;
          const more = hour.samples;
          added[i]! += this.#hours.seal(hour, hour, { more, revision });
          sealed.push(hour);
        }
      }
      this.#noteInDays(sealed);
    });
    this.#rows.write(open).forEach((count, i) => added[owners[i]!]! += count);
    return added;
  }

  /** Finds some hours of rows that are over; none only if there is none. */
  findOver(nowMs: number): OpenHour[] {
    return this.#over.find(openFrom(nowMs));
  }

  /**
   * Seals hours of rows, and gives pages back that are free now.
   *
   * @param isEnough Asked after each of them whether the rest is to wait.
   */
  sealAll(
    hours: readonly OpenHour[],
    revision: number,
    isEnough: () => boolean,
  ): void {
    const more = createHour(0);
    for (const hour of hours) {
      this.#hours.seal(hour, hour, { revision, more });
      this.#hours.addToDay(hour, hour);
      if (isEnough()) break;
    }
    this.#db.pragma(`incremental_vacuum(${VACUUM_PAGES})`);
  }

  /** Hours of one satellite that have just been sealed. */
  #noteInDays(sealed: readonly HourSamples[]): void {
    const days = Map.groupBy(
      sealed,
      ({ fromMs }) => Math.floor(fromMs / DAY_MS),
    );
    for (const [hour, ...others] of days.values()) {
      if (others.length === 0) this.#hours.addToDay(hour!, hour!);
      else this.#hours.sumUpDay(hour!, hour!.fromMs);
    }
  }

  // One that is sealed stays so, also if the clock has been put back.
  #isOpen(hour: HourSamples, { nowMs }: WriteContext): boolean {
    return hour.fromMs >= openFrom(nowMs) && this.#hours.open(hour, hour);
  }
}

/** The first instant whose hour is open. */
function openFrom(nowMs: number): number {
  return hourOf(nowMs - OPEN_AFTER_END_MS).fromMs;
}

/** Samples of one hour. */
interface HourSamples extends OpenHour {
  readonly samples: HourColumns;
}

function* hoursOf(
  { noradId, topicRef, samples }: KeyedSamples,
): Generator<HourSamples> {
  const { timeMs } = samples;
  for (let start = 0; start < timeMs.length;) {
    const { fromMs, toMs } = hourOf(timeMs[start]!);
    const end = indexOfTime(timeMs, toMs);
    const isWhole = end - start === timeMs.length;
    yield {
      noradId,
      topicRef,
      samples: isWhole ? samples : sliceHour(samples, start, end),
      fromMs,
      toMs,
    };
    start = end;
  }
}
