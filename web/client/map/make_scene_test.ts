import assert from "node:assert/strict";
import type { SatelliteInfo } from "../feed/contract.ts";
import type { Moment } from "../feed/moment.ts";
import type { Position } from "../feed/position_window.ts";
import { Recording } from "../feed/recording.ts";
import { SatelliteRecord } from "../feed/satellite_record.ts";
import { makeScene } from "./make_scene.ts";
import type { MapSatellite } from "./map_scene.ts";

const TO_MS = Date.parse("2026-08-22T14:30:00Z");
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** About the equator, as seen from the Earth, in 100 minutes. */
function positionAt(timeMs: number): Position {
  const turns = timeMs / (100 * MINUTE_MS) - timeMs / DAY_MS;
  const longitudeDeg = (turns % 1) * 360 - 180;
  return { timeMs, longitudeDeg, latitudeDeg: 0, altitudeKm: 700 };
}

function positionsUpTo(toMs: number, stepMs: number, lengthMs: number) {
  const count = Math.floor(lengthMs / stepMs);
  return Array.from(
    { length: count },
    (_, i) => positionAt(toMs - (count - 1 - i) * stepMs),
  );
}

/** What the map has of a satellite, of a month up to some time before the end. */
function drawn(recent: readonly Position[], moment: Partial<Moment> = {}) {
  const info = { norad_id: 1, name: "ONE", step_seconds: 60 } as SatelliteInfo;
  const record = new SatelliteRecord(info, 120 * MINUTE_MS);
  const coarse = positionsUpTo(
    TO_MS - 50 * MINUTE_MS,
    120 * MINUTE_MS,
    31 * DAY_MS,
  );
  for (const position of coarse) record.addThinned(position);
  const recording = new Recording(120 * MINUTE_MS);
  recording.satellites.set(1, record);
  const scene = makeScene({
    recording,
    moment: {
      kind: "history",
      nowMs: TO_MS + DAY_MS,
      shownMs: TO_MS,
      range: { fromMs: TO_MS - 31 * DAY_MS, toMs: TO_MS },
      silenceCounts: false,
      ...moment,
    },
    place: null,
    coming: { from: () => [] },
    recent: { of: () => recent },
    sky: null,
  });
  return scene.satellites[0] as MapSatellite;
}

Deno.test("the map shows the way of the last day of a month by points of its own", () => {
  const { past, older } = drawn(
    positionsUpTo(TO_MS - MINUTE_MS, 4 * MINUTE_MS, DAY_MS),
  );
  assert.deepEqual([past.length, older.length], [1, 1]);
  const times = [...older[0]!, ...past[0]!].map(({ timeMs }) => timeMs);
  assert.ok(times.at(-1)! - times[0]! > DAY_MS - 10 * MINUTE_MS);
  assert.ok(
    times.slice(1).every((timeMs, i) => timeMs - times[i]! <= MINUTE_MS),
  );
});

Deno.test("a live number older than five seconds looks old, and so does one of who is elsewhere", () => {
  const after = (ms: number, kind: Moment["kind"] = "live") => {
    const shownMs = TO_MS - 50 * MINUTE_MS + ms;
    const { isOld, isOfBefore } = drawn([], { kind, shownMs, nowMs: shownMs });
    return [isOld, isOfBefore];
  };
  assert.deepEqual(after(5_000), [false, false]);
  assert.deepEqual(after(6_000), [false, true]);
  assert.deepEqual(after(301_000), [true, true]);
  // Of a range a point stands for all up to the next one.
  assert.deepEqual(after(50 * MINUTE_MS, "history"), [false, false]);
});

Deno.test("the map joins what is known of the last day to what is newest", () => {
  const { past, position } = drawn(
    positionsUpTo(TO_MS - 60 * MINUTE_MS, 4 * MINUTE_MS, DAY_MS),
  );
  assert.equal(position!.timeMs, TO_MS - 50 * MINUTE_MS);
  assert.equal(past.length, 1);
  assert.ok(past[0]!.length > 10);
  assert.equal(past[0]!.at(-1)!.timeMs, position!.timeMs);
});
