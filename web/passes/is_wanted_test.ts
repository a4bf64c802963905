import assert from "node:assert/strict";
import { createSite } from "../../tle/look_angles.ts";
import type { FoundPass } from "../../tle/passes/found_pass.ts";
import { isWanted } from "./is_wanted.ts";
import type { PassFilter } from "./passes_request.ts";

const site = createSite({ latitudeDeg: 50, longitudeDeg: 0, altitudeM: 0 });
const tcaMs = Date.UTC(2026, 7, 21, 21, 30);
const north = {
  fromMs: tcaMs - 600_000,
  toMs: tcaMs + 600_000,
  mostKmS: 8,
  stateAt: () => ({
    positionKm: { x: 4500, y: 0, z: 5500 },
    velocityKmS: { x: 0, y: 1, z: 7 },
  }),
};
const pass: FoundPass = {
  aosMs: tcaMs - 300_000,
  tcaMs,
  losMs: tcaMs + 300_000,
  maxElevationDeg: 30,
  cut: { start: false, end: false },
  motions: [north],
};
const all: PassFilter = {
  minElevationDeg: 10,
  minDurationS: null,
  direction: null,
  timeOfDay: null,
  visibleOnly: false,
};
const wants = (filter: Partial<PassFilter>) =>
  isWanted(pass, site, { ...all, ...filter });

Deno.test("isWanted() looks at how high, how long and which way", () => {
  assert.ok(wants({}));
  assert.ok(wants({ minElevationDeg: 30 }));
  assert.ok(!wants({ minElevationDeg: 30.001 }));
  assert.ok(wants({ minDurationS: 600 }));
  assert.ok(!wants({ minDurationS: 600.001 }));
  assert.ok(wants({ direction: "ascending" }));
  assert.ok(!wants({ direction: "descending" }));
});

Deno.test("isWanted() looks at the time of day of TCA by the observer's clock, also over midnight", () => {
  const at = (fromHour: number, toHour: number, aheadHours = 0) =>
    wants({
      timeOfDay: {
        fromMinute: fromHour * 60,
        toMinute: toHour * 60,
        aheadMinutes: aheadHours * 60,
      },
    });
  assert.ok(at(21, 22));
  assert.ok(at(21.5, 22));
  assert.ok(!at(21, 21.5));
  assert.ok(at(20, 2));
  assert.ok(!at(22, 21));
  assert.ok(!at(20, 22, 3));
  assert.ok(at(23, 1, 3));
  assert.ok(at(9, 10, -12));
});
