import { type EventLog, EventLogError } from "../shared/event_log/event_log.ts";
import { positionsRecorded } from "../shared/events/positions_recorded.ts";
import type { Clock } from "./clock.ts";
import type { ComputePosition } from "./position_computer.ts";
import type { Publisher } from "./publisher.ts";
import { removeRecordedTicks } from "./recorded_ticks.ts";
import type { Report } from "./report.ts";
import type { Track } from "./topics.ts";

/** How soon to look again for missing ticks, and for a log that took none. */
const POLL_MS = 1000;

/** Fewer positions than this are filled in without a word. */
const WORTH_TELLING = 60;

export interface BackfillPorts {
  readonly log: EventLog;
  readonly clock: Clock;
  readonly report: Report;
  readonly publisher: Publisher;
  readonly computePosition: ComputePosition;
}

/**
 * Fills in the missing ticks, those that come to be missing later too, newest
 * hour first, until the signal. Between two hours every timer that is due gets
 * its turn, so that a live tick never waits for more than one.
 *
 * @param options.fromMs Where the ticks that are missing now begin.
 */
export async function runBackfill(
  tracks: readonly Track[],
  ports: BackfillPorts,
  options: { readonly fromMs: number; readonly signal: AbortSignal },
): Promise<void> {
  const { clock, report } = ports;
  const { signal } = options;
  await knowWhatIsMissing(tracks, ports, options);
  let filled = 0;
  while (!signal.aborted) {
    const track = findNewest(tracks);
    if (track === null && filled > 0) {
      const level = filled < WORTH_TELLING ? "debug" : "info";
      report(`Filled in ${filled} positions: nothing is missing now`, level);
      filled = 0;
    }
    const count = track === null ? 0 : await fillNewestHour(track, ports);
    filled += count ?? 0;
    const isStuck = track === null || count === null;
    await clock.sleepUntil(clock.nowMs() + (isStuck ? POLL_MS : 0), signal);
  }
}

/** The log alone knows; without its answer everything would be doubled. */
async function knowWhatIsMissing(
  tracks: readonly Track[],
  ports: BackfillPorts,
  options: { readonly fromMs: number; readonly signal: AbortSignal },
): Promise<void> {
  const { clock, report } = ports;
  let isTold = false;
  while (!options.signal.aborted) {
    try {
      return await removeRecordedTicks(tracks, ports, options);
    } catch (error) {
      if (!(error instanceof EventLogError)) throw error;
      if (!isTold) report(`${error.message} Filling in waits for it.`, "error");
      isTold = true;
    }
    await clock.sleepUntil(clock.nowMs() + POLL_MS, options.signal);
  }
}

function findNewest(tracks: readonly Track[]): Track | null {
  let newest: Track | null = null;
  let newestMs = -Infinity;
  for (const track of tracks) {
    const hourMs = track.missing.newestHourMs ?? -Infinity;
    if (hourMs > newestMs) [newest, newestMs] = [track, hourMs];
  }
  return newest;
}

/** How many positions were published; null if the log takes none now. */
async function fillNewestHour(
  { topic, satellite, missing }: Track,
  { publisher, computePosition }: BackfillPorts,
): Promise<number | null> {
  const ticks = missing.takeNewestHour();
  const positions = ticks
    .map((timeMs) => computePosition(satellite, timeMs, "backfill"))
    .filter((position) => position !== null);
  if (positions.length === 0) return 0;
  const event = positionsRecorded(positions);
  const key = String(satellite.noradId);
  if (await publisher.publish(topic, key, event)) return positions.length;
  for (const timeMs of ticks) missing.add(timeMs);
  return null;
}
