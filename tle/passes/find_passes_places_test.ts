import assert from "node:assert/strict";
import { ecefFromTeme } from "../ecef_from_teme.ts";
import type { ElementSet } from "../element_set.ts";
import { parseTle } from "../formats/parse_tle.ts";
import { geodeticFromEcef } from "../geodetic.ts";
import { createSite, lookAngles } from "../look_angles.ts";
import type { Observer } from "../observer.ts";
import { createOrbit } from "../orbit.ts";
import { TERRA_LINE_1, TERRA_LINE_2 } from "../testdata/terra_tle.ts";
import { createElementMotion } from "./element_motion.ts";
import { allPasses } from "./testdata/all_passes.ts";

const DAY_MS = 86_400_000;
const terra = parseTle(TERRA_LINE_1, TERRA_LINE_2);
const fromMs = Math.ceil(terra.epochUs / 1000);
const toMs = fromMs + DAY_MS;
const moscow = { latitudeDeg: 55.75, longitudeDeg: 37.62, altitudeM: 0 };

/** A day of passes. */
const passesOver = (
  observer: Observer,
  { set = terra, horizonDeg = 0 }: { set?: ElementSet; horizonDeg?: number } =
    {},
) => {
  const motion = createElementMotion(set, { fromMs, toMs });
  return allPasses([motion], createSite(observer), {
    fromMs,
    toMs,
    horizonDeg,
  }).map(({ motions: _, ...pass }) => pass);
};

Deno.test("findPasses() finds the same on either side of 180 degrees", () => {
  const east = passesOver({ ...moscow, longitudeDeg: 180 });
  const west = passesOver({ ...moscow, longitudeDeg: -180 });
  assert.ok(east.length >= 5);
  east.forEach(({ aosMs, tcaMs, losMs }, i) => {
    // But for the last digit of a sine.
    assert.ok(Math.abs(aosMs - west[i]!.aosMs) <= 1);
    assert.ok(Math.abs(tcaMs - west[i]!.tcaMs) <= 1);
    assert.ok(Math.abs(losMs - west[i]!.losMs) <= 1);
  });
  assert.equal(west.length, east.length);
});

Deno.test("findPasses() finds each revolution of a polar orbit at both poles, whatever the longitude", () => {
  for (const latitudeDeg of [90, -90]) {
    const passes = passesOver({ ...moscow, latitudeDeg });
    const elsewhere = passesOver({
      ...moscow,
      latitudeDeg,
      longitudeDeg: -120,
    });
    // Of 14.6 revolutions.
    assert.ok(passes.length === 14 || passes.length === 15);
    assert.equal(elsewhere.length, passes.length);
    // Eight degrees from the pole, at 700 km; but for those that are cut.
    const whole = passes.filter(({ cut }) => !cut.start && !cut.end);
    for (const { maxElevationDeg } of whole) {
      assert.ok(maxElevationDeg > 32 && maxElevationDeg < 36);
    }
  }
});

Deno.test("findPasses() sees less from 8,000 m than from -400 m, as the horizon is level", () => {
  const durationsMs = [-400, 0, 8000].map((altitudeM) =>
    passesOver({ ...moscow, altitudeM }).reduce(
      (sum, { aosMs, losMs }) => sum + losMs - aosMs,
      0,
    )
  );
  assert.ok(durationsMs[0]! > durationsMs[1]!);
  assert.ok(durationsMs[1]! > durationsMs[2]!);
});

Deno.test("findPasses() finds a pass through the zenith, also above 89 degrees alone", () => {
  const tcaMs = fromMs + 50 * 60_000;
  const orbit = createOrbit(terra);
  const under = geodeticFromEcef(
    ecefFromTeme(orbit.temeAt(tcaMs).positionKm, tcaMs),
  );
  const observer = { ...under, altitudeM: 0 };
  for (const horizonDeg of [0, 45, 80, 89, 89.9]) {
    const [pass] = passesOver(observer, { horizonDeg })
      .filter(({ aosMs, losMs }) => aosMs <= tcaMs && tcaMs <= losMs);
    assert.ok(Math.abs(pass!.tcaMs - tcaMs) < 500);
    assert.ok(pass!.maxElevationDeg > 89.9);
    const halfMs = (pass!.losMs - pass!.aosMs) / 2;
    assert.ok(Math.abs((pass!.losMs + pass!.aosMs) / 2 - tcaMs) < halfMs / 20);
  }
});

