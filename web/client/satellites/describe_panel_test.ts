import assert from "node:assert/strict";
import type { SatelliteInfo } from "../feed/contract.ts";
import type { Moment } from "../feed/moment.ts";
import { SatelliteRecord } from "../feed/satellite_record.ts";
import {
  describeAsOf,
  describeElements,
  describeStale,
} from "./describe_panel.ts";

const NOW_MS = Date.parse("2026-08-23T14:00:00Z");
const moment = { kind: "live", nowMs: NOW_MS } as Moment;

Deno.test("describeElements() says so where the elements are not known", () => {
  const id = "3f2a9c41d07b";
  const unheardOf = { id, epoch: null, age_hours: null, source: "" };
  for (const elements of [null, unheardOf]) {
    assert.deepEqual(describeElements(elements, moment), {
      text: "elements unknown",
      hint:
        "What these positions were computed from is not recorded with them.",
      old: false,
    });
  }
});

Deno.test("describeElements() tells the age of the elements, and calls old ones old", () => {
  const ofEpoch = (epoch: string) =>
    describeElements(
      { id: "3f2a9c41d07b", epoch, age_hours: 0, source: "bundled" },
      moment,
    );
  const young = ofEpoch("2026-08-22T14:00:00Z");
  assert.match(young.text, /^elements .* old$/);
  assert.match(young.hint, /^Set 3f2a9c41d07b, .* source: bundled\.$/);
  assert.equal(young.old, false);
  assert.equal(ofEpoch("2026-08-01T14:00:00Z").old, true);
});

/** What a column says so long after its satellite was heard last. */
function said(afterMs: number, step_seconds: number): string {
  const record = new SatelliteRecord({ step_seconds } as SatelliteInfo, 20_000);
  const timeMs = NOW_MS - afterMs;
  record.moveLatest({ timeMs, latitudeDeg: 0, longitudeDeg: 0, altitudeKm: 0 });
  const live = { ...moment, shownMs: NOW_MS };
  return describeStale(record, live, false) || describeAsOf(record, live);
}

Deno.test("a number older than five seconds says since when, until it is of now again", () => {
  assert.equal(said(5_000, 1), "");
  assert.equal(said(6_000, 1), "no data since 13:59:54");
  assert.equal(said(60_000, 1), "no data since 13:59:00");
  assert.equal(said(3_600_000, 1), "no data since 13:00:00");
  assert.equal(said(86_400_000, 1), "no data since 2026-08-22 14:00:00");
});

Deno.test("a number older than five seconds is of then, where its satellite reports more rarely", () => {
  assert.equal(said(6_000, 60), "as of 13:59:54");
  assert.equal(said(301_000, 60), "no data since 13:54:59");
});
