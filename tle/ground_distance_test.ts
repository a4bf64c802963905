import assert from "node:assert/strict";
import { groundDistanceKm } from "./ground_distance.ts";

const at = (latitudeDeg: number, longitudeDeg: number) => ({
  latitudeDeg,
  longitudeDeg,
});

Deno.test("groundDistanceKm() is within 0.6 % of geodesics on the ellipsoid", () => {
  // The ends of a quadrant, and of the equator's half: WGS84's own lengths.
  const quadrant = groundDistanceKm(at(0, 0), at(90, 0));
  assert.ok(Math.abs(quadrant / 10_001.966 - 1) < 0.006);
  const equator = groundDistanceKm(at(0, 0), at(0, 90));
  assert.ok(Math.abs(equator / 10_018.754 - 1) < 0.006);
});

Deno.test("groundDistanceKm() knows neither poles nor a date line", () => {
  const across = groundDistanceKm(at(10, 179.9), at(10, -179.9));
  assert.ok(Math.abs(across - 0.2 * 111.19 * Math.cos(Math.PI / 18)) < 0.1);
  assert.ok(groundDistanceKm(at(90, 0), at(90, 137)) < 1e-9);
  assert.ok(Math.abs(groundDistanceKm(at(-90, 5), at(90, 5)) - 20_015.1) < 0.1);
});
