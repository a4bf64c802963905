import type { Clock } from "./clock.ts";
import type { Report } from "./report.ts";

export interface ScheduleOptions {
  readonly stepMs: number;
  /** A whole multiple of the step, as every tick. */
  readonly firstTickMs: number;
  readonly signal: AbortSignal;
  /** Called with a tick that is less than a step ago; no other comes between. */
  readonly onTick: (timeMs: number) => Promise<void>;
  /** Called with ticks of `[fromMs, toMs)` whose time went by without a call. */
  readonly onMissed: (fromMs: number, toMs: number) => void;
}

/** The first tick after an instant. */
export function tickAfter(timeMs: number, stepMs: number): number {
  return latestTick(timeMs, stepMs) + stepMs;
}

/**
 * Calls for every tick in time or tells that it was missed, each tick once, in
 * order, whatever the clock does; until the signal.
 */
export async function runSchedule(
  { clock, report }: { readonly clock: Clock; readonly report: Report },
  options: ScheduleOptions,
): Promise<void> {
  const { stepMs, signal } = options;
  let nextMs = options.firstTickMs;
  let isClockBehind = false;
  for (;;) {
    await clock.sleepUntil(nextMs, signal);
    if (signal.aborted) return;
    const nowMs = clock.nowMs();
    if (nowMs < nextMs) {
      // Within a step it is only early. Ticks up to the next are recorded.
      if (nowMs < nextMs - stepMs && !isClockBehind) {
        isClockBehind = true;
        report(describeClockBehind(nowMs, nextMs), "warning");
      }
      continue;
    }
    isClockBehind = false;
    const tickMs = latestTick(nowMs, stepMs);
    if (tickMs > nextMs) options.onMissed(nextMs, tickMs);
    await options.onTick(tickMs);
    nextMs = tickMs + stepMs;
  }
}

function latestTick(timeMs: number, stepMs: number): number {
  return Math.floor(timeMs / stepMs) * stepMs;
}

function describeClockBehind(nowMs: number, nextMs: number): string {
  const [now, next] = [nowMs, nextMs].map((ms) => new Date(ms).toISOString());
  return `The clock went back to ${now}: going on at ${next}, as all up to ` +
    "then is recorded. If that time was wrong, start the producer again";
}
