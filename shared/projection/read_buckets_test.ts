import assert from "node:assert/strict";
import fc from "fast-check";
import { readBuckets } from "./read_buckets.ts";
import { readPositions } from "./read_positions.ts";
import {
  every,
  HOUR,
  HOUR_MS,
  testOpenAndSealed,
} from "./testdata/memory_projection.ts";
import {
  arbitraryRecording,
  raggedProjection,
} from "./testdata/ragged_recording.ts";

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;

const FIRST_HOUR = { fromMs: HOUR, toMs: HOUR + HOUR_MS };

const seconds = (...numbers: number[]) =>
  numbers.map((second) => HOUR + second * SECOND_MS);

testOpenAndSealed(
  "readBuckets() gives the first sample of each bucket, its lowest and highest altitude, and how many there are",
  (Given) => {
    using given = new Given("a_topic");
    const altitudes = new Map([[0, 50], [20, 10], [40, 90], [59, 20], [60, 7]]);
    given.record({
      topic: "a_topic",
      timesMs: seconds(...altitudes.keys()),
      altitudeE4: (timeMs) => altitudes.get((timeMs - HOUR) / 1000)!,
    });
    const buckets = given.buckets(FIRST_HOUR);
    assert.deepEqual([...buckets.columns.timeMs], seconds(0, 60));
    assert.deepEqual([...buckets.columns.altitudeE4], [50, 7]);
    assert.deepEqual([...buckets.altitudeMinE4], [10, 7]);
    assert.deepEqual([...buckets.altitudeMaxE4], [90, 7]);
    assert.deepEqual([...buckets.samples], [4, 1]);
  },
);

testOpenAndSealed(
  "readBuckets() aligns buckets to the epoch and cuts them where the range ends",
  (Given) => {
    using given = new Given("a_topic");
    given.record({
      topic: "a_topic",
      timesMs: every(SECOND_MS, HOUR, HOUR + HOUR_MS),
    });
    const range = { fromMs: HOUR + 30_000, toMs: HOUR + 90_000 };
    const buckets = given.buckets(range);
    assert.deepEqual([...buckets.columns.timeMs], seconds(30, 60));
    assert.deepEqual([...buckets.samples], [30, 30]);
  },
);

testOpenAndSealed(
  "readBuckets() merges a bucket that is read from several topics",
  (Given) => {
    using given = new Given("a_topic", "b_topic");
    const end = HOUR + HOUR_MS;
    given.record({
      topic: "a_topic",
      timesMs: every(SECOND_MS, HOUR, end),
      altitudeE4: () => 5,
    });
    given.record({
      topic: "b_topic",
      timesMs: every(SECOND_MS, end, end + HOUR_MS),
      altitudeE4: () => 9,
    });
    const range = { fromMs: HOUR, toMs: end + HOUR_MS };
    // Of 7 minutes, so that one of them lies across the hour.
    const buckets = given.buckets(range, 7 * MINUTE_MS);
    const across = buckets.columns.timeMs.findLastIndex((time) => time < end);
    assert.deepEqual(
      [
        buckets.altitudeMinE4[across],
        buckets.altitudeMaxE4[across],
        buckets.samples[across],
      ],
      [5, 9, 420],
    );
    assert.equal(buckets.samples.reduce((sum, n) => sum + n, 0), 7200);
    assert.deepEqual(buckets.gaps, []);
  },
);

testOpenAndSealed(
  "readBuckets() lets the caller do other things between",
  (Given) => {
    using given = new Given("a_topic");
    given.record({
      topic: "a_topic",
      timesMs: every(200, HOUR, HOUR + 8 * HOUR_MS),
    });
    const range = { fromMs: HOUR, toMs: HOUR + 8 * HOUR_MS };
    const steps = (bucketMs: number) =>
      [...readBuckets(given.projection, given.recordings(), {
        ...range,
        bucketMs,
      })].length;
    // Buckets that no hour or minute fits into: all positions are read.
    assert.ok(steps(HOUR_MS / 2 + SECOND_MS) >= 2);
  },
);

testOpenAndSealed(
  "readBuckets() holds exactly what readPositions() reads",
  (Given) => {
    fc.assert(fc.property(arbitraryRecording, ({ a, b, cuts }) => {
      using given = raggedProjection(Given, { a, b });
      const [from = 0, to = 6 * 3600, bucket = 60] = cuts;
      const fromMs = HOUR + from * 1000;
      const range = { fromMs, toMs: fromMs + to * 1000 + 1 };
      const bucketMs = (bucket + 1) * 1000;
      const { timeMs, altitudeE4 } = readPositions(
        given.projection,
        given.recordings(),
        { ...range, limit: Infinity },
      );
      const buckets = Map.groupBy(
        timeMs.keys(),
        (i) => Math.floor(timeMs[i]! / bucketMs),
      );
      const expected = [...buckets.values()].map((rows) => [
        timeMs[rows[0]!],
        rows.length,
        Math.min(...rows.map((i) => altitudeE4[i]!)),
        Math.max(...rows.map((i) => altitudeE4[i]!)),
      ]);
      const found = given.buckets(range, bucketMs);
      assert.deepEqual(
        [...found.samples].map((count, i) => [
          found.columns.timeMs[i],
          count,
          found.altitudeMinE4[i],
          found.altitudeMaxE4[i],
        ]),
        expected,
      );
    }));
  },
);
