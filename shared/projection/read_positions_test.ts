import assert from "node:assert/strict";
import fc from "fast-check";
import {
  createColumns,
  joinColumns,
  type PositionColumns,
} from "./position_columns.ts";
import { readPositions } from "./read_positions.ts";
import { readWindows } from "./read_windows.ts";
import { recordedHours } from "./recordings.ts";
import {
  every,
  HOUR,
  HOUR_MS,
  MemoryProjection,
  TERRA,
  testOpenAndSealed,
} from "./testdata/memory_projection.ts";
import {
  arbitraryRecording,
  raggedProjection,
} from "./testdata/ragged_recording.ts";

const MINUTE_MS = 60_000;

/** Reads all of a range, or its first positions. */
function read(
  given: MemoryProjection,
  fromMs: number,
  toMs: number,
  limit = Infinity,
) {
  const range = { fromMs, toMs, limit };
  return readPositions(given.projection, given.recordings(), range);
}

/** Topic numbers by time, which is how `MemoryProjection` tells them apart. */
const topicsRead = (
  given: MemoryProjection,
  fromMs: number,
  toMs: number,
) => [...read(given, fromMs, toMs).latitudeE6];

testOpenAndSealed(
  "readPositions() gives what lies in [from, to), earliest first",
  (Given) => {
    using given = new Given("a_topic");
    given.record({ topic: "a_topic", timesMs: [HOUR + 2, HOUR, HOUR + 1] });
    assert.deepEqual(read(given, HOUR, HOUR + 2), {
      timeMs: Float64Array.of(HOUR, HOUR + 1),
      latitudeE6: Int32Array.of(1, 1),
      longitudeE6: Int32Array.of(HOUR % 1_000_003, (HOUR + 1) % 1_000_003),
      altitudeE4: Float64Array.of(HOUR % 977, (HOUR + 1) % 977),
    });
    assert.deepEqual(read(given, HOUR + 3, HOUR + 9), createColumns(0));
    assert.deepEqual(read(given, HOUR + 2, HOUR + 2), createColumns(0));
  },
);

testOpenAndSealed(
  "readPositions() gives nothing of a satellite without recordings",
  (Given) => {
    using given = new Given("a_topic");
    assert.deepEqual(read(given, 0, HOUR), createColumns(0));
  },
);

testOpenAndSealed("readPositions() keeps to one satellite", (Given) => {
  using given = new Given("a_topic");
  given.record({ topic: "a_topic", timesMs: [HOUR] });
  given.record({ topic: "a_topic", timesMs: [HOUR + 1], noradId: TERRA + 1 });
  assert.deepEqual(read(given, HOUR, HOUR + 9).timeMs, Float64Array.of(HOUR));
});

testOpenAndSealed(
  "readPositions() gives at most so many, across topics",
  (Given) => {
    using given = new Given("a_topic", "b_topic");
    given.record({ topic: "a_topic", timesMs: [HOUR, HOUR + 1] });
    given.record({
      topic: "b_topic",
      timesMs: [HOUR + HOUR_MS, HOUR + HOUR_MS + 1],
    });
    const times = [HOUR, HOUR + 1, HOUR + HOUR_MS, HOUR + HOUR_MS + 1];
    for (let limit = 0; limit <= 5; limit++) {
      const { timeMs } = read(given, 0, HOUR + 2 * HOUR_MS, limit);
      assert.deepEqual([...timeMs], times.slice(0, limit));
    }
  },
);

testOpenAndSealed(
  "readPositions() reads an hour from the first topic that holds anything of it",
  (Given) => {
    using given = new Given("a_topic", "b_topic");
    const hours = (...numbers: number[]) =>
      numbers.map((n) => HOUR + n * HOUR_MS + 5);
    given.record({ topic: "a_topic", timesMs: hours(1, 3) });
    given.record({ topic: "b_topic", timesMs: hours(0, 1, 2, 4) });
    assert.deepEqual(
      topicsRead(given, HOUR, HOUR + 9 * HOUR_MS),
      [2, 1, 2, 1, 2],
    );
  },
);

testOpenAndSealed(
  "readPositions() prefers topics in the order of their preference, then by name",
  (Given) => {
    using given = new Given("z_topic", "y_topic", "b_topic");
    given.db.exec("UPDATE topics SET preference = 1 WHERE name <> 'z_topic'");
    for (const topic of ["y_topic", "b_topic"]) {
      given.record({ topic, timesMs: [HOUR] });
    }
    assert.deepEqual(topicsRead(given, HOUR, HOUR + 1), [
      given.topicRef("b_topic"),
    ]);
    given.record({ topic: "z_topic", timesMs: [HOUR] });
    assert.deepEqual(topicsRead(given, HOUR, HOUR + 1), [
      given.topicRef("z_topic"),
    ]);
  },
);

testOpenAndSealed(
  "readPositions() gives nothing of an instant that the hour's topic does not hold, whatever the range",
  (Given) => {
    using given = new Given("a_topic", "b_topic");
    given.record({ topic: "a_topic", timesMs: [HOUR + 30 * MINUTE_MS] });
    given.record({
      topic: "b_topic",
      timesMs: every(MINUTE_MS, HOUR, HOUR + HOUR_MS),
    });
    assert.deepEqual(topicsRead(given, HOUR, HOUR + HOUR_MS), [1]);
    assert.deepEqual(topicsRead(given, HOUR, HOUR + 10 * MINUTE_MS), []);
    assert.deepEqual(
      topicsRead(given, HOUR + 40 * MINUTE_MS, HOUR + HOUR_MS),
      [],
    );
  },
);

