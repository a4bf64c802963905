import { deepEqual, equal } from "node:assert/strict";
import { settlePlace } from "./settle_place.ts";

const moscow = {
  name: "Moscow",
  latitudeDeg: 55.7558,
  longitudeDeg: 37.6173,
  altitudeM: 156,
};
const known = {
  find: (name: string) =>
    name === "moscow"
      ? { place: { ...moscow, country: "Russia" }, near: [] }
      : null,
};

Deno.test("settlePlace() takes a name as the server knows it", () => {
  deepEqual(settlePlace({ placeName: "moscow" }, known), moscow);
  equal(settlePlace({ placeName: "Moskow" }, known), null);
});

Deno.test("settlePlace() needs nobody to know where a locator is", () => {
  deepEqual(settlePlace({ placeName: "jo62qm" }, known), {
    name: "JO62qm",
    latitudeDeg: 52.5208,
    longitudeDeg: 13.375,
    altitudeM: 0,
  });
});
