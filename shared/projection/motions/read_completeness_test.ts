import assert from "node:assert/strict";
import {
  every,
  HOUR,
  HOUR_MS,
  type MemoryProjection,
  testOpenAndSealed,
} from "../testdata/memory_projection.ts";
import { MINUTE_MS } from "../time_range.ts";
import { readCompleteness } from "./read_completeness.ts";

const minutes = (n: number) => HOUR + n * MINUTE_MS;

function count(given: MemoryProjection, fromMs: number, toMs: number) {
  const { samplesPresent, samplesExpected } = readCompleteness(
    given.projection,
    given.recordings(),
    { fromMs, toMs },
  );
  return [samplesPresent, samplesExpected];
}

testOpenAndSealed(
  "readCompleteness() counts both ends, and says all is there where it is",
  (Given) => {
    for (const stepMs of [1000, MINUTE_MS]) {
      using given = new Given("a");
      // Steps need not begin with the hour.
      const startMs = HOUR + 300;
      given.record({
        topic: "a",
        timesMs: every(stepMs, startMs, startMs + 3 * HOUR_MS),
      });
      const [fromMs, toMs] = [startMs + 50 * MINUTE_MS, startMs + HOUR_MS];
      const samples = 10 * MINUTE_MS / stepMs + 1;
      assert.deepEqual(count(given, fromMs, toMs), [samples, samples]);
      const fewer = samples - 2;
      assert.deepEqual(count(given, fromMs + 1, toMs - 1), [fewer, fewer]);
    }
  },
);

testOpenAndSealed(
  "readCompleteness() misses what lies in a gap, also one of whole hours",
  (Given) => {
    using given = new Given("a");
    const record = (fromMs: number, toMs: number) =>
      given.record({ topic: "a", timesMs: every(1000, fromMs, toMs) });
    record(minutes(0), minutes(30));
    record(minutes(32), minutes(60));
    record(minutes(200), minutes(210));
    const toMs = minutes(40) - 1;
    assert.deepEqual(count(given, minutes(25), toMs), [13 * 60, 15 * 60]);
    assert.deepEqual(count(given, minutes(70), minutes(71) - 1), [0, 60]);
    assert.deepEqual(count(given, minutes(59), minutes(71) - 1), [60, 720]);
  },
);

testOpenAndSealed(
  "readCompleteness() goes by the step of each hour",
  (Given) => {
    using given = new Given("a");
    given.record({ topic: "a", timesMs: every(1000, HOUR, minutes(60)) });
    given.record({
      topic: "a",
      timesMs: every(MINUTE_MS, minutes(60), minutes(120)),
    });
    const [fromMs, toMs] = [minutes(50), minutes(70) - 1];
    assert.deepEqual(count(given, fromMs, toMs), [610, 610]);
  },
);

testOpenAndSealed(
  "readCompleteness() expects nothing before a recording began, nor after it ended",
  (Given) => {
    using given = new Given("a", "b");
    given.record({
      topic: "a",
      timesMs: every(1000, minutes(10), minutes(20)),
    });
    given.record({
      topic: "b",
      timesMs: every(1000, minutes(60), minutes(70)),
    });
    assert.deepEqual(count(given, minutes(-30), minutes(9)), [0, 0]);
    assert.deepEqual(count(given, minutes(5), minutes(11) - 1), [60, 60]);
    assert.deepEqual(count(given, minutes(69), minutes(90)), [60, 60]);
    assert.deepEqual(count(given, minutes(20), minutes(21) - 1), [0, 60]);
    const none = readCompleteness(given.projection, [], {
      fromMs: HOUR,
      toMs: HOUR + HOUR_MS,
    });
    assert.deepEqual(none, { samplesPresent: 0, samplesExpected: 0 });
  },
);

testOpenAndSealed(
  "readCompleteness() never finds more than is expected",
  (Given) => {
    using given = new Given("a");
    given.record({
      topic: "a",
      timesMs: [
        ...every(100, HOUR, minutes(1)),
        ...every(MINUTE_MS, minutes(1), minutes(60)),
      ],
    });
    assert.deepEqual(count(given, HOUR, minutes(60)), [659, 659]);
  },
);