Deno.test("findPasses() finds what passes north of the observer, from west of north to east of it", () => {
  const site = createSite({ ...moscow, latitudeDeg: -5 });
  const motion = createElementMotion(
    { ...terra, inclinationDeg: 5 },
    { fromMs, toMs },
  );
  const passes = allPasses([motion], site, { fromMs, toMs, horizonDeg: 0 });
  const azimuths = passes.map(({ aosMs, losMs }) =>
    [aosMs, losMs].map((timeMs) =>
      Math.round(lookAngles(site, motion.stateAt(timeMs)).azimuthDeg)
    )
  );
  assert.ok(azimuths.length >= 12);
  assert.ok(azimuths.some(([rise, set]) => rise! > 270 && set! < 90));
});

Deno.test("findPasses() finds the passes of an orbit without eccentricity", () => {
  const round = passesOver(moscow, { set: { ...terra, eccentricity: 0 } });
  const flown = passesOver(moscow);
  assert.equal(round.length, flown.length);
  round.forEach(({ tcaMs }, i) =>
    assert.ok(Math.abs(tcaMs - flown[i]!.tcaMs) < 10_000)
  );
});

Deno.test("findPasses() gives a geostationary satellite as one pass, cut at both ends, or as none", () => {
  const set: ElementSet = {
    ...terra,
    meanMotion: 1.0027379,
    eccentricity: 0.0002,
    inclinationDeg: 0.02,
    bstar: 0,
    meanMotionDot: 0,
  };
  const motion = createElementMotion(set, { fromMs, toMs });
  const under = geodeticFromEcef(motion.stateAt(fromMs).positionKm);
  const near = { ...moscow, longitudeDeg: under.longitudeDeg };
  const [pass, ...others] = passesOver(near, { set });
  assert.deepEqual(others, []);
  assert.deepEqual([pass!.aosMs, pass!.losMs], [fromMs, toMs]);
  assert.deepEqual(pass!.cut, { start: true, end: true });
  assert.deepEqual(passesOver({ ...near, latitudeDeg: 85 }, { set }), []);
});

Deno.test("findPasses() finds passes across midnight, a leap day and a year's end as any other", () => {
  for (const midnight of ["2027-01-01", "2028-02-29", "2028-03-01"]) {
    const midnightMs = Date.parse(midnight);
    const set = { ...terra, epochUs: midnightMs * 1000 };
    const range = { fromMs: midnightMs - DAY_MS, toMs: midnightMs + DAY_MS };
    const motion = createElementMotion(set, range);
    const { positionKm } = motion.stateAt(midnightMs);
    const under = geodeticFromEcef(positionKm);
    const site = createSite({ ...under, altitudeM: 0 });
    const passes = allPasses([motion], site, { ...range, horizonDeg: 0 })
      .filter(({ aosMs, losMs }) => aosMs < midnightMs && losMs > midnightMs);
    assert.equal(passes.length, 1);
    assert.ok(Math.abs(passes[0]!.tcaMs - midnightMs) < 500);
  }
});

Deno.test("findPasses() takes a pass on from one element set to the next", () => {
  const next = { ...terra, meanAnomalyDeg: terra.meanAnomalyDeg + 0.001 };
  const [, pass] = passesOver(moscow);
  const changeMs = pass!.tcaMs - 60_000;
  const motions = [
    createElementMotion(terra, { fromMs, toMs: changeMs }),
    createElementMotion(next, { fromMs: changeMs, toMs }),
  ];
  const search = { fromMs: pass!.aosMs, toMs: pass!.losMs, horizonDeg: 0 };
  const [found, ...others] = allPasses(motions, createSite(moscow), search);
  assert.deepEqual(others, []);
  assert.equal(found!.aosMs, pass!.aosMs);
  // A thousandth of a degree ahead is 16 ms.
  assert.ok(Math.abs(pass!.losMs - found!.losMs - 16) <= 2);
  assert.deepEqual(found!.motions, motions);
});

Deno.test("findPasses() takes fewer than 40 looks a pass, with all that it skips", () => {
  const month = { fromMs, toMs: fromMs + 30 * DAY_MS };
  const motion = createElementMotion(terra, month);
  let looks = 0;
  const counted = {
    ...motion,
    stateAt: (timeMs: number) => {
      looks++;
      return motion.stateAt(timeMs);
    },
  };
  const passes = allPasses([counted], createSite(moscow), {
    ...month,
    horizonDeg: 0,
  });
  assert.ok(passes.length > 280);
  assert.ok(looks < 40 * passes.length, `${looks} for ${passes.length}`);
});
