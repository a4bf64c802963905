import { deepEqual, equal } from "node:assert/strict";
import { formatPlace, nameOf, parseCoordinates } from "./place.ts";

const moscow = {
  name: null,
  latitudeDeg: 55.75,
  longitudeDeg: 37.62,
  altitudeM: 0,
};

Deno.test("parseCoordinates() reads coordinates as people write them", () => {
  for (
    const text of [
      "55.75, 37.62",
      " 55.75 37.62 ",
      "55.75;37.62",
      "55.75N 37.62E",
      "55.75° N, 37.62° E",
      "+55.75,+37.62",
    ]
  ) deepEqual(parseCoordinates(text), moscow, text);
  deepEqual(parseCoordinates("55.75, 37.62, 150 m"), {
    ...moscow,
    altitudeM: 150,
  });
  deepEqual(parseCoordinates("33.9 S 18.4 W -5"), {
    name: null,
    latitudeDeg: -33.9,
    longitudeDeg: -18.4,
    altitudeM: -5,
  });
});

Deno.test("parseCoordinates() keeps four decimals", () => {
  equal(parseCoordinates("55.123456, 37")?.latitudeDeg, 55.1235);
});

Deno.test("parseCoordinates() refuses what is no place", () => {
  for (
    const text of ["", "Moscow", "55.75", "91, 0", "0, 181", "0, 0, 10001"]
  ) equal(parseCoordinates(text), null, text);
});

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
