import assert from "node:assert/strict";
import fc from "fast-check";
import { elementSetId } from "../../../tle/element_set_id.ts";
import { ecefFromGeodetic } from "../../../tle/geodetic.ts";
import { interpolateEcef } from "../../../tle/interpolate_position.ts";
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
import { MINUTE_MS } from "../time_range.ts";
import { readRecordedMotions } from "./recorded_motions.ts";
import {
  endsOf,
  later,
  offMetres,
  read,
  record,
  terra,
  TOPIC,
  WHOLE,
} from "./testdata/given_recording.ts";

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
