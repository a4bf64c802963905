import assert from "node:assert/strict";
import { readTicks } from "../producer/testdata/temp_log.ts";
import type { EventLog } from "../shared/event_log/event_log.ts";

export interface Recording {
  readonly topic: string;
  readonly noradId: number;
  /** From here on there must be one for each second. */
  readonly fromMs: number;
}

/**
 * Whether a log holds a position for every second of a recording, up to its
 * last one.
 *
 * @throws {AssertionError} If it holds any second twice.
 */
export async function isRecordedOnce(
  log: EventLog,
  { topic, noradId, fromMs }: Recording,
): Promise<boolean> {
  const ticks = await readTicks(log, topic, noradId);
  const doubled = [...ticks].filter(([, origins]) => origins.length > 1);
  assert.deepEqual(doubled, [], `${topic} holds positions twice`);
  const wanted = [...ticks.keys()].filter((timeMs) => timeMs >= fromMs);
  const firstMs = Math.ceil(fromMs / 1000) * 1000;
  return wanted.length > 0 &&
    wanted.at(-1) === firstMs + (wanted.length - 1) * 1000;
}
