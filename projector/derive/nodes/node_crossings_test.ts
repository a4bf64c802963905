import assert from "node:assert/strict";
import fc from "fast-check";
import { elementSetRecorded } from "../../../shared/events/element_set_recorded.ts";
import type { Event } from "../../../shared/events/event.ts";
import { readNodes } from "../../../shared/projection/nodes/read_nodes.ts";
import type { StoredNode } from "../../../shared/projection/nodes/stored_node.ts";
import { DAY_MS, HOUR_MS } from "../../../shared/projection/time_range.ts";
import { findBundled } from "../../../tle/bundled_elements.ts";
import type { ElementSet } from "../../../tle/element_set.ts";
import { elementSetId } from "../../../tle/element_set_id.ts";
import { nodalRatePerDay } from "../../../tle/nodes/nodal_rate.ts";
import { createOrbit } from "../../../tle/orbit.ts";
import {
  batchOf,
  GivenProjection,
  positions,
} from "../../testdata/given_projection.ts";

const terra = findBundled("TERRA")!;
const epochMs = Math.round(terra.epochUs / 1000);
const NORAD = terra.noradId;
/** All hours are over by then. */
const NOW_MS = epochMs + 100 * DAY_MS;
const FIRST_HOUR_MS = Math.floor(epochMs / HOUR_MS) * HOUR_MS;
const all = { fromMs: 0, toMs: NOW_MS, limit: 100_000 };

/** TERRA's set as it might be some days later, a little off. */
function later(days: number, change: Partial<ElementSet> = {}): ElementSet {
  const turned = terra.meanAnomalyDeg + days * nodalRatePerDay(terra) * 360;
  return {
    ...terra,
    epochUs: terra.epochUs + Math.round(days * 100_000) * 864_000,
    meanAnomalyDeg: Number(((turned % 360 + 360) % 360).toFixed(4)),
    ...change,
  };
}

const received = (set: ElementSet, timeMs: number) =>
  elementSetRecorded(set, { source: "test", timeMs });

/** A minute's samples of an hour, counted from that of TERRA's epoch. */
function recorded(hour: number): Event {
  const orbit = createOrbit(terra);
  return positions(
    ...Array.from({ length: 60 }, (_, minute) => {
      const timeMs = FIRST_HOUR_MS + hour * HOUR_MS + minute * 60_000;
      return { timeMs, ...orbit.positionAt(timeMs) };
    }),
  );
}

/** A projection to which events are applied one by one, and all is derived. */
class Given extends GivenProjection {
  #offset = 0;

