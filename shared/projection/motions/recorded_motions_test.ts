import assert from "node:assert/strict";
import fc from "fast-check";
import { findBundled } from "../../../tle/bundled_elements.ts";
import { ecefStateFromTeme } from "../../../tle/ecef_state_from_teme.ts";
import type { ElementSet } from "../../../tle/element_set.ts";
import { elementSetId } from "../../../tle/element_set_id.ts";
import { ecefFromGeodetic } from "../../../tle/geodetic.ts";
import { interpolateEcef } from "../../../tle/interpolate_position.ts";
import { createOrbit } from "../../../tle/orbit.ts";
import type { Motion } from "../../../tle/passes/motion.ts";
import { difference, lengthOf } from "../../../tle/testdata/distance.ts";
import { positionAt } from "../position_columns.ts";
import { readPositions } from "../read_positions.ts";
import { projectionOf } from "../projection.ts";
import {
  every,
  HOUR,
  HOUR_MS,
  MemoryProjection,
  SealedProjection,
  testOpenAndSealed,
} from "../testdata/memory_projection.ts";
import { MINUTE_MS, type TimeRangeMs } from "../time_range.ts";
import { readRecordedMotions } from "./recorded_motions.ts";

const TOPIC = "terra_topic";
const terra = findBundled("TERRA")!;
/** As if it had been issued later, and told another orbit: 30 km ahead. */
const later: ElementSet = {
  ...terra,
  epochUs: terra.epochUs + 1e6,
  meanAnomalyDeg: terra.meanAnomalyDeg + 0.3,
};
const WHOLE = { fromMs: HOUR - 2 * HOUR_MS, toMs: HOUR + 9 * HOUR_MS };

/** Records what a set says, `[fromMs, toMs)`. */
function record(
  given: MemoryProjection,
  [fromMs, toMs]: readonly [number, number],
  { stepMs = 1000, set = terra, topic = TOPIC, isNamed = true } = {},
): void {
  const orbit = createOrbit(set);
  given.record({
    topic,
    timesMs: every(stepMs, fromMs, toMs),
    positionAt: (timeMs) => orbit.positionAt(timeMs),
    ...(isNamed && { elementSetId: elementSetId(set) }),
  });
}

const read = (given: MemoryProjection, range = WHOLE) =>
  readRecordedMotions(given.projection, given.recordings(), range);

const endsOf = (motions: readonly TimeRangeMs[]) =>
  motions.map(({ fromMs, toMs }) => [fromMs, toMs]);

/** How far a motion is from what a set says, at some instants, in metres. */
function offMetres(motion: Motion, set: ElementSet, timesMs: number[]) {
  const orbit = createOrbit(set);
  return timesMs.map((timeMs) => {
    const state = motion.stateAt(timeMs);
    const truth = ecefStateFromTeme(orbit.temeAt(timeMs), timeMs);
    return 1000 * lengthOf(difference(state.positionKm, truth.positionKm));
  });
}

testOpenAndSealed(
  "readRecordedMotions() gives one motion for hours without a gap, on the orbit of their set everywhere",
  async (Given) => {
    for (const stepMs of [1000, MINUTE_MS, 3 * MINUTE_MS]) {
      const [fromMs, toMs] = [HOUR + 20 * MINUTE_MS, HOUR + 140 * MINUTE_MS];
      using given = new Given(TOPIC);
      given.addElementSet(terra);
      record(given, [fromMs, toMs], { stepMs });
      const motions = await read(given);
      assert.deepEqual(endsOf(motions), [[fromMs, toMs - stepMs]]);
      const [motion] = motions;
      assert.equal(motion!.elementSet!.id, elementSetId(terra));
      const offs = offMetres(
        motion!,
        terra,
        every(7_919, fromMs, toMs - stepMs),
      ).sort((a, b) => a - b);
      assert(offs.at(-1)! < 1, `${offs.at(-1)} m with steps of ${stepMs} ms`);
      assert(
        offs[offs.length >> 1]! < 0.2,
        `typically ${offs[offs.length >> 1]}`,
      );
    }
  },
);

