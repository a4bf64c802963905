import { GapFinder } from "./gaps.ts";
import type { PositionReader } from "./store/position_reader.ts";
import type { Projection } from "./projection.ts";
import { recordedHours, type Recording } from "./recordings.ts";
import type { Day } from "./store/sealed_days.ts";
import type { StoredHour } from "./store/stored_hour.ts";
import { type Summaries, Summarizer } from "./summaries.ts";
import { DAY_MS, HOUR_MS, MINUTE_MS, type TimeRangeMs } from "./time_range.ts";

/** One recorded position a bucket, and what the bucket holds beside it. */
export interface Buckets extends Summaries {
  /** Where nothing was recorded, each from a last sample to the next. */
  readonly gaps: readonly TimeRangeMs[];
}

// What a step costs, counted in positions summed up, 20 to 30 ns each.
const COST_OF_SUMMARY = 50;
const COST_OF_MINUTES = 500;
const COST_OF_HOUR = 1_000;

/** Which takes a millisecond or two. */
const DAYS_AT_ONCE = 1_000;

/** After so much the caller gets a chance to do other things: a millisecond. */
const COST_OF_TURN = 40_000;

/**
 * Thins recorded positions of one satellite to one a bucket, never inventing
 * a point, and finds all gaps, also those that are shorter than a bucket. Of
 * the days, hours and minutes that lie within one bucket, no positions are
 * read, only what is known of them in short.
 *
 * Yields now and then, with nothing, so that the caller can do other things;
 * returns the whole.
 *
 * @param range Half-open, ms since 1970.
 * @param range.bucketMs Length of a bucket; buckets are aligned to the epoch.
 */
export function* readBuckets(
  projection: Projection,
  recordings: readonly Recording[],
  { bucketMs, ...range }: TimeRangeMs & { readonly bucketMs: number },
): Generator<void, Buckets> {
  const finder = new GapFinder(projection, recordings, range);
  const reading = new BucketReading(projection.positions, finder, bucketMs);
  let cost = 0;
  for (const part of daysAndRests(projection, recordings, range, bucketMs)) {
    const isKnown = "samples" in part && reading.addDay(part);
    const hours = isKnown ? [] : recordedHours(projection, recordings, part);
    cost += COST_OF_SUMMARY;
    for (const hour of hours) {
      cost += reading.addHour(hour, part);
      if (cost < COST_OF_TURN) continue;
      cost = 0;
      yield;
    }
    if (cost < COST_OF_TURN) continue;
    cost = 0;
    yield;
  }
  finder.end();
  return { ...reading.end(), gaps: finder.gaps };
}

/** The days known in short where buckets are whole days, and what is between. */
function* daysAndRests(
  { positions }: Projection,
  recordings: readonly Recording[],
  { fromMs, toMs }: TimeRangeMs,
  bucketMs: number,
): Generator<TimeRangeMs | Day> {
  const [only] = recordings;
  // Of several topics each hour may be read from another.
  const isByDay = bucketMs % DAY_MS === 0 && recordings.length === 1;
  let nextMs = fromMs;
  for (let atMs = wholeDay(fromMs); isByDay && atMs < toMs;) {
    const endMs = Math.min(atMs + DAYS_AT_ONCE * DAY_MS, toMs);
    for (const day of positions.days(only!, { fromMs: atMs, toMs: endMs })) {
      if (nextMs < day.fromMs) yield { fromMs: nextMs, toMs: day.fromMs };
      yield day;
      nextMs = day.toMs;
    }
    atMs = endMs;
  }
  if (nextMs < toMs) yield { fromMs: nextMs, toMs };
}

function wholeDay(timeMs: number): number {
  return Math.ceil(timeMs / DAY_MS) * DAY_MS;
}

class BucketReading {
  readonly #positions: PositionReader;
  readonly #finder: GapFinder;
  readonly #bucketMs: number;
  readonly #summarizer: Summarizer;

  constructor(positions: PositionReader, finder: GapFinder, bucketMs: number) {
    this.#positions = positions;
    this.#finder = finder;
    this.#bucketMs = bucketMs;
    this.#summarizer = new Summarizer(bucketMs);
  }

  /** Takes a whole day; false where only its hours can tell of gaps. */
  addDay(day: Day): boolean {
    if (!this.#finder.addStretch(day)) return false;
    this.#summarizer.addSummary(day);
    return true;
  }

  /** Takes what a range holds of an hour; returns what that cost. */
  addHour(hour: StoredHour, range: TimeRangeMs): number {
    const { sealed } = hour;
    const isWhole = range.fromMs <= hour.fromMs && hour.toMs <= range.toMs;
    if (isWhole && sealed !== null) {
      if (this.#bucketMs % HOUR_MS === 0 && this.#finder.addStretch(sealed)) {
        this.#summarizer.addSummary(sealed);
        return COST_OF_SUMMARY;
      }
      const minutes = this.#bucketMs % MINUTE_MS === 0
        ? this.#positions.minutes(hour)
        : null;
      if (minutes !== null && this.#finder.addStretch(sealed)) {
        this.#summarizer.addSummaries(minutes);
        return COST_OF_MINUTES;
      }
    }
    const columns = this.#positions.positions(hour, range);
    this.#finder.addSamples(columns.timeMs);
    this.#summarizer.addPositions(columns);
    return COST_OF_HOUR + columns.timeMs.length;
  }

  end(): Summaries {
    return this.#summarizer.end();
  }
}
