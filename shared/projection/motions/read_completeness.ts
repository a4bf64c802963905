import type { Projection } from "../projection.ts";
import { recordedHours, type Recording } from "../recordings.ts";
import { stepMs } from "../step.ts";
import type { StoreKey } from "../store/stored_hour.ts";
import { HOUR_MS, hourOf, type TimeRangeMs } from "../time_range.ts";

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
  let last: StoreKey | null = null;
  for (let atMs = fromMs; atMs < toMs; atMs = hourOf(atMs).toMs) {
    const part = { fromMs: atMs, toMs: Math.min(toMs, hourOf(atMs).toMs) };
    const hour = hours.get(hourOf(atMs).fromMs);
    last = hour ?? last ?? lastRecorded(projection, recordings, part.fromMs);
    const times = hour === undefined
      ? NONE
      : projection.positions.positions(hour, part).timeMs;
    const step = last && stepMs(projection, last, hourOf(atMs).toMs);
    samplesPresent += times.length;
    const expected = countSteps(part, step ?? HOUR_MS, times[0] ?? 0);
    samplesExpected += Math.max(times.length, expected);
  }
  return { samplesPresent, samplesExpected };
}

const NONE = new Float64Array(0);

/** How many instants of a range are whole steps away from one. */
function countSteps(
  { fromMs, toMs }: TimeRangeMs,
  step: number,
  sinceMs: number,
): number {
  return Math.ceil((toMs - sinceMs) / step) -
    Math.ceil((fromMs - sinceMs) / step);
}

/** The recording that was read of the last hour before an instant. */
function lastRecorded(
  { positions }: Projection,
  recordings: readonly Recording[],
  beforeMs: number,
): StoreKey | null {
  let last = null;
  for (const key of recordings) {
    const hour = positions.lastHour(key, beforeMs);
    if (hour !== null && hour.fromMs > (last?.fromMs ?? -1)) last = hour;
  }
  return last;
}
