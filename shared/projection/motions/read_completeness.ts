import type { Projection } from "../projection.ts";
import { recordedHours, type Recording } from "../recordings.ts";
import { stepMs } from "../step.ts";
import type { StoredHour } from "../store/stored_hour.ts";
import { hourOf, type TimeRangeMs } from "../time_range.ts";

/** How much of what was to be recorded is there. */
export interface Completeness {
  readonly samplesPresent: number;
  /** 0 where nothing was to be recorded: before a recording, or after. */
  readonly samplesExpected: number;
}

/**
 * Counts the samples recorded in `[fromMs, toMs]`, and those that should be
 * there by the step of the recording: of the hour, or, where that holds
 * nothing, of the last one before. Cheap for a pass, as it reads its hours.
 */
export function readCompleteness(
  projection: Projection,
  recordings: readonly Recording[],
  range: TimeRangeMs,
): Completeness {
  const { positions } = projection;
  let [samplesPresent, samplesExpected] = [0, 0];
  const begunMs = Math.min(...recordings.map(({ firstMs }) => firstMs));
  const endedMs = Math.max(...recordings.map(({ lastMs }) => lastMs));
  const fromMs = Math.max(range.fromMs, begunMs);
  const toMs = Math.min(range.toMs, endedMs) + 1;
  if (fromMs >= toMs) return { samplesPresent, samplesExpected };
  const hours = new Map(
    [...recordedHours(projection, recordings, { fromMs, toMs })]
      .map((hour) => [hour.fromMs, hour]),
  );
  for (let atMs = fromMs; atMs < toMs; atMs = hourOf(atMs).toMs) {
    const whole = hourOf(atMs);
    const part = { fromMs: atMs, toMs: Math.min(toMs, whole.toMs) };
    const hour = hours.get(whole.fromMs);
    const last = hour ?? lastHour(projection, recordings, atMs);
    const present = hour ? positions.positions(hour, part).timeMs.length : 0;
    const expected = last === null
      ? 0
      : countSteps(part, stepMs(projection, last, whole.toMs), firstOf(last));
    samplesPresent += present;
    samplesExpected += Math.max(present, expected);
  }
  return { samplesPresent, samplesExpected };

  function firstOf(hour: StoredHour): number {
    const { sealed } = hour;
    return sealed?.firstMs ?? positions.positions(hour, hour, 1).timeMs[0] ?? 0;
  }
}

/** How many instants of a range are whole steps away from one. */
function countSteps(
  { fromMs, toMs }: TimeRangeMs,
  step: number | null,
  sinceMs: number,
): number {
  if (step === null) return 0;
  return Math.ceil((toMs - sinceMs) / step) -
    Math.ceil((fromMs - sinceMs) / step);
}

/** The last hour before an instant of which anything is read. */
function lastHour(
  { positions }: Projection,
  recordings: readonly Recording[],
  beforeMs: number,
): StoredHour | null {
  let last: StoredHour | null = null;
  for (const key of recordings) {
    const hour = positions.lastHour(key, beforeMs);
    if (hour !== null && hour.fromMs > (last?.fromMs ?? -1)) last = hour;
  }
  return last;
}
