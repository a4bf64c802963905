import assert from "node:assert/strict";
import { geodeticFromEcef } from "../../../tle/geodetic.ts";
import { sunEcefKm } from "../../../tle/sun/sun_position.ts";
import { subSolarPoint } from "./sub_solar_point.ts";

function assertNear(actual: number, expected: number, within: number) {
  assert.ok(Math.abs(actual - expected) <= within, `${actual}, ${expected}`);
}

Deno.test("subSolarPoint() has the declination that almanacs have", () => {
  const known = [
    ["2026-03-20T14:46:00Z", 0],
    ["2026-06-21T08:25:00Z", 23.44],
    ["2026-09-23T00:05:00Z", 0],
    ["2026-12-21T20:50:00Z", -23.44],
  ] as const;
  for (const [time, declination] of known) {
    assertNear(subSolarPoint(Date.parse(time)).latitudeDeg, declination, 0.02);
  }
});

Deno.test("subSolarPoint() is over Greenwich as late as the equation of time has it", () => {
  // In minutes after noon: the extremes of the year, and where it is nothing.
  const known = [
    ["2026-02-11", 14.23],
    ["2026-04-15", 0.1],
    ["2026-05-14", -3.66],
    ["2026-11-03", -16.43],
  ] as const;
  for (const [day, minutes] of known) {
    const noonMs = Date.parse(`${day}T12:00:00Z`) + minutes * 60_000;
    assertNear(subSolarPoint(noonMs).longitudeDeg, 0, 0.05);
  }
});

Deno.test("subSolarPoint() is where the exact position of the Sun has it, through the years", () => {
  for (let year = 1990; year < 2050; year++) {
    const timeMs = Date.UTC(year, year % 12, 1 + year % 28, year % 24, 17);
    const exact = geodeticFromEcef(sunEcefKm(timeMs));
    const point = subSolarPoint(timeMs);
    const east = point.longitudeDeg - exact.longitudeDeg;
    assertNear((east + 540) % 360 - 180, 0, 0.02);
    assertNear(point.latitudeDeg, exact.latitudeDeg, 0.02);
    assert.ok(point.longitudeDeg >= -180 && point.longitudeDeg < 180);
  }
});
