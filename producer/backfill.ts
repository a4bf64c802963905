import { type EventLog, EventLogError } from "../shared/event_log/event_log.ts";
import {
  positionsRecorded,
  type RecordedPosition,
} from "../shared/events/positions_recorded.ts";
import type { BulkComputer } from "./bulk_computer.ts";
import type { Channels } from "./channels.ts";
import type { Clock } from "./clock.ts";
import type { ComputePosition } from "./position_computer.ts";
import type { Publisher } from "./publisher.ts";
import { removeRecordedTicks } from "./recorded_ticks.ts";
import type { Report } from "./report.ts";
import type { Channel, Track } from "./channel.ts";

const HOUR_MS = 3_600_000;

/** How soon to look again for missing ticks, and for a log that took none. */
const POLL_MS = 1000;

/** Fewer positions than this are filled in without a word. */
const WORTH_TELLING = 60;

/** Of several satellites, 85 bytes each: an event stays below 256 KiB. */
const MOST_POSITIONS = 2400;

export interface BackfillPorts {
  readonly log: EventLog;
  readonly clock: Clock;
  readonly report: Report;
  readonly publisher: Publisher;
  readonly computePosition: ComputePosition;
  readonly bulk: BulkComputer;
}

/** An hour that is to be filled in: of one satellite, or of some of many. */
interface Work {
  readonly channel: Channel;
  readonly tracks: readonly Track[];
}

/**
 * Fills in the missing ticks, those that come to be missing later too, newest
 * hour first, until the signal. Between two hours every timer that is due gets
 * its turn, so that a live tick never waits for more than one.
 */
export async function runBackfill(
  channels: Channels,
  ports: BackfillPorts,
  signal: AbortSignal,
): Promise<void> {
  const { clock, report } = ports;
  /** Of these the log has told what it holds. */
  const known = new WeakSet<Track>();
  let filled = 0;
  while (!signal.aborted) {
    const fresh = channels.list.flatMap(({ tracks }) => tracks)
      .filter((track) => track.missing.size > 0 && !known.has(track));
    if (fresh.length > 0) {
      await knowWhatIsMissing(fresh, ports, signal);
      for (const track of fresh) known.add(track);
      continue;
    }
    const work = findNewest(channels.list);
    if (work === null && filled > 0) {
      const level = filled < WORTH_TELLING ? "debug" : "info";
      report(`Filled in ${filled} positions: nothing is missing now`, level);
      filled = 0;
    }
    const count = work === null ? 0 : await fillNewestHour(work, ports);
    filled += count ?? 0;
    const isStuck = work === null || count === null;
    await clock.sleepUntil(clock.nowMs() + (isStuck ? POLL_MS : 0), signal);
  }
}

/** The log alone knows; without its answer everything would be doubled. */
async function knowWhatIsMissing(
  tracks: readonly Track[],
  ports: BackfillPorts,
  signal: AbortSignal,
): Promise<void> {
  const { clock, report } = ports;
  const oldest = tracks.map(({ missing }) => missing.oldestHourMs ?? Infinity);
  const fromMs = oldest.reduce((a, b) => Math.min(a, b), Infinity);
  let isTold = false;
  while (!signal.aborted) {
    try {
      return await removeRecordedTicks(tracks, ports, { fromMs, signal });
    } catch (error) {
      if (!(error instanceof EventLogError)) throw error;
      if (!isTold) report(`${error.message} Filling in waits for it.`, "error");
      isTold = true;
    }
    await clock.sleepUntil(clock.nowMs() + POLL_MS, signal);
  }
}

function findNewest(channels: readonly Channel[]): Work | null {
  let newest: Work | null = null;
  let newestMs = -Infinity;
  for (const channel of channels) {
    for (const track of channel.tracks) {
      const hourMs = track.missing.newestHourMs ?? -Infinity;
      if (hourMs <= newestMs) continue;
      [newest, newestMs] = [{ channel, tracks: [track] }, hourMs];
    }
  }
  if (newest === null || !newest.channel.isBulk) return newest;
  const { channel } = newest;
  const most = Math.floor(MOST_POSITIONS / (HOUR_MS / channel.stepMs));
  const tracks = channel.tracks
    .filter(({ missing }) => missing.newestHourMs === newestMs)
    .slice(0, Math.max(1, most));
  return { channel, tracks };
}

/** How many positions were published; null if the log takes none now. */
async function fillNewestHour(
  { channel, tracks }: Work,
  ports: BackfillPorts,
): Promise<number | null> {
  const { topic, isBulk } = channel;
  const lacking = new Map(
    tracks.map((track) => [track, track.missing.takeNewestHour()]),
  );
  const positions = isBulk
    ? await computeInBulk(lacking, ports)
    : [...lacking].flatMap(([{ satellite }, ticks]) =>
      ticks
        .map((t) => ports.computePosition(satellite, t, "backfill"))
        .filter((position) => position !== null)
    );
  if (positions.length === 0) return 0;
  const event = positionsRecorded(positions);
  const key = isBulk ? channel.key : String(tracks[0]!.satellite.noradId);
  if (await ports.publisher.publish(topic, key, event)) return positions.length;
  for (const [{ missing }, ticks] of lacking) {
    for (const timeMs of ticks) missing.add(timeMs);
  }
  return null;
}

async function computeInBulk(
  lacking: ReadonlyMap<Track, readonly number[]>,
  { bulk }: BackfillPorts,
): Promise<RecordedPosition[]> {
  const wanted = new Map(
    [...lacking].map(([{ satellite }, ticks]) => [
      satellite.noradId,
      new Set(ticks),
    ]),
  );
  const timesMs = [...new Set([...lacking.values()].flat())]
    .sort((a, b) => a - b);
  const positions = await bulk.compute(
    [...lacking.keys()].map(({ satellite }) => satellite),
    timesMs,
    { keptAs: "filling in", origin: "backfill" },
  );
  return positions.filter(({ noradId, timeMs }) =>
    wanted.get(noradId)!.has(timeMs)
  );
}
