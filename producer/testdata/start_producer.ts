import assert from "node:assert/strict";
import type { EventLog } from "../../shared/event_log/event_log.ts";
import type { Origin } from "../../shared/events/positions_recorded.ts";
import { produce } from "../produce.ts";
import type { Satellite } from "../satellites.ts";
import { bundledSatellites, START_MS } from "./bundled_satellites.ts";
import { createChannels } from "../topics.ts";
import { ManualClock } from "./manual_clock.ts";

export { START_MS };
export const FIRST_TICK_MS = START_MS + 700;

export interface Setup {
  readonly satellites?: readonly Satellite[];
  readonly topic?: string;
  readonly backfillMs?: number;
}

export interface Running {
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
  const running = produce(
    { log, clock, report: (message) => reports.push(message) },
    {
      channels: createChannels(satellites, { topic, stepMs: 1000 }),
      stepMs: 1000,
      backfillMs,
      signal: abort.signal,
    },
  );
  // The schedule sleeps, and where there is one, the filling too.
  const sleepers = backfillMs > 0 ? 2 : 1;
  await clock.settle(sleepers);
  return {
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
