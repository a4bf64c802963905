import assert from "node:assert/strict";
import {
  every,
  HOUR,
  HOUR_MS,
  MemoryProjection,
  TERRA,
} from "../../shared/projection/testdata/memory_projection.ts";
import { DAY_MS, MINUTE_MS } from "../../shared/projection/time_range.ts";
import { findBundled } from "../../tle/bundled_elements.ts";
import type { ElementSet } from "../../tle/element_set.ts";
import { elementSetId } from "../../tle/element_set_id.ts";
import { createOrbit } from "../../tle/orbit.ts";
import { createSite } from "../../tle/look_angles.ts";
import { createElementMotion } from "../../tle/passes/element_motion.ts";
import { findPasses } from "../../tle/passes/find_passes.ts";
import type { Motion } from "../../tle/passes/motion.ts";
import type { ElementChoice } from "./element_turns.ts";
import { readMotions } from "./read_motions.ts";

const TOPIC = "terra_topic";
const terra = findBundled("TERRA")!;
const RANGE = { fromMs: HOUR - 5 * HOUR_MS, toMs: HOUR + 10 * HOUR_MS };

/** TERRA's set as if its epoch were so many hours after the one that tests use. */
function setOf(hours: number, change: Partial<ElementSet> = {}): ElementSet {
  const epochUs = 1000 * (HOUR + hours * HOUR_MS);
  return { ...terra, epochUs, meanAnomalyDeg: hours & 255, ...change };
}

function givenSets(...sets: ElementSet[]): MemoryProjection {
  const given = new MemoryProjection(TOPIC);
  for (const set of sets) given.addElementSet(set);
  return given;
}

function record(
  given: MemoryProjection,
  [fromMs, toMs]: readonly [number, number],
  { set, isNamed = true }: { set: ElementSet; isNamed?: boolean },
): void {
  const orbit = createOrbit(set);
  given.record({
    topic: TOPIC,
    timesMs: every(1000, fromMs, toMs),
    positionAt: (timeMs) => orbit.positionAt(timeMs),
    ...(isNamed && { elementSetId: elementSetId(set) }),
  });
}

function read(
  given: MemoryProjection,
  { choice = "recorded", range = RANGE }: {
    readonly choice?: ElementChoice;
    readonly range?: typeof RANGE;
  } = {},
) {
  const satellite = { noradId: TERRA, recordings: given.recordings() };
  return readMotions(given.projection, satellite, range, choice);
}

/** What each of some motions rests on, and from when to when, in hours. */
async function shape(
  ...args: Parameters<typeof read>
): Promise<unknown[]> {
  const { motions, failures } = await read(...args);
  assert.deepEqual(failures, []);
  return motions.map(({ source, elementSet, fromMs, toMs }) => [
    source,
    elementSet && (elementSet.epochUs / 1000 - HOUR) / HOUR_MS,
    (fromMs - HOUR) / HOUR_MS,
    (toMs + 1 - HOUR) / HOUR_MS,
  ]);
}

Deno.test("readMotions() fills what is not recorded with the elements in force then: before, between, after", async () => {
  const [first, second] = [setOf(-2), setOf(3)];
  using given = givenSets(first, second);
  record(given, [HOUR, HOUR + HOUR_MS], { set: first });
  record(given, [HOUR + 2 * HOUR_MS, HOUR + 4 * HOUR_MS], { set: first });
  const end = 1 - 0.999 / 3600;
  assert.deepEqual(await shape(given), [
    ["predicted", -2, -5, 0],
    ["recorded", -2, 0, end],
    ["predicted", -2, end, 2],
    ["recorded", -2, 2, 3 + end],
    ["predicted", 3, 3 + end, 10 + 1 / HOUR_MS],
  ]);
});

Deno.test("readMotions() changes to a set at its epoch, of the nearest at midpoints, of the latest never", async () => {
  using given = givenSets(setOf(-20), setOf(0), setOf(4), setOf(30));
  const end = 10 + 1 / HOUR_MS;
  assert.deepEqual(await shape(given), [
    ["predicted", -20, -5, 0],
    ["predicted", 0, 0, 4],
    ["predicted", 4, 4, end],
  ]);
  const ms = 1 / HOUR_MS;
  assert.deepEqual(await shape(given, { choice: "best" }), [
    ["predicted", 0, -5, 2 + ms],
    ["predicted", 4, 2 + ms, end],
  ]);
  assert.deepEqual(await shape(given, { choice: "latest" }), [
    ["predicted", 30, -5, end],
  ]);
});

Deno.test("readMotions() looks back and ahead for sets, and before the first one takes that", async () => {
  const end = 10 + 1 / HOUR_MS;
  for (const hours of [-2000, 2000]) {
    using given = givenSets(setOf(hours));
    for (const choice of ["recorded", "best", "latest"] as const) {
      assert.deepEqual(await shape(given, { choice }), [
        ["predicted", hours, -5, end],
      ]);
    }
  }
});

