import assert from "node:assert/strict";
import { createSite } from "../look_angles.ts";
import { passDirection } from "./pass_direction.ts";

const moscow = { latitudeDeg: 55.75, longitudeDeg: 37.62, altitudeM: 0 };
const positionKm = { x: 7000, y: 0, z: 0 };
const directionOf = (
  [x, y, z]: [number, number, number],
  observer = moscow,
) =>
  passDirection(createSite(observer), { positionKm, velocityKmS: { x, y, z } });

Deno.test("passDirection() is ascending where a satellite goes north, descending where it goes south", () => {
  assert.equal(directionOf([0, 1, 7]), "ascending");
  assert.equal(directionOf([0, 1, -7]), "descending");
});

Deno.test("passDirection() is null at the turning point, of a satellite that stands, and from a pole", () => {
  assert.equal(directionOf([0, 7.5, 0.001]), null);
  assert.equal(directionOf([0, 0, 0.05]), null);
  const pole = { ...moscow, latitudeDeg: -90 };
  assert.equal(directionOf([0, 1, 7], pole), null);
});
