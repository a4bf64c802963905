import { deepEqual, equal } from "node:assert/strict";
import { defaultViewState } from "../time_control/view_state.ts";
import type { Frame, PositionsAnswer, SatelliteInfo } from "./contract.ts";
import { countRecorded } from "./count_recorded.ts";
import { momentOf } from "./moment.ts";
import type { TimeRange } from "./position_window.ts";
import { Recording } from "./recording.ts";
import { planStream } from "./stream_plan.ts";

const nowMs = Date.UTC(2026, 7, 23, 14, 36, 40);
const plan = planStream(defaultViewState, nowMs);
const iso = (timeMs: number) => new Date(timeMs).toISOString();
const terra: SatelliteInfo = {
  norad_id: 25994,
  name: "TERRA",
  first: null,
  last: null,
  samples: 0,
  step_seconds: 1,
  topics: ["terra_topic"],
  latest: null,
  element_set: null,
};
const frame = (timeMs: number): Frame => ({
  time: iso(timeMs),
  positions: [{
    norad_id: 25994,
    latitude_deg: 1,
    longitude_deg: 2,
    altitude_km: 700,
  }],
});

/** A window that has come in and gone live, its samples counted by the server. */
function givenLive(startMs = plan.fromMs): Recording {
  const recording = new Recording(plan.bucketMs);
  const server_time = iso(nowMs);
  recording.applySatellites([terra], plan);
  recording.applyState({
    state: "replay",
    server_time,
    from: iso(plan.fromMs),
    to: null,
    bucket_seconds: 20,
  });
  const times: number[] = [];
  for (let timeMs = startMs; timeMs < nowMs; timeMs += plan.bucketMs) {
    times.push(timeMs);
    recording.applyFrame(frame(timeMs), plan);
  }
  recording.applyGaps([]);
  recording.applyState({ state: "live", server_time });
  const columns = {
    time_ms: times,
    latitude_deg: times.map(() => 1),
    longitude_deg: times.map(() => 2),
    altitude_km: times.map(() => 700),
    samples: times.map(() => 20),
  };
  const answer: PositionsAnswer = {
    bucket_seconds: 20,
    satellites: [{ norad_id: 25994, name: "TERRA", columns, gaps: [] }],
  };
  const range = { fromMs: plan.fromMs, toMs: nowMs };
  recording.applyReading(range, answer, nowMs);
  recording.counted = true;
  return recording;
}

const momentAt = (recording: Recording, timeMs: number) =>
  momentOf(
    defaultViewState,
    {
      phase: recording.phase,
      axis: plan.axis,
      reachedMs: null,
      lostSinceMs: null,
    },
    timeMs,
  );

Deno.test("Recording counts 3,600 of 3,600 for an hour without a gap, as time goes on", () => {
  const recording = givenLive();
  const record = recording.satellites.get(25994)!;
  for (let s = 0; s < 100; s++) {
    recording.applyFrame(frame(nowMs + s * 1_000), plan);
    const moment = momentAt(recording, nowMs + s * 1_000 + 400);
    deepEqual(countRecorded(recording, record, moment), {
      samples: 3_600,
      expected: 3_600,
    });
  }
});

Deno.test("Recording counts all that there is, where its window is longer than that", () => {
  const recording = givenLive(nowMs - 1_800_000);
  const record = recording.satellites.get(25994)!;
  for (let s = 0; s < 100; s++) {
    recording.applyFrame(frame(nowMs + s * 1_000), plan);
    const moment = momentAt(recording, nowMs + s * 1_000 + 400);
    deepEqual(countRecorded(recording, record, moment), {
      samples: 1_801 + s,
      expected: 3_600,
    });
  }
});

Deno.test("Recording keeps no more than the window, however long it runs", () => {
  const recording = givenLive();
  for (let s = 0; s < 20_000; s++) {
    recording.applyFrame(frame(nowMs + s * 1_000), plan);
  }
  const { window } = recording.satellites.get(25994)!;
  equal(window.positions.length <= 184, true);
});

Deno.test("Recording sees silence as a gap while it lasts and after it", () => {
  const recording = givenLive();
  const record = recording.satellites.get(25994)!;
  recording.applyFrame(frame(nowMs), plan);
  const silent = momentAt(recording, nowMs + 60_000);
  const open = { fromMs: nowMs, toMs: nowMs + 60_000 };
  deepEqual(record.gapsIn(silent.range, silent.range.toMs), [open]);
  recording.applyFrame(frame(nowMs + 70_000), plan);
  deepEqual(record.gaps, [{ fromMs: nowMs, toMs: nowMs + 70_000 }]);
});

