import { equal } from "node:assert/strict";
import { formatPlace, nameOf } from "./place.ts";

const moscow = {
  name: null,
  latitudeDeg: 55.75,
  longitudeDeg: 37.62,
  altitudeM: 0,
};

Deno.test("formatPlace() names the halves of the Earth", () => {
  equal(formatPlace(moscow), "55.75° N, 37.62° E");
  equal(
    formatPlace({
      ...moscow,
      latitudeDeg: -33.9,
      longitudeDeg: -70,
      altitudeM: 570,
    }),
    "33.9° S, 70° W, 570 m",
  );
});

Deno.test("nameOf() is what a place without a name has instead", () => {
  equal(nameOf({ ...moscow, name: "Moscow" }), "Moscow");
  equal(nameOf(moscow), "55.75° N, 37.62° E");
});