Deno.test("readMotions() takes of two sets at almost one epoch the last one, also where a range cuts them", async () => {
  const wide = { fromMs: HOUR - 7 * HOUR_MS, toMs: HOUR + 12 * HOUR_MS };
  const pairs = [-40, -6, -5, 2, 9.9, 40].flatMap((hours) => [
    setOf(hours, { meanAnomalyDeg: 1 }),
    setOf(hours + 0.1, { meanAnomalyDeg: 2 }),
  ]);
  using given = givenSets(...pairs);
  for (const choice of ["recorded", "best"] as const) {
    const whole = await read(given, { choice, range: wide });
    const sets = whole.motions.map(({ elementSet }) => elementSet!);
    assert(sets.every(({ meanAnomalyDeg }) => meanAnomalyDeg === 2));
    const range = {
      fromMs: HOUR - 4.95 * HOUR_MS,
      toMs: HOUR + 9.95 * HOUR_MS,
    };
    const part = await read(given, { choice, range });
    for (const timeMs of every(MINUTE_MS, range.fromMs, range.toMs)) {
      const [a, b] = [whole, part].map(({ motions }) =>
        motions.find((motion) =>
          motion.fromMs <= timeMs && timeMs <= motion.toMs
        )!.elementSet!.id
      );
      assert.equal(a, b);
    }
  }
});

Deno.test("readMotions() reads more sets than come at once", async () => {
  const sets = Array.from({ length: 450 }, (_, i) => setOf(-1000 + i / 2));
  using given = givenSets(...sets, setOf(0));
  const range = { fromMs: HOUR - 1000.2 * HOUR_MS, toMs: HOUR };
  const { motions } = await read(given, { range });
  assert.deepEqual(
    motions.map(({ elementSet }) => elementSet!.id),
    [...sets, setOf(0)].map(elementSetId),
  );
  assert.equal(motions[0]!.fromMs, range.fromMs);
  motions.slice(1).forEach(({ fromMs }, i) =>
    assert.equal(fromMs, motions[i]!.toMs + 1)
  );
});

Deno.test("readMotions() takes for the nearest what counts, also where it comes at another time", async () => {
  // The first of a pair is the last of those that are read together.
  const sets = Array.from({ length: 199 }, (_, i) => setOf(i - 198));
  using given = givenSets(...sets, setOf(1), setOf(1.1));
  const range = {
    fromMs: HOUR - 198 * HOUR_MS,
    toMs: HOUR + 0.53 * HOUR_MS,
  };
  const { motions } = await read(given, { choice: "best", range });
  assert.equal(motions.at(-1)!.elementSet!.id, elementSetId(setOf(0)));
});

Deno.test("readMotions() works from positions alone where no elements are known", async () => {
  using given = new MemoryProjection(TOPIC);
  record(given, [HOUR, HOUR + HOUR_MS], { set: terra, isNamed: false });
  assert.deepEqual(await shape(given), [
    ["recorded", null, 0, 1 - 0.999 / 3600],
  ]);
  using nothing = new MemoryProjection(TOPIC);
  assert.deepEqual(await shape(nothing), []);
});

Deno.test("readMotions() says of which set there is no position, and why, once", async () => {
  // So much drag takes it down within days; or had, before its epoch.
  for (const [bstar, fromDays, toDays] of [[0.01, 0, 30], [-0.01, -30, 0]]) {
    const range = {
      fromMs: HOUR + fromDays! * DAY_MS,
      toMs: HOUR + toDays! * DAY_MS,
    };
    using given = givenSets(setOf(0, { meanMotion: 16.2, bstar: bstar! }));
    const { motions, failures } = await read(given, { range });
    const [motion, ...others] = motions;
    assert.deepEqual(others, []);
    assert.equal(motion!.fromMs > range.fromMs, fromDays! < 0);
    assert.equal(motion!.toMs < range.toMs, toDays! > 0);
    assert.equal(failures.length, 1);
    const { name, message } = failures[0]!;
    assert.equal(name, "PropagationError");
    assert.match(message, /^Cannot propagate TERRA \(25994\) to/);
  }
});

Deno.test("readMotions() gives what was recorded of a satellite that is down by its elements", async () => {
  using given = givenSets(setOf(-2000, { meanMotion: 16.2, bstar: 0.01 }));
  record(given, [HOUR, HOUR + HOUR_MS], { set: terra, isNamed: false });
  const { motions, failures } = await read(given);
  assert.deepEqual(motions.map(({ source }) => source), ["recorded"]);
  assert.equal(failures.length, 1);
});

Deno.test("readMotions() gives the same passes, within 0.1 s, from positions as from the set that they rest on", async () => {
  using given = givenSets(terra);
  const fromMs = Math.floor(terra.epochUs / 1000 / HOUR_MS) * HOUR_MS;
  const range = { fromMs, toMs: fromMs + DAY_MS };
  record(given, [fromMs, range.toMs], { set: terra });
  const site = createSite({
    latitudeDeg: 55.75,
    longitudeDeg: 37.62,
    altitudeM: 150,
  });
  const passesBy = (motions: readonly Motion[]) =>
    [...findPasses(motions, site, { ...range, horizonDeg: 0 })]
      .filter((pass) => pass !== null);
  const { motions } = await read(given, { range });
  const passes = passesBy(motions);
  const others = passesBy([createElementMotion(terra, range)]);
  assert(passes.length > 5);
  assert.equal(passes.length, others.length);
  passes.forEach((pass, i) => {
    for (const moment of ["aosMs", "tcaMs", "losMs"] as const) {
      const offMs = Math.abs(pass[moment] - others[i]![moment]);
      assert(offMs < 100, `${moment} is off by ${offMs} ms`);
    }
  });
});
