import assert from "node:assert/strict";
import { describeSilence } from "./describe_silence.ts";
import type { SatelliteInfo } from "./feed/contract.ts";
import { SatelliteRecord } from "./feed/satellite_record.ts";

const nowMs = Date.UTC(2026, 7, 23, 14, 36, 42);
const well = {
  lostSinceMs: null,
  phase: "live" as const,
  lagMs: 400,
  newestMs: nowMs - 400,
  patienceMs: 5_000,
};

/** Satellites that were heard so many seconds before the newest frame. */
function satellitesOf(...agesS: number[]) {
  return new Map(agesS.map((ageS, i) => {
    const info = { name: `SAT ${i}`, step_seconds: 1 } as SatelliteInfo;
    const record = new SatelliteRecord(info, 20_000);
    const timeMs = well.newestMs - 1_000 * ageS;
    const place = { latitudeDeg: 0, longitudeDeg: 0, altitudeKm: 0 };
    record.moveLatest({ timeMs, ...place });
    return [i, record];
  }));
}

const silence = (
  agesS: number[],
  facts: Partial<Parameters<typeof describeSilence>[1]> = {},
  kind: "live" | "replay" = "live",
) =>
  describeSilence({ satellites: satellitesOf(...agesS) }, {
    ...well,
    ...facts,
  }, { kind, nowMs });

Deno.test("describeSilence() tells how many of the satellites are silent, and since when", () => {
  assert.equal(silence([0, 0, 5]), null);
  assert.deepEqual(silence([0, 0, 60]), {
    share: "1 of 3",
    since: "since 14:35:41",
    names: "SAT 2",
  });
  assert.deepEqual(silence([0, 600, 60]), {
    share: "2 of 3",
    since: "since 14:35:41",
    names: "SAT 1, SAT 2",
  });
});

Deno.test("describeSilence() calls nobody silent where all of it lags", () => {
  const lagMs = 60_000;
  const newestMs = nowMs - lagMs;
  assert.equal(silence([61, 61], { lagMs, newestMs }), null);
});

Deno.test("describeSilence() leaves to the connection what is told by it, and tells nothing of another time", () => {
  assert.equal(silence([0, 60], { lostSinceMs: nowMs - 1_000 }), null);
  assert.equal(silence([0, 60], { phase: "behind" }), null);
  assert.equal(silence([0, 60], { newestMs: nowMs - 5_401 }), null);
  assert.equal(silence([0, 60], {}, "replay"), null);
});