testOpenAndSealed(
  "recordedHours() leaves out hours without anything, however many",
  (Given) => {
    using given = new Given("a_topic", "b_topic");
    given.record({ topic: "a_topic", timesMs: [5] });
    given.record({ topic: "b_topic", timesMs: [HOUR + 5] });
    const range = { fromMs: 0, toMs: Number.MAX_SAFE_INTEGER };
    const found = [
      ...recordedHours(given.projection, given.recordings(), range),
    ];
    assert.deepEqual(
      found.map(({ fromMs, toMs, topicRef }) => [fromMs, toMs, topicRef]),
      [[0, HOUR_MS, 1], [HOUR, HOUR + HOUR_MS, 2]],
    );
  },
);

testOpenAndSealed(
  "invariant 4: any split of a range reads together exactly what the whole reads",
  (Given) => {
    fc.assert(fc.property(arbitraryRecording, ({ a, b, cuts, limit }) => {
      using given = raggedProjection(Given, { a, b });
      const endMs = HOUR + 6 * HOUR_MS;
      const whole = read(given, HOUR, endMs);

      const bounds = [HOUR, ...cuts.map((s) => HOUR + s * 1000), endMs]
        .sort((x, y) => x - y);
      const split = bounds.slice(1).map((toMs, i) =>
        read(given, bounds[i]!, toMs)
      );
      assert.deepEqual(joinColumns(split), whole);

      const pages: PositionColumns[] = [];
      for (let fromMs = HOUR;;) {
        const page = read(given, fromMs, endMs, limit);
        pages.push(page);
        if (page.timeMs.length < limit) break;
        fromMs = page.timeMs.at(-1)! + 1;
      }
      assert.deepEqual(joinColumns(pages), whole);
    }));
  },
);

testOpenAndSealed(
  "invariant 4: windows follow each other without a hole and hold together what the whole holds",
  async (Given) => {
    using given = new Given("a_topic", "b_topic");
    // The steps differ, so that one satellite uses up its share long before.
    const satellites = [1000, 7000, 60_000, HOUR_MS, 1500].map((stepMs, i) => {
      const noradId = i + 1;
      const timesMs = every(stepMs, HOUR + i, HOUR + 3 * HOUR_MS);
      const topic = i % 2 === 0 ? "a_topic" : "b_topic";
      given.record({ topic, timesMs, noradId });
      return given.recordings(noradId);
    });
    satellites.push([]);
    // So many that they are read by time.
    const many = Array.from({ length: 250 }, (_, i) => satellites[i % 6]!);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(4 * 3600),
        fc.nat(4 * 3600),
        fc.oneof(
          fc.subarray(satellites, { minLength: 1 }),
          fc.constant(many),
        ),
        async (fromS, lengthS, chosen) => {
          const fromMs = HOUR - 1_800_000 + fromS * 1000;
          const range = { fromMs, toMs: fromMs + lengthS * 1000 + 1 };
          const read = chosen.map((): PositionColumns[] => []);
          let next = range.fromMs;
          const windows = readWindows(given.projection, chosen, range);
          for await (const window of windows) {
            assert.equal(window.fromMs, next);
            assert.ok(window.toMs > window.fromMs);
            next = window.toMs;
            window.columns.forEach((columns, i) => {
              for (const timeMs of columns.timeMs) {
                assert.ok(timeMs >= window.fromMs && timeMs < window.toMs);
              }
              read[i]!.push(columns);
            });
          }
          assert.equal(next, range.toMs);
          chosen.forEach((recordings, i) => {
            const whole = { ...range, limit: Infinity };
            assert.deepEqual(
              joinColumns(read[i]!),
              readPositions(given.projection, recordings, whole),
            );
          });
        },
      ),
      { numRuns: 20 },
    );
  },
);

testOpenAndSealed(
  "readWindows() reads a bounded number of positions at a time",
  async (Given) => {
    using given = new Given("a_topic");
    const satellites = [1, 2].map((noradId) => {
      const timesMs = every(1000, HOUR, HOUR + 3 * HOUR_MS);
      given.record({ topic: "a_topic", timesMs, noradId });
      return given.recordings(noradId);
    });
    const range = { fromMs: HOUR, toMs: HOUR + 3 * HOUR_MS };
    const windows = readWindows(given.projection, satellites, range);
    for await (const { columns } of windows) {
      const count = columns.reduce((sum, { timeMs }) => sum + timeMs.length, 0);
      assert.ok(count <= 4000, `${count} positions`);
    }
  },
);

testOpenAndSealed(
  "readWindows() reads a bounded number of positions of many satellites at a time, also after a gap",
  async (Given) => {
    using given = new Given("a_topic");
    const afterMs = HOUR + 720 * HOUR_MS;
    const satellites = Array.from({ length: 210 }, (_, noradId) => {
      const timesMs = [
        ...every(MINUTE_MS, HOUR, HOUR + HOUR_MS),
        ...every(1000, afterMs, afterMs + 400_000),
      ];
      given.record({ topic: "a_topic", timesMs, noradId });
      return given.recordings(noradId);
    });
    const range = { fromMs: 0, toMs: afterMs + 10 * HOUR_MS };
    let [count, windowCount] = [0, 0];
    const windows = readWindows(given.projection, satellites, range);
    for await (const { columns } of windows) {
      const found = columns.reduce((sum, { timeMs }) => sum + timeMs.length, 0);
      assert.ok(found <= 60_000, `${found} positions`);
      count += found;
      windowCount++;
    }
    assert.equal(count, 210 * (60 + 400));
    assert.ok(windowCount < 200, `${windowCount} windows`);
  },
);
