import { deepEqual, equal } from "node:assert/strict";
import type { SatelliteInfo } from "../feed/contract.ts";
import type { Moment } from "../feed/moment.ts";
import { SatelliteRecord } from "../feed/satellite_record.ts";
import { chartDataOf } from "./chart_data.ts";

const second = 1_000;

/** Recorded each second from 0 to 60 and from 100 to 130, thinned to ten seconds. */
function givenRecord(): SatelliteRecord {
  const info = { norad_id: 1, step_seconds: 1 } as SatelliteInfo;
  const record = new SatelliteRecord(info, 10 * second);
  for (let i = 0; i <= 130; i++) {
    if (i > 60 && i < 100) continue;
    record.addRecorded(
      {
        timeMs: i * second,
        longitudeDeg: 0,
        latitudeDeg: 0,
        altitudeKm: 700 + i,
      },
      0,
      1,
    );
  }
  return record;
}

const moment = (fromS: number, shownS: number) =>
  ({
    kind: "history",
    nowMs: shownS * second,
    shownMs: shownS * second,
    range: { fromMs: fromS * second, toMs: 200 * second },
    silenceCounts: false,
  }) satisfies Moment;

Deno.test("chartDataOf() underlines what was filled in, but no gap and nothing that is not shown", () => {
  const range = (fromS: number, toS: number) => ({
    fromMs: fromS * second,
    toMs: toS * second,
  });
  const data = chartDataOf(givenRecord(), moment(20, 125), [
    range(0, 10),
    range(30, 110),
    range(120, 190),
  ]);
  deepEqual(data.gaps, [range(60, 100)]);
  deepEqual(data.backfills, [range(30, 60), range(100, 110), range(120, 125)]);
});

Deno.test("chartDataOf() joins what a faster replay brings farther apart than its points were", () => {
  const record = givenRecord();
  record.thinnedToMs = 30 * second;
  const place = { longitudeDeg: 0, latitudeDeg: 0, altitudeKm: 700 };
  for (const s of [160, 190]) {
    record.addThinned({ timeMs: s * second, ...place });
  }
  equal(chartDataOf(record, moment(100, 190), []).runs.length, 1);
});

Deno.test("chartDataOf() has the band of what each point stands for", () => {
  const { runs } = chartDataOf(givenRecord(), moment(0, 130), []);
  deepEqual(
    runs.map((run) => run.map(({ lowKm, highKm }) => [lowKm, highKm])),
    [
      [...[0, 10, 20, 30, 40, 50].map((s) => [700 + s, 709 + s]), [760, 760]],
      [[800, 809], [810, 819], [820, 829], [830, 830]],
    ],
  );
});
