import assert from "node:assert/strict";
import fc from "fast-check";
import type { Vector3 } from "../vector3.ts";
import { type SunLight, sunLight } from "./sun_light.ts";
import { sunEcefKm } from "./sun_position.ts";

const EARTH_KM = 6378.137;
const SUN_KM = 696_000;
const timeMs = Date.UTC(2026, 7, 21, 15);
const sunKm = sunEcefKm(timeMs);
const sunDistanceKm = Math.hypot(sunKm.x, sunKm.y, sunKm.z);

/** Of the Earth-Sun line, in kilometres behind the Earth and aside. */
function placeAt(behindKm: number, asideKm: number): Vector3 {
  const { x, y, z } = sunKm;
  const across = Math.hypot(x, y);
  const back = -behindKm / sunDistanceKm;
  return {
    x: x * back - y / across * asideKm,
    y: y * back + x / across * asideKm,
    z: z * back,
  };
}

/** What of the Sun's disc the Earth's covers, as it is seen from a place. */
function coverage(place: Vector3): { light: SunLight; marginRad: number } {
  const line = {
    x: sunKm.x - place.x,
    y: sunKm.y - place.y,
    z: sunKm.z - place.z,
  };
  const [toEarthKm, toSunKm] = [place, line].map((v) =>
    Math.hypot(v.x, v.y, v.z)
  ) as [number, number];
  const cos = -(place.x * line.x + place.y * line.y + place.z * line.z) /
    toEarthKm / toSunKm;
  const apart = Math.acos(Math.max(-1, Math.min(1, cos)));
  const earth = Math.asin(EARTH_KM / toEarthKm);
  const sun = Math.asin(SUN_KM / toSunKm);
  return {
    light: apart <= earth - sun
      ? "umbra"
      : apart < earth + sun
      ? "penumbra"
      : "sunlit",
    marginRad: Math.min(
      Math.abs(apart - earth + sun),
      Math.abs(apart - earth - sun),
    ),
  };
}

Deno.test("sunLight() is what discs of Earth and Sun leave, seen from the satellite", () => {
  const seen = new Set<SunLight>();
  fc.assert(
    fc.property(
      fc.double({ min: EARTH_KM + 0.1, max: 60_000, noNaN: true }),
      // Most of them near the edge, where it matters.
      fc.double({ min: -1, max: 1, noNaN: true }),
      fc.double({ min: -Math.PI, max: Math.PI, noNaN: true }),
      fc.boolean(),
      (radiusKm, off, angle, isNear) => {
        const edge = Math.asin(EARTH_KM / radiusKm);
        const turned = isNear ? edge + off * 0.01 : angle;
        const place = placeAt(
          radiusKm * Math.cos(turned),
          radiusKm * Math.sin(turned),
        );
        const { light, marginRad } = coverage(place);
        if (marginRad < 1e-7) return;
        seen.add(light);
        assert.equal(sunLight(place, timeMs), light);
      },
    ),
    { numRuns: 2000 },
  );
  assert.equal(seen.size, 3);
});

Deno.test("sunLight() has an umbra that ends in a point, and a ring of Sun beyond it", () => {
  assert.equal(sunLight(placeAt(7000, 0), timeMs), "umbra");
  assert.equal(sunLight(placeAt(1_390_000, 0), timeMs), "umbra");
  assert.equal(sunLight(placeAt(1_410_000, 0), timeMs), "penumbra");
});

Deno.test("sunLight() has no shadow on the side of the Sun", () => {
  assert.equal(sunLight(placeAt(-7000, 0), timeMs), "sunlit");
  assert.equal(sunLight(placeAt(-300_000, 0), timeMs), "sunlit");
  assert.equal(sunLight(placeAt(-1, EARTH_KM + 0.1), timeMs), "sunlit");
});
