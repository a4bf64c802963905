import assert from "node:assert/strict";
import { createSite } from "../look_angles.ts";
import { findPasses } from "./find_passes.ts";
import type { FoundPass } from "./found_pass.ts";
import type { Motion } from "./motion.ts";
import { allPasses } from "./testdata/all_passes.ts";
import { elevationMotion } from "./testdata/elevation_motion.ts";

const site = createSite({ latitudeDeg: 50, longitudeDeg: 10, altitudeM: 0 });
const SECOND_MS = 1000;
const HOUR_MS = 3_600_000;
const TOP_MS = 1_000_000;

/** Up to a highest elevation, then down again: a degree in the first second. */
const topAt = (topMs: number, topDeg: number) => (timeMs: number) =>
  -60 +
  (topDeg + 60) *
    Math.exp(-(((timeMs - topMs) / SECOND_MS) ** 2) / (topDeg + 60));
/** Around 8 to 12 degrees, highest at the full hours. */
const wave = (timeMs: number) => {
  const turns = timeMs / HOUR_MS;
  return 10 + 2 * Math.cos(2 * Math.PI * turns);
};

const find = (
  motions: readonly Motion[],
  [fromMs, toMs]: readonly [number, number],
  horizonDeg: number,
) => allPasses(motions, site, { fromMs, toMs, horizonDeg });

const times = (passes: readonly FoundPass[]) =>
  passes.map(({ aosMs, tcaMs, losMs }) => [aosMs, tcaMs, losMs]);

const cuts = (passes: readonly FoundPass[]) =>
  passes.map(({ cut }) => [cut.start, cut.end]);

Deno.test("findPasses() finds a pass of less than a second, and of a single millisecond", () => {
  const motion = elevationMotion(site, [0, 2 * TOP_MS], topAt(TOP_MS, 10));
  const whole = [0, 2 * TOP_MS] as const;
  // It is a degree lower after a second, and so 0.01 degrees after a tenth.
  assert.deepEqual(times(find([motion], whole, 9.990001)), [
    [TOP_MS - 99, TOP_MS, TOP_MS + 99],
  ]);
  assert.deepEqual(times(find([motion], whole, 10 - 0.5e-6)), [
    [TOP_MS, TOP_MS, TOP_MS],
  ]);
  assert.deepEqual(find([motion], whole, 10 + 0.5e-6), []);
  // The highest of the milliseconds around the top is the nearest one.
  for (const share of [0.3, 0.7]) {
    const between = elevationMotion(site, whole, topAt(TOP_MS + share, 10));
    const nearestMs = TOP_MS + Math.round(share);
    assert.deepEqual(times(find([between], whole, 10 - 2e-7)), [
      [nearestMs, nearestMs, nearestMs],
    ]);
  }
});

Deno.test("findPasses() finds two short passes that are seconds apart, wherever it steps", () => {
  const bump = (sinceMs: number) =>
    7 * Math.exp(-((sinceMs / SECOND_MS) ** 2) / 7);
  const tops = [TOP_MS, TOP_MS + 8000] as const;
  const motion = elevationMotion(
    site,
    [0, 2 * TOP_MS],
    (timeMs) => 3 + bump(timeMs - tops[0]) + bump(timeMs - tops[1]),
  );
  for (let fromMs = TOP_MS - 40_000; fromMs < TOP_MS - 20_000; fromMs += 997) {
    const passes = find([motion], [fromMs, 2 * TOP_MS], 9);
    assert.equal(passes.length, 2);
    passes.forEach(({ aosMs, tcaMs, losMs }, i) => {
      assert.ok(Math.abs(tcaMs - tops[i]!) < 20);
      assert.ok(losMs - aosMs > 1000 && losMs - aosMs < 3000);
    });
  }
});

