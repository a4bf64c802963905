import assert from "node:assert/strict";
import {
  createSite,
  type LookAngles,
  lookAngles,
  type Site,
} from "../look_angles.ts";
import { parseTle } from "../formats/parse_tle.ts";
import { createElementMotion, type ElementMotion } from "./element_motion.ts";
import { findPasses } from "./find_passes.ts";
import type { FoundPass } from "./found_pass.ts";
import reference from "./testdata/skyfield_passes.json" with { type: "json" };

type Case = typeof reference.cases[number];
type Row = Case["looks"][number];

const DAY_MS = 86_400_000;
const RAD = Math.PI / 180;

/** As the design's section 8 has them; the rest follow from its metres. */
const RISE_BOUND = { ms: 50, deg: 0.001 };
const CULMINATION_BOUND_MS = 100;
const ELEVATION_BOUND_DEG = 0.01;
const AZIMUTH_BOUND_DEG = 0.01;
const RANGE_BOUND_KM = 0.1;
const RANGE_RATE_BOUND_KM_S = 0.01;

for (const one of reference.cases) {
  const isStationary = one.what.startsWith("geostationary,");
  if (!isStationary) {
    Deno.test(`findPasses() agrees with skyfield: ${one.what}`, () => {
      const { site, motion, passes } = findAll(one);

      assert.deepEqual(
        passes.map(({ tcaMs }) => near(tcaMs, one)),
        one.passes.map(({ culmination }) => readLook(culmination).timeMs),
      );
      passes.forEach((pass, i) => checkPass(pass, one.passes[i]!));

      function checkPass(pass: FoundPass, expected: Case["passes"][number]) {
        const { rise, culmination, set } = expected;
        const highest = readLook(culmination);
        checkCrossing(pass.aosMs, rise);
        checkCrossing(pass.losMs, set);
        checkWithin(
          "culmination",
          CULMINATION_BOUND_MS,
          [pass.tcaMs, highest.timeMs],
        );
        checkWithin(
          "highest elevation",
          ELEVATION_BOUND_DEG,
          [pass.maxElevationDeg, highest.elevationDeg],
        );
        assert.deepEqual(pass.cut, { start: false, end: false });
        for (const row of [rise, culmination, set]) {
          checkLook(site, motion, row);
        }
      }

      function checkCrossing(timeMs: number, row: Row) {
        const { timeMs: expectedMs } = readLook(row);
        if (Math.abs(timeMs - expectedMs) <= RISE_BOUND.ms) return;
        const { elevationDeg } = lookAngles(site, motion.stateAt(expectedMs));
        checkWithin(
          `elevation at ${row[0]}`,
          RISE_BOUND.deg,
          [elevationDeg, one.threshold_deg],
        );
      }
    });
  }

  Deno.test(`lookAngles() agrees with skyfield: ${one.what}`, () => {
    const { site, motion } = prepare(one);
    for (const row of one.looks) checkLook(site, motion, row);
  });
}

Deno.test("findPasses() finds what is always up over the whole search", () => {
  const { passes, fromMs, toMs } = findAll(stationary("up"));

  assert.equal(passes.length, 1);
  assert.ok(passes[0]!.aosMs <= fromMs && passes[0]!.losMs >= toMs);
});

Deno.test("findPasses() finds nothing of what is never up", () => {
  assert.deepEqual(findAll(stationary("down")).passes, []);
});

function stationary(where: "up" | "down"): Case {
  return reference.cases.find(({ what }) =>
    what === `geostationary, ${where}`
  )!;
}

function prepare({ tle: [line1, line2], observer, ...one }: Case) {
  const fromMs = Date.parse(one.from);
  const toMs = Date.parse(one.to);
  const motion = createElementMotion(parseTle(line1!, line2!), {
    fromMs: fromMs - 2 * DAY_MS,
    toMs: toMs + 2 * DAY_MS,
  });
  const site = createSite({
    latitudeDeg: observer.latitude_deg,
    longitudeDeg: observer.longitude_deg,
    altitudeM: observer.altitude_m,
  });
  return { fromMs, toMs, motion, site };
}

function findAll(one: Case) {
  const { fromMs, toMs, motion, site } = prepare(one);
  const horizonDeg = one.threshold_deg;
  const passes = [...findPasses([motion], site, { fromMs, toMs, horizonDeg })]
    .filter((pass) => pass !== null);
  return { fromMs, toMs, motion, site, passes };
}

/** The expected culmination of the pass that an instant is in, or the instant. */
function near(timeMs: number, { passes }: Case): number {
  const found = passes.find(({ rise, set }) =>
    readLook(rise).timeMs <= timeMs && timeMs <= readLook(set).timeMs
  );
  return found === undefined ? timeMs : readLook(found.culmination).timeMs;
}

function readLook(row: Row): LookAngles & { timeMs: number } {
  const [timeMs, azimuthDeg, elevationDeg, rangeKm, rangeRateKmS] = row as [
    number,
    number,
    number,
    number,
    number,
  ];
  return { timeMs, azimuthDeg, elevationDeg, rangeKm, rangeRateKmS };
}

function checkLook(site: Site, motion: ElementMotion, row: Row): void {
  const expected = readLook(row);
  const look = lookAngles(site, motion.stateAt(expected.timeMs));
  const { azimuthDeg, elevationDeg, rangeKm, rangeRateKmS } = look;
  const turnDeg = Math.abs(azimuthDeg - expected.azimuthDeg);
  // The nearer the zenith, the less an azimuth means.
  checkWithin(
    `azimuth at ${row[0]}`,
    AZIMUTH_BOUND_DEG / Math.cos(expected.elevationDeg * RAD),
    [Math.min(turnDeg, 360 - turnDeg), 0],
  );
  checkWithin(
    `elevation at ${row[0]}`,
    ELEVATION_BOUND_DEG,
    [elevationDeg, expected.elevationDeg],
  );
  checkWithin(
    `range at ${row[0]}`,
    RANGE_BOUND_KM,
    [rangeKm, expected.rangeKm],
  );
  checkWithin(
    `range rate at ${row[0]}`,
    RANGE_RATE_BOUND_KM_S,
    [rangeRateKmS, expected.rangeRateKmS],
  );
}

function checkWithin(
  what: string,
  bound: number,
  [actual, expected]: readonly [number, number],
): void {
  // Written so that NaN fails it as well.
  if (Math.abs(actual - expected) <= bound) return;
  assert.fail(`${what} must be ${expected} within ${bound}: is ${actual}`);
}
