import assert from "node:assert/strict";
import { observerKey, observerLatitudeDeg, PassIds } from "./pass_id.ts";

const observer = (latitudeDeg: number, longitudeDeg: number) => ({
  latitudeDeg,
  longitudeDeg,
  altitudeM: 0,
});

Deno.test("a pass is named by satellite, observer and revolution, a second one of the same revolution by .2", () => {
  const ids = new PassIds(25994, observer(55.75, 37.62));
  assert.deepEqual(
    ["142815", "142816", "142816", "142816", "142817"].map((r) => ids.next(r)),
    [
      "25994-55.7500N-37.6200E-142815",
      "25994-55.7500N-37.6200E-142816",
      "25994-55.7500N-37.6200E-142816.2",
      "25994-55.7500N-37.6200E-142816.3",
      "25994-55.7500N-37.6200E-142817",
    ],
  );
});

const KEYS: [latitude: number, longitude: number, key: string][] = [
  [-53.16, -70.92, "53.1600S-70.9200W"],
  [0, 0, "0.0000N-0.0000E"],
  [-0, -0, "0.0000N-0.0000E"],
  [-0.00004, -0.00004, "0.0000N-0.0000E"],
  [-0.00006, -0.00006, "0.0001S-0.0001W"],
  [90, 180, "90.0000N-180.0000E"],
  [-90, -180, "90.0000S-180.0000E"],
  [1, -179.99999, "1.0000N-180.0000E"],
  [1, -179.9999, "1.0000N-179.9999W"],
];

for (const [latitude, longitude, key] of KEYS) {
  Deno.test(`an observer at ${latitude}, ${longitude} is ${key}`, () => {
    const place = observer(latitude, longitude);
    assert.equal(observerKey(place), key);
    assert.equal(key.includes("S"), observerLatitudeDeg(place) < 0);
  });
}