Deno.test("findPasses() tells a pass that barely stays up from two, as it grazes from above", () => {
  const motion = elevationMotion(site, [0, 2 * HOUR_MS], wave);
  const whole = [0, 2 * HOUR_MS] as const;
  assert.deepEqual(times(find([motion], whole, 8 - 1e-7)), [
    [0, 0, 2 * HOUR_MS],
  ]);
  const split = find([motion], whole, 8 + 1e-7);
  assert.equal(split.length, 3);
  // Sides of a parabola: 2 degrees times (pi t / 1 h)² below 1e-7 degrees.
  const halfMs = HOUR_MS / (2 * Math.PI) * Math.acos(1 - 1e-7 / 2);
  const dips = [[0, 1], [1, 2]].map(([a, b]) =>
    split[b!]!.aosMs - split[a!]!.losMs
  );
  for (const dipMs of dips) assert.ok(Math.abs(dipMs - 2 * halfMs) < 3);
  // Also where a search goes back over the dip without seeing it.
  for (const afterMs of [1, 100, 1000, 10_000]) {
    const fromMs = split[1]!.aosMs + afterMs;
    assert.deepEqual(find([motion], [fromMs, fromMs + 1], 8 + 1e-7), [
      split[1],
    ]);
  }
});

Deno.test("findPasses() tells the highest of several culminations in one pass", () => {
  const motion = elevationMotion(
    site,
    [0, 4 * HOUR_MS],
    (timeMs) => wave(timeMs) - 3 * ((timeMs - 1.9 * HOUR_MS) / HOUR_MS) ** 2,
  );
  const [pass, ...others] = find([motion], [0, 4 * HOUR_MS], 5);
  assert.deepEqual(others, []);
  // Shifted a little from the full hour, towards the top of the parabola.
  assert.ok(Math.abs(pass!.tcaMs - 2 * HOUR_MS) < HOUR_MS / 20);
  assert.ok(pass!.aosMs < HOUR_MS && pass!.losMs > 2.7 * HOUR_MS);
});

Deno.test("findPasses() tells the only culmination of a pass that begins on its way down", () => {
  const motion = elevationMotion(site, [HOUR_MS / 4, 1.7 * HOUR_MS], wave);
  const [pass] = find([motion], [0, 2 * HOUR_MS], 5);
  assert.ok(Math.abs(pass!.tcaMs - HOUR_MS) <= 1);
  assert.deepEqual(pass!.cut, { start: true, end: true });
});

Deno.test("findPasses() gives a pass whole, wherever the search begins or ends in it", () => {
  const motion = elevationMotion(site, [0, 2 * TOP_MS], topAt(TOP_MS, 10));
  const whole = find([motion], [0, 2 * TOP_MS], 0);
  const [{ aosMs, losMs }] = whole as [FoundPass];
  assert.ok(losMs - aosMs > 6 * SECOND_MS);
  const middle = TOP_MS + 700;
  for (
    const search of [
      [middle, 2 * TOP_MS],
      [0, middle],
      [middle, middle + 1],
      [losMs, losMs + 1],
      [aosMs, aosMs + 1],
      [aosMs - 5, losMs + 5],
    ] as const
  ) assert.deepEqual(find([motion], search, 0), whole, `${search}`);
  assert.deepEqual(find([motion], [losMs + 1, 2 * TOP_MS], 0), []);
  assert.deepEqual(find([motion], [0, aosMs], 0), []);
});

