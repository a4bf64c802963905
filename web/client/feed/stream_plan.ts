import { formatIso } from "../format.ts";
import {
  type LiveWindow,
  windowLengthMs,
} from "../time_control/live_windows.ts";
import type { Speed, ViewState } from "../time_control/view_state.ts";

const second = 1_000;
const minute = 60 * second;

/** How far apart points are: 180 of an hour, 20 s apart, are the article's. */
const windowBucketMs: Record<LiveWindow, number> = {
  "1h": 20 * second,
  "6h": minute,
  "24h": 3 * minute,
  "7d": 20 * minute,
  "31d": 120 * minute,
};

/** A chart column is some 400 pixels wide: more points would not be seen. */
const fixedPoints = 480;

/** More frames a second than this would cost drawing that nobody sees. */
const framesPerSecond = 20;

/** The server thins to so many points at most. */
const mostPoints = 10_000;

/** Up to this speed all that was recorded can come, where that is too many. */
const unthinnedSpeed = 60;

/** What the time axis does while the stream goes on. */
export type Axis =
  | { kind: "sliding"; windowMs: number }
  | { kind: "growing"; fromMs: number }
  | { kind: "fixed"; fromMs: number; toMs: number };

/** One stream: what to ask of the server, and how to keep what comes. */
export interface StreamPlan {
  fromMs: number;
  toMs: number | null;
  /** Null asks for every recorded position. */
  points: number | null;
  /** Null brings the range at once. */
  speed: Speed | null;
  bucketMs: number;
  axis: Axis;
}

/** Returns the stream that shows a view. */
export function planStream(state: ViewState, nowMs: number): StreamPlan {
  return state.range.kind === "live"
    ? planWindow(state, state.range.window, nowMs)
    : planRange(state, state.range, nowMs);
}

function planWindow(
  state: ViewState,
  window: LiveWindow,
  nowMs: number,
): StreamPlan {
  const lengthMs = windowLengthMs[window];
  const bucketMs = windowBucketMs[window];
  const endMs = Math.floor((state.atMs ?? nowMs) / second) * second;
  // Whole buckets, so that "3,600 of 3,600 recorded" counts whole ones; the
  // point more is the bucket that is still filling.
  const fromMs = Math.floor(endMs / bucketMs) * bucketMs - lengthMs;
  const points = lengthMs / bucketMs + 1;
  const axis: Axis = state.speed === null && state.atMs === null
    ? { kind: "sliding", windowMs: lengthMs }
    : { kind: "fixed", fromMs: endMs - lengthMs, toMs: endMs };
  const plan = { fromMs, toMs: endOf(state), points, bucketMs, axis };
  return paced({ ...plan, speed: state.speed }, state.atMs, lengthMs);
}

function planRange(
  state: ViewState,
  range: { fromMs: number; toMs: number | null },
  nowMs: number,
): StreamPlan {
  const { fromMs } = range;
  const toMs = range.toMs ?? Math.floor(nowMs / second) * second;
  const lengthMs = Math.max(second, toMs - fromMs);
  const grows = range.toMs === null && state.speed === null &&
    state.atMs === null;
  const plan: StreamPlan = {
    fromMs,
    toMs: endOf(state) ?? range.toMs,
    points: fixedPoints,
    speed: state.speed,
    bucketMs: Math.ceil(lengthMs / fixedPoints / second) * second,
    axis: grows ? { kind: "growing", fromMs } : { kind: "fixed", fromMs, toMs },
  };
  return paced(plan, state.atMs, lengthMs);
}

/** Paused it shows what it is paused at, too. */
function endOf({ atMs }: ViewState): number | null {
  return atMs === null ? null : atMs + 1;
}

/** Paused it shows at once what was played; playing, frames come no faster than they are drawn. */
function paced(
  plan: StreamPlan,
  atMs: number | null,
  lengthMs: number,
): StreamPlan {
  if (atMs !== null) return { ...plan, speed: null };
  if (plan.speed === null) return plan;
  const stepMs = Math.ceil(plan.speed / framesPerSecond) * second;
  const bucketMs = Math.max(plan.bucketMs, stepMs);
  if (stepMs <= second) return { ...plan, points: null, bucketMs };
  const points = Math.ceil(lengthMs / stepMs) + 1;
  if (points <= mostPoints) return { ...plan, points, bucketMs };
  const isSlow = plan.speed <= unthinnedSpeed;
  return { ...plan, points: isSlow ? null : mostPoints, bucketMs };
}

/**
 * Returns a plan as it is where its stream is opened again: a window goes on by
 * whole buckets. Longer than it is, it would be thinned to fewer points.
 */
export function planAgain(plan: StreamPlan, nowMs: number): StreamPlan {
  const { axis, bucketMs } = plan;
  if (axis.kind !== "sliding") return plan;
  const fromMs = Math.floor(nowMs / bucketMs) * bucketMs - axis.windowMs;
  return { ...plan, fromMs };
}

/** Returns a plan that goes on from a time; the end of its range is left out of it. */
export function planFrom(plan: StreamPlan, fromMs: number): StreamPlan {
  const lastMs = (plan.toMs ?? Infinity) - 1;
  return { ...plan, fromMs: Math.min(fromMs, lastMs) };
}

/** Returns the address of a plan's stream. */
export function streamUrl(
  plan: StreamPlan,
  satellites: readonly number[] | null,
  lastEventId: string | null,
): string {
  const query = [`from=${formatIso(plan.fromMs)}`];
  if (plan.toMs !== null) query.push(`to=${formatIso(plan.toMs)}`);
  if (plan.points !== null) query.push(`points=${plan.points}`);
  if (plan.speed !== null) query.push(`speed=${plan.speed}`);
  if (satellites) query.push(`satellites=${satellites.join(",")}`);
  if (lastEventId) {
    query.push(`last_event_id=${encodeURIComponent(lastEventId)}`);
  }
  return `/api/v1/stream?${query.join("&")}`;
}
