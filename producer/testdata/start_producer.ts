import assert from "node:assert/strict";
import type { EventLog } from "../../shared/event_log/event_log.ts";
import type { Origin } from "../../shared/events/positions_recorded.ts";
import { produce } from "../produce.ts";
import { Publisher } from "../publisher.ts";
import { Channels } from "../channels.ts";
import type { Satellite } from "../satellites.ts";
import { bundledSatellites, START_MS } from "./bundled_satellites.ts";
import { ManualClock } from "./manual_clock.ts";

export { START_MS };
export const FIRST_TICK_MS = START_MS + 700;

export interface Setup {
  readonly satellites?: readonly Satellite[];
  readonly topic?: string;
  readonly backfillMs?: number;
}

export interface Running {
  readonly channels: Channels;
  readonly clock: ManualClock;
  readonly reports: string[];
  /** Sets the clock and waits until all is done that is due then. */
  readonly setTo: (timeMs: number) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Runs a producer that has come to rest, its first tick yet to come. */
export async function startProducer(
  log: EventLog,
  {
    satellites = bundledSatellites(["TERRA"]),
    topic,
    backfillMs = 10 * 60_000,
  }: Setup = {},
): Promise<Running> {
  const clock = new ManualClock(START_MS);
  const reports: string[] = [];
  const abort = new AbortController();
  const channels = new Channels(satellites, { topic, stepMs: 1000 });
  const ports = {
    log,
    clock,
    report: (message: string) => void reports.push(message),
  };
  const running = produce(
    { ...ports, publisher: new Publisher(ports) },
    { channels, stepMs: 1000, backfillMs, signal: abort.signal },
  );
  // Each schedule sleeps, and where there is one, the filling too.
  const sleepers = (channels.isCatalogue ? 2 : 1) + (backfillMs > 0 ? 1 : 0);
  await clock.settle(sleepers);
  return {
    channels,
    clock,
    reports,
    async setTo(timeMs) {
      await clock.setTo(timeMs, sleepers);
      // What came to be missing is filled in at the next look.
      await clock.wakeAll(sleepers);
    },
    stop() {
      abort.abort();
      return running;
    },
  };
}

/** Every tick is there, as expected, and once. */
export function assertEachOnce(
  ticks: ReadonlyMap<number, readonly Origin[]>,
  expected: readonly number[],
): void {
  assert.deepEqual([...ticks.keys()], expected);
  for (const origins of ticks.values()) assert.equal(origins.length, 1);
}
