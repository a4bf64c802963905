import assert from "node:assert/strict";
import fc from "fast-check";
import { ecefFromGeodetic } from "../../../tle/geodetic.ts";
import { createSite, lookAngles } from "../../../tle/look_angles.ts";
import { lookAt } from "./look_at.ts";

const latitudeDeg = fc.double({ min: -90, max: 90, noNaN: true });
const longitudeDeg = fc.double({ min: -180, max: 180, noNaN: true });
const still = { x: 0, y: 0, z: 0 };

Deno.test("lookAt() tells of any place what the server does", () => {
  fc.assert(fc.property(
    fc.record({
      name: fc.constant(null),
      latitudeDeg,
      longitudeDeg,
      altitudeM: fc.integer({ min: -500, max: 9_000 }),
    }),
    fc.record({
      timeMs: fc.constant(0),
      latitudeDeg,
      longitudeDeg,
      altitudeKm: fc.double({ min: 150, max: 40_000, noNaN: true }),
    }),
    (place, position) => {
      const found = lookAt(place, position);
      const truth = lookAngles(createSite(place), {
        positionKm: ecefFromGeodetic(position),
        velocityKmS: still,
      });
      assert.ok(Math.abs(found.elevationDeg - truth.elevationDeg) < 1e-6);
      assert.ok(Math.abs(found.rangeKm - truth.rangeKm) < 1e-6);
      assert.ok(found.azimuthDeg >= 0 && found.azimuthDeg < 360);
      // Near the zenith an azimuth is next to nothing.
      const apart = Math.abs(found.azimuthDeg - truth.azimuthDeg);
      const aside = Math.min(apart, 360 - apart) *
        Math.cos(found.elevationDeg * Math.PI / 180);
      assert.ok(aside < 1e-6);
    },
  ));
});
