import assert from "node:assert/strict";
import { findBundled } from "../bundled_elements.ts";
import type { ElementSet } from "../element_set.ts";
import { groundDistanceKm } from "../ground_distance.ts";
import { geodeticFromEcef } from "../geodetic.ts";
import { createSite, type Site } from "../look_angles.ts";
import { createElementMotion } from "../passes/element_motion.ts";
import { findPasses } from "../passes/find_passes.ts";
import { findSensorViews, type SensorView } from "./find_sensor_views.ts";

const DAY_MS = 86_400_000;
const MODIS_DEG = 55;
const RAD = Math.PI / 180;
const terra = findBundled("TERRA")!;
const FROM_MS = Math.ceil(terra.epochUs / 1000);

const motionOf = (set: ElementSet, days: number) =>
  createElementMotion(set, {
    fromMs: FROM_MS - DAY_MS / 4,
    toMs: FROM_MS + (days + 0.25) * DAY_MS,
  });
const terraMotion = motionOf(terra, 20);

function views(
  site: Site,
  { days = 16, motion = terraMotion, halfAngleDeg = MODIS_DEG } = {},
): SensorView[] {
  const search = { fromMs: FROM_MS, toMs: FROM_MS + days * DAY_MS };
  return [...findPasses([motion], site, { ...search, horizonDeg: 0 })].flatMap(
    (pass) =>
      pass === null ? [] : [...findSensorViews(pass, site, halfAngleDeg)],
  );
}

function place(latitudeDeg: number, longitudeDeg: number): Site {
  return createSite({ latitudeDeg, longitudeDeg, altitudeM: 0 });
}

Deno.test("the view zenith agrees with sin VZA = (R + h) / R · sin scan angle, which holds on a sphere", () => {
  for (const latitudeDeg of [-80, -45, 0, 30, 60, 82]) {
    const site = place(latitudeDeg, 40);
    const found = views(site);
    assert.ok(found.length > 10);
    const { x, y, z } = site.positionKm;
    const radiusKm = Math.hypot(x, y, z);
    for (const { timeMs, scanAngleDeg, viewZenithDeg } of found) {
      const satellite = terraMotion.stateAt(timeMs).positionKm;
      const distanceKm = Math.hypot(satellite.x, satellite.y, satellite.z);
      const sine = distanceKm / radiusKm * Math.sin(scanAngleDeg * RAD);
      const off = Math.asin(sine) / RAD - viewZenithDeg;
      assert.ok(Math.abs(off) < 0.1, `${latitudeDeg}: ${off}`);
    }
  }
});

Deno.test("MODIS's swath is 2,330 km wide, and as far to the left as to the right", () => {
  // At 705 km over the equator, where TERRA flew for twenty years.
  const motion = motionOf({ ...terra, meanMotion: 14.5711 }, 16);
  const edge = { left: 0, right: 0 };
  for (let longitudeDeg = -180; longitudeDeg < 180; longitudeDeg += 4) {
    const site = place(0, longitudeDeg);
    for (const { timeMs, side } of views(site, { motion })) {
      const below = geodeticFromEcef(motion.stateAt(timeMs).positionKm);
      const distanceKm = groundDistanceKm(site.observer, below);
      edge[side] = Math.max(edge[side], distanceKm);
    }
  }
  assert.ok(Math.abs(edge.left - 1165) < 15, `${edge.left}`);
  assert.ok(Math.abs(edge.right - 1165) < 15, `${edge.right}`);
});

Deno.test("MODIS sees every place at 30 degrees nearly daily, by day as by night", () => {
  for (const latitudeDeg of [30, -30]) {
    for (let longitudeDeg = -180; longitudeDeg < 180; longitudeDeg += 30) {
      const found = views(place(latitudeDeg, longitudeDeg));
      for (const isDaylight of [true, false]) {
        const times = found.filter((view) => view.isDaylight === isDaylight)
          .map(({ timeMs }) => timeMs);
        assert.ok(times.length >= 13, `${times.length} in 16 days`);
        // One day may be left out, as swaths do not quite touch there.
        const gapsMs = times.slice(1).map((timeMs, i) => timeMs - times[i]!);
        assert.ok(Math.max(...gapsMs) < 2.1 * DAY_MS);
      }
    }
  }
});

Deno.test("a site near the pole is seen on each revolution, also from beyond the pole", () => {
  // TERRA comes to 81.8 degrees; it goes round the pole clockwise.
  const pole = views(place(90, 0), { days: 1 });
  assert.ok(pole.length >= 14, `${pole.length}`);
  for (const { side, scanAngleDeg } of pole) {
    assert.equal(side, "right");
    assert.ok(scanAngleDeg > 48 && scanAngleDeg < 52, `${scanAngleDeg}`);
  }
  // Beyond it, too, where the satellite is on the other side of the pole.
  const azimuths = views(place(89, 60), { days: 1 })
    .map(({ viewAzimuthDeg }) => viewAzimuthDeg);
  assert.ok(azimuths.length >= 14, `${azimuths.length}`);
  assert.ok(azimuths.some((deg) => deg < 45 || deg > 315), `${azimuths}`);
});

Deno.test("a site is seen twice in one revolution, north- and southward", () => {
  const found = views(place(72, 20), { days: 3 });
  const gaps = found.slice(1).map(({ timeMs }, i) =>
    (timeMs - found[i]!.timeMs) / 60_000
  );
  assert.ok(found.length > 15);
  assert.ok(gaps.some((minutes) => minutes < 110), `${gaps}`);
});

Deno.test("a place has the same views however its longitude is written", () => {
  for (const latitudeDeg of [-17, 66]) {
    const [east, west] = [180, -180].map((longitudeDeg) =>
      views(place(latitudeDeg, longitudeDeg)).map(({ timeMs, side }) => ({
        timeMs,
        side,
      }))
    );
    assert.ok(east!.length > 10);
    assert.deepEqual(east, west);
  }
});

Deno.test("at the instant abeam the site is no longer ahead, and was just before", () => {
  const site = place(55.75, 37.62);
  for (const { timeMs, rangeKm } of views(site)) {
    // Abeam the distance along the track is none, but the Earth turns under it.
    for (const [ms, least] of [[-60_000, 0], [60_000, 0]] as const) {
      const { positionKm } = terraMotion.stateAt(timeMs + ms);
      const away = Math.hypot(
        positionKm.x - site.positionKm.x,
        positionKm.y - site.positionKm.y,
        positionKm.z - site.positionKm.z,
      );
      assert.ok(away - rangeKm > least, `${away} ${rangeKm}`);
    }
  }
});

Deno.test("day is where the Sun's centre is above the site's horizon", () => {
  const found = views(place(55.75, 37.62));
  for (const { isDaylight, sun } of found) {
    assert.equal(isDaylight, sun.elevationDeg > 0);
  }
  assert.equal(new Set(found.map(({ isDaylight }) => isDaylight)).size, 2);
});

Deno.test("a satellite that stands in the sky has an end", () => {
  const still = {
    ...terra,
    meanMotion: 1.00273,
    eccentricity: 0.0002,
    inclinationDeg: 0.05,
    bstar: 0,
    meanMotionDot: 0,
  };
  const motion = motionOf(still, 20);
  const below = geodeticFromEcef(motion.stateAt(FROM_MS).positionKm);
  const found = views(place(10, below.longitudeDeg), { motion });
  assert.ok(found.length < 50, `${found.length}`);
});