testOpenAndSealed(
  "readRecordedMotions() interpolates between the nearest eight samples, also where an hour begins or ends",
  async (Given) => {
    for (const stepMs of [1000, 3 * MINUTE_MS]) {
      using given = new Given(TOPIC);
      const [fromMs, toMs] = [HOUR + 50 * MINUTE_MS, HOUR + 130 * MINUTE_MS];
      record(given, [fromMs, toMs], { stepMs });
      const columns = readPositions(given.projection, given.recordings(), {
        ...WHOLE,
        limit: Infinity,
      });
      const [motion] = await read(given);
      const near = every(stepMs / 2, -8 * stepMs, 8 * stepMs)
        .flatMap((offMs) => [HOUR + HOUR_MS + offMs, toMs - stepMs + offMs])
        .filter((timeMs) => timeMs >= fromMs && timeMs <= toMs - stepMs);
      for (const timeMs of near) {
        assert.deepEqual(
          motion!.stateAt(timeMs),
          interpolateEcef(
            columns.timeMs,
            (index) => ecefFromGeodetic(positionAt(columns, index)),
            timeMs,
          ),
        );
      }
    }
  },
);

testOpenAndSealed(
  "readRecordedMotions() ends where there is a gap, at the beginning, amid and at the end of an hour",
  async (Given) => {
    using given = new Given(TOPIC);
    const stretches = [
      [HOUR + 60_000, HOUR + 900_000],
      [HOUR + 906_000, HOUR + HOUR_MS - 30_000],
      [HOUR + HOUR_MS + 40_000, HOUR + 2 * HOUR_MS],
    ] as const;
    for (const stretch of stretches) record(given, stretch);
    assert.deepEqual(
      endsOf(await read(given)),
      stretches.map(([fromMs, toMs]) => [fromMs, toMs - 1000]),
    );
  },
);

testOpenAndSealed(
  "readRecordedMotions() takes for a gap what is more than five steps, and steps of more than three minutes",
  async (Given) => {
    using given = new Given(TOPIC);
    record(given, [HOUR, HOUR + HOUR_MS], { stepMs: MINUTE_MS });
    // Four are missing, then five.
    record(given, [HOUR + 64 * MINUTE_MS, HOUR + 2 * HOUR_MS], {
      stepMs: MINUTE_MS,
    });
    record(given, [HOUR + 125 * MINUTE_MS, HOUR + 3 * HOUR_MS], {
      stepMs: MINUTE_MS,
    });
    record(given, [HOUR + 4 * HOUR_MS, HOUR + 6 * HOUR_MS], {
      stepMs: 3 * MINUTE_MS,
    });
    record(given, [HOUR + 362 * MINUTE_MS, HOUR + 8 * HOUR_MS], {
      stepMs: 3 * MINUTE_MS + 1000,
    });
    assert.deepEqual(endsOf(await read(given)), [
      [HOUR, HOUR + 119 * MINUTE_MS],
      [HOUR + 125 * MINUTE_MS, HOUR + 179 * MINUTE_MS],
      [HOUR + 4 * HOUR_MS, HOUR + 357 * MINUTE_MS],
    ]);
  },
);

testOpenAndSealed(
  "readRecordedMotions() gives each set a motion of its own, the earlier one up to the later one",
  async (Given) => {
    for (const stepMs of [1000, MINUTE_MS]) {
      for (const changeMs of [HOUR + 30 * MINUTE_MS, HOUR + HOUR_MS]) {
        using given = new Given(TOPIC);
        given.addElementSet(terra);
        given.addElementSet(later);
        record(given, [HOUR, changeMs], { stepMs });
        record(given, [changeMs, HOUR + 2 * HOUR_MS], { stepMs, set: later });
        const motions = await read(given);
        assert.deepEqual(endsOf(motions), [
          [HOUR, changeMs - 1],
          [changeMs, HOUR + 2 * HOUR_MS - stepMs],
        ]);
        const [before, after] = motions;
        const near = (fromMs: number, toMs: number) => every(97, fromMs, toMs);
        const offs = [
          ...offMetres(before!, terra, near(changeMs - 3 * stepMs, changeMs)),
          ...offMetres(after!, later, near(changeMs, changeMs + 3 * stepMs)),
        ];
        assert(Math.max(...offs) < 1, `${Math.max(...offs)} m`);
      }
    }
  },
);

