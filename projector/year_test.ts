import assert from "node:assert/strict";
import fc from "fast-check";
import { positionsRecorded } from "../shared/events/positions_recorded.ts";
import { DEGREES, KILOMETRES } from "../shared/events/resolution.ts";
import { bucketMs } from "../shared/projection/buckets.ts";
import {
  createColumns,
  indexOfTime,
  joinColumns,
  positionAt,
  type PositionColumns,
  sliceColumns,
} from "../shared/projection/position_columns.ts";
import {
  type Buckets,
  readBuckets,
} from "../shared/projection/read_buckets.ts";
import {
  readChunks,
  readPositions,
} from "../shared/projection/read_positions.ts";
import { readRecordings } from "../shared/projection/recordings.ts";
import { Summarizer } from "../shared/projection/summaries.ts";
import type { TimeRangeMs } from "../shared/projection/time_range.ts";
import { bundledElementSets } from "../tle/bundled_elements.ts";
import { elementSetId } from "../tle/element_set_id.ts";
import { createOrbit } from "../tle/orbit.ts";
import { batchOf, GivenProjection } from "./testdata/given_projection.ts";

const START_MS = Date.UTC(2025, 0, 1, 0, 7, 30);
const END_MS = START_MS + 365 * 86_400_000;
const STEP_MS = 30_000;
const EVENT_MS = 3_000_000;

const OUTAGES = [
  [START_MS + 40 * 86_400_000, 2 * 86_400_000],
  [START_MS + 200.4 * 86_400_000, 5_000_000],
  [START_MS + 300 * 86_400_000 + 13_000, 170_000],
].map(([fromMs, lengthMs]) => ({ fromMs: fromMs!, toMs: fromMs! + lengthMs! }));

/** Real positions of TERRA, of a year with outages. */
function yearOfTerra(): PositionColumns {
  const orbit = createOrbit(bundledElementSets[0]!);
  const times: number[] = [];
  for (let timeMs = START_MS; timeMs < END_MS; timeMs += STEP_MS) {
    const isOut = OUTAGES.some(({ fromMs, toMs }) =>
      fromMs <= timeMs && timeMs < toMs
    );
    if (!isOut) times.push(timeMs);
  }
  const columns = createColumns(times.length);
  times.forEach((timeMs, i) => {
    const position = orbit.positionAt(timeMs);
    columns.timeMs[i] = timeMs;
    columns.latitudeE6[i] = Math.round(position.latitudeDeg * DEGREES);
    columns.longitudeE6[i] = Math.round(position.longitudeDeg * DEGREES);
    columns.altitudeE4[i] = Math.round(position.altitudeKm * KILOMETRES);
  });
  return columns;
}

/** The year as events of 50 minutes each, so that hours are made of parts. */
function recordYear(year: PositionColumns): GivenProjection {
  const given = new GivenProjection();
  const elements = bundledElementSets[0]!;
  const elementSet = elementSetId(elements);
  const events = [];
  for (let fromMs = START_MS; fromMs < END_MS; fromMs += EVENT_MS) {
    const [start, end] = [fromMs, fromMs + EVENT_MS].map((ms) =>
      indexOfTime(year.timeMs, ms)
    );
    const part = sliceColumns(year, start!, end!);
    if (part.timeMs.length === 0) continue;
    events.push(positionsRecorded(
      Array.from(part.timeMs, (_, i) => ({
        noradId: elements.noradId,
        name: "TERRA",
        ...positionAt(part, i),
        elementSetId: elementSet,
        origin: "backfill" as const,
      })),
    ));
  }
  // The second half first, as where a year is filled in afterwards.
  const half = events.length >> 1;
  const late = [...events.slice(half), ...events.slice(0, half)];
  for (let at = 0; at < late.length; at += 300) {
    const batch = batchOf("terra_topic", at, late.slice(at, at + 300));
    given.apply([batch], END_MS + 86_400_000);
  }
  given.requireAllAccountedFor();
  return given;
}

/** The gaps of a range, by looking at every distance in it. */
function gapsOf({ timeMs }: PositionColumns, range: TimeRangeMs) {
  const gaps: TimeRangeMs[] = [];
  for (let i = 1; i < timeMs.length; i++) {
    if (timeMs[i]! - timeMs[i - 1]! <= 5 * STEP_MS) continue;
    const fromMs = Math.max(timeMs[i - 1]!, range.fromMs);
    const toMs = Math.min(timeMs[i]!, range.toMs);
    if (fromMs < toMs) gaps.push({ fromMs, toMs });
  }
  return gaps;
}

/** The buckets of a range, by looking at every position in it. */
function bucketsOf(
  year: PositionColumns,
  range: TimeRangeMs & { readonly bucketMs: number },
): Buckets {
  const summarizer = new Summarizer(range.bucketMs);
  const [start, end] = [range.fromMs, range.toMs].map((ms) =>
    indexOfTime(year.timeMs, ms)
  );
  summarizer.addPositions(sliceColumns(year, start!, end!));
  return { ...summarizer.end(), gaps: gapsOf(year, range) };
}

/** As deepEqual() does, which takes seconds for a million. */
function requireSame(found: PositionColumns, expected: PositionColumns): void {
  for (const name of Object.keys(expected) as (keyof PositionColumns)[]) {
    const { length } = expected[name];
    assert.equal(found[name].length, length);
    const at = expected[name].findIndex((value, i) => value !== found[name][i]);
    if (at >= 0) assert.equal(found[name][at], expected[name][at], name);
  }
}

/** Two instants about the year, as often as not where hours and days begin. */
const arbitraryRange = fc.tuple(arbitraryInstant(), arbitraryInstant())
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => ({ fromMs: Math.min(a, b), toMs: Math.max(a, b) }));

function arbitraryInstant(): fc.Arbitrary<number> {
  const units = fc.constantFrom(1, 1_000, 60_000, 3_600_000, 86_400_000);
  const instants = fc.integer({
    min: START_MS - 86_400_000,
    max: END_MS + 86_400_000,
  });
  return fc.tuple(instants, units).map(([ms, unit]) =>
    Math.floor(ms / unit) * unit
  );
}

Deno.test("a year is read by ranges and in buckets of any kind as it was recorded", () => {
  const year = yearOfTerra();
  using given = recordYear(year);
  const { projection } = given;
  const recordings = readRecordings(projection).get(25994)!;

  fc.assert(
    fc.property(arbitraryRange, fc.nat(5_000), (range, limit) => {
      const [start, end] = [range.fromMs, range.toMs].map((ms) =>
        indexOfTime(year.timeMs, ms)
      );
      const whole = sliceColumns(year, start!, end!);
      const chunks = [...readChunks(projection, recordings, range)];
      requireSame(joinColumns(chunks), whole);
      const page = readPositions(projection, recordings, { ...range, limit });
      requireSame(page, sliceColumns(whole, 0, limit));
    }),
    { numRuns: 30 },
  );

  fc.assert(
    fc.property(
      arbitraryRange,
      fc.constantFrom(1, 7, 100, 500, 1_000),
      (range, points) => {
        const buckets = { ...range, bucketMs: bucketMs(range, points) };
        const reading = readBuckets(projection, recordings, buckets);
        let step = reading.next();
        while (!step.done) step = reading.next();
        assert.deepEqual(step.value, bucketsOf(year, buckets));
      },
    ),
    { numRuns: 30 },
  );
});
