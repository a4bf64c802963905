import type { EventLog } from "../shared/event_log/event_log.ts";
import { runBackfill } from "./backfill.ts";
import { BulkComputer } from "./bulk_computer.ts";
import { findChannelsLacking } from "./find_channels_lacking.ts";
import type { Channels } from "./channels.ts";
import type { Clock } from "./clock.ts";
import { publishElementSets } from "./element_sets.ts";
import { createPositionComputer } from "./position_computer.ts";
import type { Publisher } from "./publisher.ts";
import type { Report } from "./report.ts";
import { runSchedule, tickAfter } from "./schedule.ts";
import { stopInTime } from "./stop_in_time.ts";
import { publishTick } from "./tick.ts";
import type { Channel, Track } from "./channel.ts";

export interface ProducePorts {
  readonly log: EventLog;
  readonly clock: Clock;
  readonly report: Report;
  /** One for all that publish, so that a failing log is told of once. */
  readonly publisher: Publisher;
}

export interface ProduceOptions {
  readonly channels: Channels;
  readonly stepMs: number;
  /** How far back missing ticks are filled in; 0 fills in nothing. */
  readonly backfillMs: number;
  readonly signal: AbortSignal;
}

/**
 * Publishes every tick from now on, live, and beside that fills in those that
 * are missing; until the signal.
 */
export async function produce(
  given: ProducePorts,
  { channels, stepMs, backfillMs, signal }: ProduceOptions,
): Promise<void> {
  const { log, clock, report } = given;
  const computePosition = createPositionComputer(report);
  using bulk = new BulkComputer(report);
  const ports = { ...given, computePosition, bulk };
  /** Those whose window is known to be missing, or not wanted. */
  const begun = new WeakSet<Track>();

  /** Has ticks filled in, those older than the window excepted. */
  function addMissing(lacking: readonly Track[], fromMs: number, toMs: number) {
    if (backfillMs === 0) return;
    const windowMs = clock.nowMs() - backfillMs;
    for (const { missing } of lacking) {
      missing.addRange(Math.max(fromMs, windowMs), toMs);
    }
  }

  /** Has what is before their first tick filled in. */
  function begin(tracks: readonly Track[], firstTickMs: number): void {
    const fresh = tracks.filter((track) => !begun.has(track));
    for (const track of fresh) begun.add(track);
    addMissing(fresh, -Infinity, firstTickMs);
  }

  /** Publishes the ticks of some channels, which are of one step. */
  async function publishLive(
    due: readonly Channel[],
    timeMs: number,
  ): Promise<void> {
    begin(tracksOf(due), timeMs);
    const byTopic = Map.groupBy(due, ({ topic }) => topic);
    await Promise.all([...byTopic].map(async ([topic, members]) => {
      if (await publishTick(topic, members, timeMs, ports)) return;
      addMissing(tracksOf(members), timeMs, timeMs + members[0]!.stepMs);
    }));
  }

  async function run(): Promise<void> {
    const satellites = tracksOf(channels.list)
      .map(({ satellite }) => satellite);
    await publishElementSets(satellites, ports, signal);
    const steps = new Set([
      stepMs,
      ...channels.list.map((channel) => channel.stepMs),
    ]);
    const caughtUp: Promise<void>[] = [];
    await Promise.all([
      ...[...steps].map((step) => runStep(step, caughtUp)),
      backfillMs > 0 &&
      Promise.all(caughtUp).then(() => runBackfill(channels, ports, signal)),
    ]);
  }

  /** @param caughtUp Takes what is to be over before anything is filled in. */
  async function runStep(
    step: number,
    caughtUp: Promise<void>[],
  ): Promise<void> {
    const due = () => channels.list.filter(({ stepMs }) => stepMs === step);
    const firstTickMs = tickAfter(clock.nowMs(), step);
    const bulky = due().filter(({ isBulk }) => isBulk);
    begin(tracksOf(due()), firstTickMs);
    const catchingUp = catchUp(bulky, firstTickMs - step);
    caughtUp.push(catchingUp);
    await catchingUp;
    await runSchedule(ports, {
      stepMs: step,
      firstTickMs,
      signal,
      onTick: (timeMs) => publishLive(due(), timeMs),
      onMissed: (fromMs, toMs) => {
        const tracks = tracksOf(due());
        const count = (toMs - fromMs) / step;
        if (count > 1 && tracks.length > 0) {
          report(`Missed ${count} ticks`, "warning");
        }
        addMissing(tracks, fromMs, toMs);
      },
    });
  }

  /**
   * Publishes the latest tick of many satellites where the log lacks it, as
   * nobody is to wait a minute for the sky.
   */
  async function catchUp(
    bulky: readonly Channel[],
    timeMs: number,
  ): Promise<void> {
    if (bulky.length === 0) return;
    const lacking = await findChannelsLacking(log, bulky, { timeMs, signal });
    await publishLive(lacking, timeMs);
  }

  await stopInTime(run(), clock, signal);
}

function tracksOf(channels: readonly Channel[]): Track[] {
  return channels.flatMap(({ tracks }) => tracks);
}