testOpenAndSealed(
  "readRecordedMotions() leaves the step open between two sets of which the earlier is not known",
  async (Given) => {
    using given = new Given(TOPIC);
    given.addElementSet(later);
    const changeMs = HOUR + 30 * MINUTE_MS;
    record(given, [HOUR, changeMs]);
    record(given, [changeMs, HOUR + HOUR_MS], { set: later });
    const motions = await read(given);
    assert.deepEqual(endsOf(motions), [
      [HOUR, changeMs - 1000],
      [changeMs, HOUR + HOUR_MS - 1000],
    ]);
    assert.deepEqual(
      motions.map(({ elementSet }) => elementSet?.id ?? null),
      [null, elementSetId(later)],
    );
  },
);

testOpenAndSealed(
  "readRecordedMotions() leaves out what is fewer than eight samples, and goes on beside it",
  async (Given) => {
    for (const [count, motions] of [[7, 2], [8, 3]] as const) {
      using given = new Given(TOPIC);
      given.addElementSet(terra);
      given.addElementSet(later);
      const changeMs = HOUR + 600_000;
      const backMs = changeMs + count * 1000;
      record(given, [HOUR, changeMs]);
      record(given, [changeMs, backMs], { set: later });
      record(given, [backMs, HOUR + HOUR_MS]);
      const found = await read(given);
      assert.equal(found.length, motions);
      assert.equal(found[0]!.toMs, changeMs - 1);
      assert.equal(found.at(-1)!.fromMs, backMs);
    }
  },
);

testOpenAndSealed(
  "readRecordedMotions() reads an hour from the first topic that has anything of it",
  async (Given) => {
    using given = new Given("first", "second");
    given.addElementSet(terra);
    record(given, [HOUR, HOUR + HOUR_MS], { topic: "first" });
    record(given, [HOUR, HOUR + 3 * HOUR_MS], { topic: "second" });
    const motions = await read(given);
    assert.deepEqual(
      motions.map(({ topicRef }) => topicRef),
      [given.topicRef("first"), given.topicRef("second")],
    );
    assert.deepEqual(endsOf(motions), [
      [HOUR, HOUR + HOUR_MS - 1],
      [HOUR + HOUR_MS, HOUR + 3 * HOUR_MS - 1000],
    ]);
  },
);

testOpenAndSealed(
  "readRecordedMotions() makes do with positions that name no set, as the article's",
  async (Given) => {
    using given = new Given("test_topic");
    const options = { topic: "test_topic", isNamed: false };
    record(given, [HOUR, HOUR + 2 * HOUR_MS], options);
    const [motion, ...others] = await read(given);
    assert.deepEqual(others, []);
    assert.equal(motion!.elementSet, null);
    const timesMs = every(7_919, HOUR, HOUR + 2 * HOUR_MS - 1000);
    assert(Math.max(...offMetres(motion!, terra, timesMs)) < 1);
    for (const timeMs of timesMs) {
      const { x, y, z } = motion!.stateAt(timeMs).velocityKmS;
      assert(Math.hypot(x, y, z) < motion!.mostKmS);
    }
  },
);

