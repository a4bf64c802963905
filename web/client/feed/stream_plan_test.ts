import { deepEqual, equal, ok } from "node:assert/strict";
import { type LiveWindow, windows } from "../time_control/live_windows.ts";
import {
  defaultViewState,
  type Speed,
  speeds,
  type ViewState,
} from "../time_control/view_state.ts";
import { planAgain, planStream, streamUrl } from "./stream_plan.ts";

const hour = 3_600_000;
const nowMs = Date.UTC(2026, 7, 23, 14, 36, 42, 400);
const live = (window: LiveWindow, more: Partial<ViewState> = {}) =>
  planStream(
    { ...defaultViewState, range: { kind: "live", window }, ...more },
    nowMs,
  );
const fixed = (speed: Speed | null, lengthMs: number) =>
  planStream({
    ...defaultViewState,
    range: { kind: "fixed", fromMs: nowMs - lengthMs, toMs: nowMs },
    speed,
  }, nowMs);

Deno.test("planStream() asks for the article's 180 points 20 s apart, and the one that fills", () => {
  const plan = live("1h");
  equal(plan.bucketMs, 20_000);
  equal(plan.points, 181);
  equal(plan.toMs, null);
  equal(plan.fromMs % plan.bucketMs, 0);
  deepEqual(plan.axis, { kind: "sliding", windowMs: hour });
});

Deno.test("planStream() begins a window at or before what it shows", () => {
  for (const window of ["1h", "6h", "24h"] as const) {
    const plan = live(window);
    const startMs = nowMs - parseInt(window) * hour;
    ok(plan.fromMs <= startMs && plan.fromMs > startMs - plan.bucketMs);
  }
});

Deno.test("planStream() lets at most 20 frames a second come", () => {
  for (const speed of [1, 10, 60, 600] as const) {
    for (const lengthMs of [hour, 24 * hour, 7 * 24 * hour]) {
      const { points } = fixed(speed, lengthMs);
      // What is not thinned is drawn no more often all the same.
      if (points === null) ok(speed <= 60);
      else ok(points * speed * 1_000 / lengthMs < 20.5, `${speed} ${lengthMs}`);
    }
  }
});

Deno.test("planStream() asks for no more points than the server thins to, at any speed", () => {
  for (const speed of [null, ...speeds]) {
    for (const window of windows) {
      const { points } = live(window, { speed });
      ok(points === null || points <= 10_000, `${window} ${speed}`);
    }
  }
});

Deno.test("planStream() shows a paused view at once, up to where it stands", () => {
  const atMs = nowMs - hour - 400;
  const plan = live("1h", { speed: 60, atMs });
  equal(plan.speed, null);
  equal(plan.toMs, atMs + 1);
  deepEqual(plan.axis, { kind: "fixed", fromMs: atMs - hour, toMs: atMs });
});

Deno.test("planStream() lets the axis grow where a range runs on into live", () => {
  const fromMs = nowMs - hour;
  const range = { kind: "fixed", fromMs, toMs: null } as const;
  const plan = planStream({ ...defaultViewState, range }, nowMs);
  deepEqual(plan.axis, { kind: "growing", fromMs });
});

Deno.test("planAgain() asks for no longer window, however late it is opened again", () => {
  const laterMs = nowMs + hour + 1_000;
  const state = { ...defaultViewState, range: { kind: "live", window: "6h" } };
  const later = planStream(state as ViewState, laterMs);
  equal(planAgain(live("6h"), laterMs).fromMs, later.fromMs);
  equal(planAgain(fixed(null, hour), laterMs).fromMs, nowMs - hour);
});

Deno.test("streamUrl() leaves out what is not asked for", () => {
  equal(
    streamUrl(live("1h"), null, null),
    "/api/v1/stream?from=2026-08-23T13:36:40Z&points=181",
  );
  equal(
    streamUrl(fixed(1, hour), [25994, 27424], "1-a b-2"),
    "/api/v1/stream?from=2026-08-23T13:36:42.400Z&to=2026-08-23T14:36:42.400Z" +
      "&speed=1&satellites=25994,27424&last_event_id=1-a%20b-2",
  );
});