Deno.test("findPasses() cuts a pass where a hole begins or ends, and only there", () => {
  const elevation = topAt(TOP_MS, 10);
  const [{ aosMs, tcaMs, losMs }] = find(
    [elevationMotion(site, [0, 2 * TOP_MS], elevation)],
    [0, 2 * TOP_MS],
    0,
  ) as [FoundPass];
  /** Everything but a hole. */
  const around = (fromMs: number, toMs: number) => {
    const before = elevationMotion(site, [0, fromMs], elevation);
    const after = elevationMotion(site, [toMs, 2 * TOP_MS], elevation);
    return find([before, after], [0, 2 * TOP_MS], 0);
  };

  const atRise = around(aosMs - 500, aosMs + 500);
  assert.deepEqual(times(atRise), [[aosMs + 500, tcaMs, losMs]]);
  assert.deepEqual(cuts(atRise), [[true, false]]);

  const atTop = around(tcaMs - 500, tcaMs + 500);
  assert.deepEqual(times(atTop), [
    [aosMs, tcaMs - 500, tcaMs - 500],
    [tcaMs + 500, tcaMs + 500, losMs],
  ]);
  assert.deepEqual(cuts(atTop), [[false, true], [true, false]]);

  const atSet = around(losMs - 500, losMs + 500);
  assert.deepEqual(times(atSet), [[aosMs, tcaMs, losMs - 500]]);
  assert.deepEqual(cuts(atSet), [[false, true]]);

  assert.deepEqual(around(aosMs - 1, losMs + 1), []);
});

Deno.test("findPasses() takes a pass on over a change of motion, shared instant or not", () => {
  const elevation = topAt(TOP_MS, 10);
  const whole = elevationMotion(site, [0, 2 * TOP_MS], elevation);
  const expected = times(find([whole], [0, 2 * TOP_MS], 0));
  for (const changeMs of [TOP_MS - 2000, TOP_MS, TOP_MS + 2000]) {
    for (const nextMs of [changeMs - 9, changeMs, changeMs + 1]) {
      const motions = [
        elevationMotion(site, [0, changeMs], elevation),
        elevationMotion(site, [nextMs, 2 * TOP_MS], elevation),
      ];
      const passes = find(motions, [0, 2 * TOP_MS], 0);
      assert.deepEqual(times(passes), expected);
      assert.deepEqual(passes[0]!.motions, motions);
      assert.deepEqual(cuts(passes), [[false, false]]);
    }
    // With a millisecond of which nothing is known it's two.
    const apart = find(
      [
        elevationMotion(site, [0, changeMs], elevation),
        elevationMotion(site, [changeMs + 2, 2 * TOP_MS], elevation),
      ],
      [0, 2 * TOP_MS],
      0,
    );
    assert.equal(apart.length, 2);
  }
});

Deno.test("findPasses() begins and ends a pass where the motions jump over the horizon", () => {
  const flat = (fromMs: number, toMs: number, elevationDeg: number) =>
    elevationMotion(site, [fromMs, toMs], () => elevationDeg);
  const motions = [
    flat(0, 1000, -1),
    flat(1000, 2000, 1),
    flat(2000, 3000, 2),
    flat(3000, 4000, -1),
  ];
  const passes = find(motions, [0, 4000], 0);
  assert.deepEqual(times(passes), [[1001, 2001, 3000]]);
  assert.deepEqual(cuts(passes), [[false, false]]);
  assert.deepEqual(passes[0]!.motions, motions.slice(1, 3));
});

Deno.test("findPasses() gives others a chance while it finds nothing", () => {
  const motion = elevationMotion(
    site,
    [0, 100 * HOUR_MS],
    (timeMs) => wave(timeMs) - 15,
  );
  const search = { fromMs: 0, toMs: 100 * HOUR_MS, horizonDeg: 0 };
  let looks = 0;
  const counted = {
    ...motion,
    stateAt: (timeMs: number) => {
      looks++;
      return motion.stateAt(timeMs);
    },
  };
  let chances = 0;
  for (const pass of findPasses([counted], site, search)) {
    assert.equal(pass, null);
    assert.ok(looks < 1500, `${looks} at once`);
    looks = 0;
    chances++;
  }
  assert.ok(looks < 1500 && chances > 10);
});

Deno.test("findPasses() searches nothing where nothing is known", () => {
  assert.deepEqual(find([], [0, 1000], 0), []);
  const motion = elevationMotion(site, [5000, 6000], () => 20);
  assert.deepEqual(find([motion], [0, 5000], 0), []);
  assert.deepEqual(find([motion], [6001, 7000], 0), []);
  assert.deepEqual(cuts(find([motion], [0, 9000], 0)), [[true, true]]);
});