  record(...events: readonly Event[]): void {
    this.apply([batchOf("terra_topic", this.#offset, events)], NOW_MS);
    this.#offset += events.length;
  }

  nodes(): StoredNode[] {
    while (this.writer.deriveSome());
    return readNodes(this.projection, NORAD, all);
  }
}

Deno.test("crossings are those that were recorded, and where none was, those of the nearest set", () => {
  using given = new Given();
  const second = later(2);
  given.record(received(terra, 1), received(second, 2));
  given.record(...[10, 11, 12, 13].map(recorded));
  const nodes = given.nodes();
  // Two days, each half revolution once, whatever it rests on.
  assert.equal(nodes.length, 59);
  for (const [index, { timeMs, isAscending }] of nodes.entries()) {
    const last = nodes[index - 1];
    if (last === undefined) continue;
    assert.equal(isAscending + last.isAscending, 1);
    const minutes = (timeMs - last.timeMs) / 60_000;
    assert.ok(minutes > 48 && minutes < 51, `${minutes}`);
  }
  const isRecorded = ({ timeMs }: StoredNode) =>
    timeMs >= FIRST_HOUR_MS + 10 * HOUR_MS &&
    timeMs < FIRST_HOUR_MS + 14 * HOUR_MS;
  for (const node of nodes) {
    assert.equal(node.topic, isRecorded(node) ? "terra_topic" : null);
    if (isRecorded(node)) assert.equal(node.elementSet, null);
    else {
      const isEarly = node.timeMs < epochMs + DAY_MS;
      const set = elementSetId(isEarly ? terra : second);
      assert.equal(node.elementSet, set);
    }
  }
  assert.equal(nodes.filter(isRecorded).length, 5);
});

Deno.test("a crossing between two recorded hours is one of them, once both are sealed", () => {
  const orbit = createOrbit(terra);
  using given = new Given();
  // It is four seconds before the end of the first of them.
  const endMs = FIRST_HOUR_MS + 12 * HOUR_MS;
  const atEnd = () =>
    given.nodes().filter(({ timeMs }) => Math.abs(timeMs - endMs) < 60_000);
  given.record(recorded(11));
  assert.deepEqual(atEnd(), []);
  given.record(recorded(12));
  assert.equal(atEnd().length, 1);
  const nodes = given.nodes();
  assert.ok(nodes.length >= 3, `${nodes.length} crossings`);
  for (const { timeMs, altitudeE4 } of nodes) {
    const { latitudeDeg, altitudeKm } = orbit.positionAt(timeMs);
    assert.ok(Math.abs(latitudeDeg) < 1e-4, `${latitudeDeg}`);
    assert.ok(Math.abs(altitudeKm * 1e4 - altitudeE4) < 5);
  }
});

Deno.test("of several topics the first by name is taken, whichever is preferred", () => {
  for (const preferred of ["a_topic", "terra_topic"]) {
    using given = new Given([preferred, "*"]);
    given.record(recorded(0), recorded(1), recorded(2), recorded(3));
    given.apply([batchOf("a_topic", 0, [recorded(1), recorded(2)])], NOW_MS);
    const topics = given.nodes().map(({ topic, timeMs }) =>
      `${topic} ${Math.floor((timeMs - FIRST_HOUR_MS) / HOUR_MS)}`
    );
    assert.deepEqual(
      new Set(topics),
      new Set([
        "terra_topic 0",
        "a_topic 1",
        "a_topic 2",
        "terra_topic 3",
      ]),
    );
  }
});

Deno.test("revolutions are counted from the set received first, whatever is imported later", () => {
  using given = new Given();
  given.record(received(later(5), 1), received(later(6), 2));
  const before = new Map(
    given.nodes().map((node) => [node.timeMs, node.revolution]),
  );
  assert.ok([...before.values()].includes(1));
  given.record(
    received(later(0), 3),
    received(later(8), 4),
    received(later(-3), 5),
  );
  const nodes = given.nodes();
  for (const { timeMs, revolution } of nodes) {
    const known = before.get(timeMs);
    if (known !== undefined) assert.equal(revolution, known);
  }
  const numbers = nodes.filter(({ isAscending }) => isAscending === 1)
    .map(({ revolution }) => revolution!);
  assert.deepEqual([numbers[0], numbers.at(-1)], [-116, 44]);
  assert.deepEqual(numbers, numbers.map((_, index) => numbers[0]! + index));
});

Deno.test("far from any set, and where only the open hour is recorded, there is no crossing", () => {
  using given = new Given();
  given.record(received(terra, 1), received(later(90), 2));
  const days = given.nodes().map(({ timeMs }) => (timeMs - epochMs) / DAY_MS);
  assert.ok(days.some((day) => day > 29.9 && day <= 30));
  assert.ok(!days.some((day) => day > 30 && day < 60));
  given.apply([batchOf("other_topic", 0, [recorded(40 * 24)])], FIRST_HOUR_MS);
  assert.equal(given.nodes().length, days.length);
});

Deno.test("crossings are the same in whatever order what they follow from arrives", () => {
  const manoeuvred = later(95, { meanMotion: terra.meanMotion + 0.03 });
  const events: Event[] = [
    ...[0, 0.5, 0.505, 1, 1, 2.3, 2.9, 41, 43].map((days, index) =>
      received(later(days, { bstar: index * 1e-6 }), 100 - index)
    ),
    received(manoeuvred, 3),
    ...[-2, 1, 2, 3, 4, 20, 21, 300].map(recorded),
  ];
  using whole = new Given();
  whole.record(...events);
  const expected = whole.nodes();
  assert.ok(expected.length > 800);
  assert.ok(expected.some(({ revolution }) => revolution === null));
  assert.ok(expected.some(({ topic }) => topic !== null));
  const order = fc.shuffledSubarray(events, { minLength: events.length });
  const pauses = fc.array(fc.boolean(), {
    minLength: events.length,
    maxLength: events.length,
  });
  fc.assert(
    fc.property(order, pauses, (shuffled, derivesAfter) => {
      using given = new Given();
      for (const [index, event] of shuffled.entries()) {
        given.record(event);
        if (derivesAfter[index]) given.writer.deriveSome();
      }
      assert.deepEqual(given.nodes(), expected);
    }),
    { numRuns: 30 },
  );
});
