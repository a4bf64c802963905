import { GapFinder } from "./gaps.ts";
import {
  appendColumns,
  emptyColumns,
  type PositionColumns,
} from "./position_columns.ts";
import type { RangeSummary, TimeRangeMs } from "./position_store.ts";
import type { Projection } from "./projection.ts";
import {
  hourOf,
  type Recording,
  type Stretch,
  stretches,
} from "./recordings.ts";

/** Samples summed up before the caller gets a chance to do other things. */
const SAMPLES_A_STEP = 20_000;

/** The queries of a bucket cost as much as summing up so many samples, about. */
const SAMPLES_A_BUCKET = 100;

/** One a millisecond. */
const MOST_A_HOUR = 3_600_000;

/** One recorded position a bucket, and what the bucket holds beside it. */
export interface Buckets {
  /** The first sample of each bucket that has any. */
  readonly columns: PositionColumns;
  readonly altitudeMinE4: number[];
  readonly altitudeMaxE4: number[];
  readonly samples: number[];
  /** Where nothing was recorded, each from a last sample to the next. */
  readonly gaps: readonly TimeRangeMs[];
}

/**
 * Thins recorded positions of one satellite to one a bucket, never inventing
 * a point, and finds all gaps, also those that are shorter than a bucket.
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
  range: TimeRangeMs & { readonly bucketMs: number },
): Generator<void, Buckets> {
  const { positions } = projection;
  const finder = new GapFinder(projection, recordings, range);
  const buckets: Buckets = {
    columns: emptyColumns(),
    altitudeMinE4: [],
    altitudeMaxE4: [],
    samples: [],
    gaps: finder.gaps,
  };
  let work = 0;
  for (const hour of hours(projection, recordings, range)) {
    const { recording } = hour;
    finder.addSamples(positions.timesMs(recording, hour, MOST_A_HOUR));
    for (const part of parts(hour, range.bucketMs)) {
      const summary = positions.summary(recording, part);
      work += SAMPLES_A_BUCKET;
      if (summary !== null) {
        addToBucket(buckets, summary, {
          first: positions.page(recording, part, 1),
          bucketMs: range.bucketMs,
        });
        work += summary.samples;
      }
      if (work >= SAMPLES_A_STEP) {
        work = 0;
        yield;
      }
    }
  }
  finder.end();
  return buckets;
}

/** The hours of a range that hold anything, cut where the range ends. */
function* hours(
  projection: Projection,
  recordings: readonly Recording[],
  range: TimeRangeMs,
): Generator<Stretch> {
  for (const stretch of stretches(projection, recordings, range)) {
    const { recording, toMs } = stretch;
    for (let { fromMs } = stretch; fromMs < toMs;) {
      const [next] = projection.positions
        .timesMs(recording, { fromMs, toMs }, 1);
      if (next === undefined) break;
      const hour = hourOf(next);
      fromMs = Math.max(fromMs, hour.fromMs);
      const end = Math.min(toMs, hour.toMs);
      yield { recording, fromMs, toMs: end };
      fromMs = end;
    }
  }
}

/** Cuts a range where buckets begin. */
function* parts(range: TimeRangeMs, bucketMs: number): Generator<TimeRangeMs> {
  for (let fromMs = range.fromMs; fromMs < range.toMs;) {
    const bucketEnd = (Math.floor(fromMs / bucketMs) + 1) * bucketMs;
    const toMs = Math.min(bucketEnd, range.toMs);
    yield { fromMs, toMs };
    fromMs = toMs;
  }
}

// A bucket may come in parts, where its hours are read from several topics.
function addToBucket(
  buckets: Buckets,
  summary: RangeSummary,
  { first, bucketMs }: { first: PositionColumns; bucketMs: number },
): void {
  const last = buckets.samples.length - 1;
  const lastMs = buckets.columns.timeMs[last] ?? -Infinity;
  const { altitudeMinE4, altitudeMaxE4, samples } = buckets;
  if (
    Math.floor(lastMs / bucketMs) === Math.floor(summary.firstMs / bucketMs)
  ) {
    altitudeMinE4[last] = Math.min(altitudeMinE4[last]!, summary.altitudeMinE4);
    altitudeMaxE4[last] = Math.max(altitudeMaxE4[last]!, summary.altitudeMaxE4);
    samples[last]! += summary.samples;
    return;
  }
  appendColumns(buckets.columns, first);
  altitudeMinE4.push(summary.altitudeMinE4);
  altitudeMaxE4.push(summary.altitudeMaxE4);
  samples.push(summary.samples);
}
