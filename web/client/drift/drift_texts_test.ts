import { equal } from "node:assert/strict";
import { describeDrift } from "./drift_texts.ts";

Deno.test("describeDrift() names a month and a time once where both ends share them", () => {
  const says = (...points: [time: string, meanHours: number][]) => {
    const run = points.map(([time, meanHours]) => ({
      timeMs: Date.parse(time),
      meanHours,
      apparentHours: meanHours,
      altitudeKm: 700,
      revolution: null,
    }));
    return describeDrift({
      runs: [run],
      gaps: [],
      range: { fromMs: 0, toMs: 1 },
    });
  };
  equal(
    says(["2000-03-01T00:00:00Z", 10.5], ["2026-11-29T00:00:00Z", 8.54]),
    "10:30 in March 2000 to 08:32 in November 2026",
  );
  equal(
    says(["2026-11-01T00:00:00Z", 8.6], ["2026-11-29T00:00:00Z", 8.54]),
    "08:36 to 08:32 in November 2026",
  );
  equal(
    says(["2026-11-28T00:00:00Z", 8.54], ["2026-11-29T00:00:00Z", 8.54]),
    "08:32 in November 2026",
  );
});
