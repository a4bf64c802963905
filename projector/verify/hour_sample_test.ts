import assert from "node:assert/strict";
import { pairHours } from "../replay/pair_hours.ts";
import { ChangeSet } from "../writing/change_set.ts";
import {
  batchOf,
  GivenProjection,
  NOW_MS,
  positions,
  terra,
} from "../testdata/given_projection.ts";
import { HourSample } from "./hour_sample.ts";

const HOUR_MS = 3_600_000;

/** Ten hours of two satellites. */
function givenHours(): GivenProjection {
  const given = new GivenProjection();
  const hours = Array.from({ length: 10 }, (_, i) => NOW_MS - i * HOUR_MS);
  given.apply([
    batchOf(
      "a_topic",
      0,
      hours.map((timeMs) =>
        positions({ timeMs, noradId: 1 }, { timeMs, noradId: 2 })
      ),
    ),
  ]);
  return given;
}

function hoursOf(given: GivenProjection, count: number, seed: number) {
  const sample = HourSample.take(given.projection, count, seed);
  return [...pairHours(given.projection, given.projection)]
    .filter(sample.has)
    .map(({ noradId, hourMs }) => `${noradId} ${hourMs}`);
}

Deno.test("HourSample.take() takes so many hours, and the same by the same seed", () => {
  using given = givenHours();
  assert.equal(hoursOf(given, 7, 1).length, 7);
  assert.deepEqual(hoursOf(given, 7, 1), hoursOf(given, 7, 1));
  assert.notDeepEqual(hoursOf(given, 7, 1), hoursOf(given, 7, 2));
  assert.equal(hoursOf(given, 21, 1).length, 20);
});

Deno.test("HourSample.take() takes each hour as likely as any other", () => {
  using given = givenHours();
  const taken = new Map<string, number>();
  for (let seed = 0; seed < 400; seed++) {
    for (const hour of hoursOf(given, 5, seed)) {
      taken.set(hour, (taken.get(hour) ?? 0) + 1);
    }
  }
  // 100 each is to be expected, with a standard deviation of 9.
  assert.equal(taken.size, 20);
  for (const count of taken.values()) assert(count > 60 && count < 140);
});

Deno.test("selectRows() gives the rows of these hours, as they are and in order", () => {
  using given = new GivenProjection();
  given.apply([batchOf("a_topic", 0, [positions({ noradId: 2 })])]);
  const sample = HourSample.take(given.projection, 1, 0);
  const changes = new ChangeSet();
  const rows = [
    { noradId: 1, topic: "a_topic", timeMs: NOW_MS },
    { noradId: 2, topic: "b_topic", timeMs: NOW_MS },
    { noradId: 2, topic: "a_topic", timeMs: NOW_MS + HOUR_MS - 1 },
    { noradId: 2, topic: "a_topic", timeMs: NOW_MS + HOUR_MS },
    { noradId: 2, topic: "a_topic", timeMs: NOW_MS },
  ];
  rows.forEach(({ topic, ...row }, i) => {
    const { name, elementSetId } = terra;
    const place = { latitudeE6: i, longitudeE6: 10 + i, altitudeE4: 20 + i };
    const at = { topic, partition: 3, offset: 40 + i };
    changes.addPosition(
      { ...row, name, ...place, origin: 1, elementSetId },
      at,
      50 + i,
    );
  });
  const selected = sample.selectRows(changes.take());
  assert.deepEqual(
    Object.fromEntries(
      Object.entries(selected).map(([name, column]) => [name, [...column]]),
    ),
    {
      noradId: [2, 2],
      topic: [0, 0],
      timeMs: [NOW_MS + HOUR_MS - 1, NOW_MS],
      latitudeE6: [2, 4],
      longitudeE6: [12, 14],
      altitudeE4: [22, 24],
      origin: [1, 1],
      elementSet: [0, 0],
      partition: [3, 3],
      offset: [42, 44],
      sample: [52, 54],
    },
  );
});
