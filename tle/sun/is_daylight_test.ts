import assert from "node:assert/strict";
import reference from "../testdata/sun_looks.json" with { type: "json" };
import { isDaylight } from "./is_daylight.ts";

const DAY_MS = 86_400_000;
const place = (latitudeDeg: number, longitudeDeg: number) => ({
  latitudeDeg,
  longitudeDeg,
  altitudeKm: 700,
});

Deno.test("isDaylight() says day where skyfield has the Sun above the horizon", () => {
  const days = reference.looks.map((look) =>
    isDaylight({ ...look, altitudeKm: 700 }, Date.parse(look.time))
  );
  assert.deepEqual(days, reference.looks.map((look) => look.elevationDeg > 0));
  assert.ok(days.includes(true) && days.includes(false));
});

Deno.test("isDaylight() says day at a pole for half a year, and once a day elsewhere", () => {
  const hours = (latitudeDeg: number, from: number, to: number) => {
    let day = 0;
    for (let timeMs = from; timeMs < to; timeMs += DAY_MS / 24) {
      if (isDaylight(place(latitudeDeg, 0), timeMs)) day++;
    }
    return day / ((to - from) / DAY_MS);
  };
  const [march, june, september] = [2, 5, 8].map((month) =>
    Date.UTC(2026, month, 25)
  );
  assert.equal(hours(90, march!, september! - 5 * DAY_MS), 24);
  assert.equal(hours(-90, march!, september! - 5 * DAY_MS), 0);
  assert.equal(hours(0, june!, june! + DAY_MS), 12);
});
