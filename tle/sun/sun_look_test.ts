import assert from "node:assert/strict";
import { createSite } from "../look_angles.ts";
import reference from "../testdata/sun_looks.json" with { type: "json" };
import { sunLook } from "./sun_look.ts";
import { sunEcefKm } from "./sun_position.ts";

const RAD = Math.PI / 180;

Deno.test("sunLook() agrees with skyfield within 0.01 degrees, poles and date line included", () => {
  assert.equal(reference.looks.length, 36);
  for (const expected of reference.looks) {
    const what = `${expected.place}, ${expected.time}`;
    const look = sunLook(createSite(expected), Date.parse(expected.time));
    const aside = (look.azimuthDeg - expected.azimuthDeg + 540) % 360 - 180;
    const asideDeg = aside * Math.cos(expected.elevationDeg * RAD);
    assert.ok(Math.abs(asideDeg) < 0.01, `${what}: ${asideDeg} aside`);
    const higherDeg = look.elevationDeg - expected.elevationDeg;
    assert.ok(Math.abs(higherDeg) < 0.01, `${what}: ${higherDeg} higher`);
  }
});

Deno.test("sunLook() has the Sun lower at the horizon by its parallax, and not at the zenith", () => {
  const timeMs = Date.UTC(2026, 2, 20, 12);
  const { x, y, z } = sunEcefKm(timeMs);
  const noonDeg = Math.atan2(y, x) / RAD;
  const distanceKm = Math.hypot(x, y, z);
  const lowerArcsec = (longitudeDeg: number) => {
    const site = createSite({ latitudeDeg: 0, longitudeDeg, altitudeM: 0 });
    const { up } = site;
    const sine = (up.x * x + up.y * y + up.z * z) / distanceKm;
    return 3600 *
      (Math.asin(sine) / RAD - sunLook(site, timeMs).elevationDeg);
  };
  assert.ok(Math.abs(lowerArcsec(noonDeg + 90) - 8.8) < 0.1);
  assert.ok(Math.abs(lowerArcsec(noonDeg)) < 0.1);
});