Deno.test("Recording gives up a gap that was filled in", () => {
  const recording = givenLive();
  const record = recording.satellites.get(25994)!;
  recording.applyFrame(frame(nowMs), plan);
  recording.applyFrame(frame(nowMs + 70_000), plan);
  const range = { fromMs: nowMs, toMs: nowMs + 80_000 };
  recording.applyReading(range, {
    bucket_seconds: 20,
    satellites: [{
      norad_id: 25994,
      name: "TERRA",
      columns: {
        time_ms: [nowMs + 20_000, nowMs + 40_000],
        latitude_deg: [1, 1],
        longitude_deg: [2, 2],
        altitude_km: [700, 700],
        samples: [20, 20],
      },
      gaps: [],
    }],
  }, nowMs + 80_000);
  deepEqual(record.gaps, []);
});

/** What is read again after a range was filled in, and nothing is missing any more. */
function fillIn(recording: Recording, filled: TimeRange): TimeRange {
  const record = recording.satellites.get(25994)!;
  const readAtMs = recording.newestMs!;
  const whole = { fromMs: readAtMs - 3_600_000, toMs: readAtMs };
  const range = record.rangeToRead(filled, whole);
  const none: number[] = [];
  const columns = {
    time_ms: none,
    latitude_deg: none,
    longitude_deg: none,
    altitude_km: none,
  };
  recording.applyReading(range, {
    bucket_seconds: 20,
    satellites: [{ norad_id: 25994, name: "TERRA", columns, gaps: [] }],
  }, readAtMs);
  return range;
}

Deno.test("Recording keeps nothing of a gap that is filled in from the start of a bucket on", () => {
  const recording = givenLive();
  const record = recording.satellites.get(25994)!;
  const gap = { fromMs: nowMs - 1_000, toMs: nowMs + 70_000 };
  recording.applyFrame(frame(gap.fromMs), plan);
  recording.applyFrame(frame(gap.toMs), plan);
  deepEqual(record.gaps, [gap]);
  const read = fillIn(recording, { fromMs: nowMs, toMs: nowMs + 69_001 });
  deepEqual(read, { fromMs: nowMs - 20_000, toMs: nowMs + 80_000 });
  deepEqual(record.gaps, []);
});

Deno.test("Recording keeps no end of a gap where samples lie farther apart than buckets", () => {
  const recording = givenLive();
  recording.applySatellites([{ ...terra, step_seconds: 60 }], plan);
  const record = recording.satellites.get(25994)!;
  const gap = { fromMs: nowMs, toMs: nowMs + 360_000 };
  recording.applyFrame(frame(gap.fromMs), plan);
  recording.applyFrame(frame(gap.toMs), plan);
  deepEqual(record.gaps, [gap]);
  fillIn(recording, { fromMs: nowMs + 60_000, toMs: nowMs + 300_001 });
  deepEqual(record.gaps, []);
});

Deno.test("Recording reads again what a silence that lasts may have been filled in with", () => {
  const recording = givenLive();
  recording.applyFrame(frame(nowMs - 1_000), plan);
  recording.newestMs = nowMs + 70_000;
  const read = fillIn(recording, { fromMs: nowMs, toMs: nowMs + 60_001 });
  deepEqual(read, { fromMs: nowMs - 20_000, toMs: nowMs + 80_000 });
});

Deno.test("Recording knows how far apart what comes is, when a replay goes on faster", () => {
  const recording = givenLive();
  const replay = {
    state: "replay",
    server_time: iso(nowMs),
    from: iso(plan.fromMs),
    bucket_seconds: 30,
  } as const;
  recording.applyState(replay);
  equal(recording.satellites.get(25994)!.spacingMs, 30_000);
  recording.applyState({ ...replay, bucket_seconds: null });
  equal(recording.satellites.get(25994)!.spacingMs, 30_000);
  equal(recording.bucketMs, 20_000);
});

Deno.test("applyFrame() leaves out satellites that are not listed", () => {
  const recording = new Recording(plan.bucketMs);
  recording.applyFrame(frame(nowMs), plan);
  equal(recording.satellites.size, 0);
});