testOpenAndSealed(
  "readRecordedMotions() tells the same state whatever range was asked for",
  async (Given) => {
    using given = new Given("first", "second");
    given.addElementSet(terra);
    const minutes = (n: number) => HOUR + n * MINUTE_MS;
    record(given, [minutes(3), minutes(100)], { topic: "first" });
    record(given, [minutes(100), minutes(170)], {
      topic: "first",
      set: later,
      stepMs: MINUTE_MS,
    });
    // In the third hour its first topic has five minutes, four of them missing.
    record(given, [minutes(174), minutes(176)], { topic: "first" });
    record(given, [minutes(150), minutes(400)], {
      topic: "second",
      stepMs: 3 * MINUTE_MS,
    });
    const whole = await read(given);
    const offset = fc.integer({ min: -60 * 60_000, max: 440 * 60_000 });
    await fc.assert(
      fc.asyncProperty(offset, offset, async (a, b) => {
        const range = {
          fromMs: HOUR + Math.min(a, b),
          toMs: HOUR + Math.max(a, b),
        };
        const part = await read(given, range);
        const cut = whole.flatMap((motion) => {
          const fromMs = Math.max(motion.fromMs, range.fromMs);
          const toMs = Math.min(motion.toMs, range.toMs);
          return fromMs <= toMs ? [{ motion, fromMs, toMs }] : [];
        });
        assert.deepEqual(endsOf(part), endsOf(cut));
        part.forEach((motion, i) => {
          const { fromMs, toMs } = motion;
          const sames = [fromMs, (fromMs + toMs) / 2, toMs].map((timeMs) => [
            motion.stateAt(timeMs),
            cut[i]!.motion.stateAt(timeMs),
          ]);
          for (const [state, same] of sames) assert.deepEqual(state, same);
        });
      }),
      { numRuns: 60 },
    );
  },
);

Deno.test("readRecordedMotions() leaves out an hour that is damaged, and says so", async () => {
  using given = new SealedProjection(TOPIC);
  record(given, [HOUR, HOUR + 3 * HOUR_MS]);
  given.db.prepare("UPDATE sealed SET samples = zeroblob(100) WHERE hour = ?")
    .run(HOUR / HOUR_MS + 1);
  const damaged: number[] = [];
  const projection = projectionOf(given.db, {
    onDamage: ({ hour }) => damaged.push(hour.fromMs),
  });
  const motions = await readRecordedMotions(
    projection,
    given.recordings(),
    WHOLE,
  );
  assert.deepEqual(endsOf(motions), [
    [HOUR, HOUR + HOUR_MS - 1000],
    [HOUR + 2 * HOUR_MS, HOUR + 3 * HOUR_MS - 1000],
  ]);
  assert.deepEqual([...new Set(damaged)], [HOUR + HOUR_MS]);
});

Deno.test("readRecordedMotions() decodes no position before a state is asked for, and then an hour's", async () => {
  using given = new SealedProjection(TOPIC);
  record(given, [HOUR, HOUR + 6 * HOUR_MS]);
  const read: number[] = [];
  const { positions } = given.projection;
  const readHour = positions.positions.bind(positions);
  positions.positions = (hour, ...rest) => {
    read.push(hour.fromMs);
    return readHour(hour, ...rest);
  };
  const [motion] = await readRecordedMotions(
    given.projection,
    given.recordings(),
    WHOLE,
  );
  assert.deepEqual(read, []);
  const middleMs = HOUR + 3.5 * HOUR_MS;
  for (const timeMs of every(60_000, middleMs, middleMs + HOUR_MS / 4)) {
    motion!.stateAt(timeMs);
  }
  assert.deepEqual(read, [HOUR + 3 * HOUR_MS]);
  motion!.stateAt(HOUR + 4 * HOUR_MS - 1);
  assert.deepEqual(read.toSorted(), [2, 3, 4].map((n) => HOUR + n * HOUR_MS));
});

Deno.test("readRecordedMotions() refuses an instant that is not within a motion", async () => {
  using given = new MemoryProjection(TOPIC);
  record(given, [HOUR, HOUR + 60_000]);
  const [motion] = await read(given);
  for (const timeMs of [HOUR - 1, HOUR + 59_001, NaN]) {
    assert.throws(() => motion!.stateAt(timeMs), {
      name: "RangeError",
      message: /^Cannot tell where a satellite was as the time must be within/,
    });
  }
});
