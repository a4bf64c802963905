import type { EventLog } from "../shared/event_log/event_log.ts";
import { runBackfill } from "./backfill.ts";
import type { Clock } from "./clock.ts";
import { publishElementSets } from "./element_sets.ts";
import { createPositionComputer } from "./position_computer.ts";
import { Publisher } from "./publisher.ts";
import type { Report } from "./report.ts";
import { runSchedule, tickAfter } from "./schedule.ts";
import { stopInTime } from "./stop_in_time.ts";
import { publishTick } from "./tick.ts";
import type { Channel, Track } from "./topics.ts";

export interface ProducePorts {
  readonly log: EventLog;
  readonly clock: Clock;
  readonly report: Report;
}

export interface ProduceOptions {
  readonly channels: readonly Channel[];
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
  { log, clock, report }: ProducePorts,
  { channels, stepMs, backfillMs, signal }: ProduceOptions,
): Promise<void> {
  const publisher = new Publisher({ log, clock, report });
  const computePosition = createPositionComputer(report);
  const ports = { log, clock, report, publisher, computePosition };
  const tracks = channels.flatMap((channel) => channel.tracks);

  /** Has ticks filled in, those older than the window excepted. */
  function addMissing(lacking: readonly Track[], fromMs: number, toMs: number) {
    if (backfillMs === 0) return;
    const windowMs = clock.nowMs() - backfillMs;
    for (const { missing } of lacking) {
      missing.addRange(Math.max(fromMs, windowMs), toMs);
    }
  }

  async function publishLive(timeMs: number): Promise<void> {
    await Promise.all(channels.map(async (channel) => {
      if (await publishTick(channel, timeMs, ports)) return;
      addMissing(channel.tracks, timeMs, timeMs + stepMs);
    }));
  }

  async function run(): Promise<void> {
    const satellites = tracks.map(({ satellite }) => satellite);
    await publishElementSets(satellites, ports, signal);
    const fromMs = clock.nowMs() - backfillMs;
    const firstTickMs = tickAfter(clock.nowMs(), stepMs);
    addMissing(tracks, fromMs, firstTickMs);
    await Promise.all([
      runSchedule(ports, {
        stepMs,
        firstTickMs,
        signal,
        onTick: publishLive,
        onMissed: (fromMs, toMs) => {
          const count = (toMs - fromMs) / stepMs;
          if (count > 1) report(`Missed ${count} ticks`, "warning");
          addMissing(tracks, fromMs, toMs);
        },
      }),
      backfillMs > 0 && runBackfill(tracks, ports, { fromMs, signal }),
    ]);
  }

  await stopInTime(run(), clock, signal);
}
