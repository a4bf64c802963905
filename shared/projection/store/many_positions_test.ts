import assert from "node:assert/strict";
import {
  every,
  HOUR,
  HOUR_MS,
  MemoryProjection,
} from "../testdata/memory_projection.ts";
import type { PositionColumns } from "../position_columns.ts";
import type { TimeRangeMs } from "../time_range.ts";
import type { StoreKey } from "./stored_hour.ts";

function readMany(
  { projection }: MemoryProjection,
  keys: readonly StoreKey[],
  range: TimeRangeMs,
): PositionColumns[] {
  return [...projection.positions.many(keys, range)].flat();
}

/** What is read of each key by itself. */
function readEach(
  { projection: { positions } }: MemoryProjection,
  keys: readonly StoreKey[],
  range: TimeRangeMs,
): number[][] {
  return keys.map((key) =>
    [...positions.hours(key, range)].flatMap((hour) => [
      ...positions.positions(hour, range).timeMs,
    ])
  );
}

const timesOf = (many: readonly PositionColumns[]) =>
  many.map(({ timeMs }) => [...timeMs]);

Deno.test("many() gives what is read of each by itself, be it rows or sealed", () => {
  using given = new MemoryProjection("a_topic", "b_topic");
  const keys = Array.from({ length: 600 }, (_, i) => ({
    noradId: 1_000 + i,
    topicRef: given.topicRef(i % 7 === 0 ? "b_topic" : "a_topic"),
  }));
  const record = (noradId: number, hourMs: number) => {
    const timesMs = every(900_000, hourMs, hourMs + HOUR_MS);
    for (const topic of ["a_topic", "b_topic"]) {
      given.record({ topic, timesMs, noradId });
    }
  };
  // Of every second satellite the first hour is sealed; some have nothing.
  given.nowMs = Number.MAX_SAFE_INTEGER;
  for (let i = 0; i < 600; i += 2) record(1_000 + i, HOUR);
  given.nowMs = 0;
  for (let i = 0; i < 600; i += 3) record(1_000 + i, HOUR + HOUR_MS);
  for (
    const [from, to] of [[0, 2], [0.6, 1.1], [1.1, 1.4], [0.3, 0.4], [3, 4]]
  ) {
    const range = {
      fromMs: HOUR + from! * HOUR_MS,
      toMs: HOUR + to! * HOUR_MS,
    };
    const many = readMany(given, keys, range);
    assert.deepEqual(timesOf(many), readEach(given, keys, range));
  }
});

Deno.test("many() gives all of what is more than it reads at a time", () => {
  using given = new MemoryProjection("a_topic");
  const topicRef = given.topicRef("a_topic");
  const keys = [1, 2, 3, 4, 5, 6].map((noradId) => ({ noradId, topicRef }));
  for (const { noradId } of keys) {
    const toMs = HOUR + (noradId === 4 ? 30 : 3) * 60_000;
    const timesMs = every(noradId === 4 ? 100 : 200, HOUR, toMs);
    given.record({ topic: "a_topic", timesMs, noradId });
  }
  const range = { fromMs: HOUR, toMs: HOUR + HOUR_MS };
  const many = timesOf(readMany(given, keys, range));
  assert.deepEqual(many.map(({ length }) => length), [
    900,
    900,
    900,
    18_000,
    900,
    900,
  ]);
  assert.deepEqual(many, readEach(given, keys, range));
});
