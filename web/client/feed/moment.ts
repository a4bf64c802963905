import type { ViewState } from "../time_control/view_state.ts";
import type { TimeRange } from "./position_window.ts";
import type { Phase } from "./phase.ts";
import type { Axis } from "./stream_plan.ts";

/** What of time is on the page: every view draws the same. */
export interface Moment {
  kind: "live" | "replay" | "history" | "paused";
  /** The server's now. */
  nowMs: number;
  /** The time that is shown: now, or where the replay or the range stands. */
  shownMs: number;
  /** What the time axes span. */
  range: TimeRange;
  /** Whether silence up to `shownMs` means that nothing was recorded. */
  silenceCounts: boolean;
}

/** Older than this, a number that is live looks old. */
const freshMs = 5_000;

/** Whether what is shown as live is of some time before. */
export function isOfBefore(
  timeMs: number,
  { kind, shownMs }: Moment,
): boolean {
  return kind === "live" && shownMs - timeMs > freshMs;
}

/** What a moment follows from. */
export interface Standing {
  axis: Axis;
  phase: Phase;
  /** How far a replay has come. */
  reachedMs: number | null;
  lostSinceMs: number | null;
}

/** Returns the moment that a view has come to. */
export function momentOf(
  state: ViewState,
  standing: Standing,
  nowMs: number,
): Moment {
  const { axis, phase, reachedMs } = standing;
  const live = phase === "live" || phase === "behind";
  if (axis.kind === "fixed") {
    const { fromMs, toMs } = axis;
    const kind = state.atMs !== null
      ? "paused"
      : state.speed !== null && phase !== "end"
      ? "replay"
      : live && nowMs < toMs
      ? "live"
      : "history";
    const shownMs = state.atMs ??
      (kind === "replay"
        ? Math.min(nowMs, reachedMs ?? fromMs)
        : Math.min(toMs, nowMs));
    const range = { fromMs, toMs };
    return { kind, nowMs, shownMs, range, silenceCounts: false };
  }
  // Without a connection nobody knows what was recorded: the axis waits.
  const toMs = state.atMs ?? standing.lostSinceMs ?? nowMs;
  const fromMs = axis.kind === "sliding" ? toMs - axis.windowMs : axis.fromMs;
  return {
    kind: state.atMs === null ? "live" : "paused",
    nowMs,
    shownMs: state.atMs ?? nowMs,
    range: { fromMs, toMs },
    silenceCounts: live,
  };
}
