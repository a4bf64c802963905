import { setTimeout } from "node:timers/promises";
import type { ReadOptions, ReadResult } from "../event_log.ts";
import { Assignment } from "./assignment.ts";
import { fetchRound } from "./fetch_round.ts";
import type { KafkaClient } from "./kafka_client.ts";
import { KafkaFailure } from "./kafka_failure.ts";

/** Brokers may wait so long for something new, and we for something to ask. */
const LONGEST_WAIT_MS = 200;

/** After a failure the next attempt waits, longer each time. */
const SHORTEST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 1_000;

/**
 * Reads the partitions of a cluster from given offsets on: one loop that asks
 * their leaders for records, looks for new topics now and then, and goes on
 * from where it was when a lost connection is back. There is no consumer
 * group, which would stop all of them to take up another one.
 */
export async function* readKafka(
  client: KafkaClient,
  options: ReadOptions & { readonly signal: AbortSignal },
): AsyncGenerator<ReadResult> {
  const { signal } = options;
  const assignment = new Assignment(client, options);
  let pauseMs = 0;
  let isBusy = false;

  async function nextRound(): Promise<ReadResult[]> {
    const results: ReadResult[] = [];
    try {
      if (assignment.isLookDue) await assignment.look();
      // One leader must not wait while another one has more.
      const maxWaitMs = isBusy ? 0 : LONGEST_WAIT_MS;
      const batches = await fetchRound(client, assignment, maxWaitMs);
      isBusy = batches.length > 0;
      if (pauseMs > 0) {
        const reason = `Kafka ${client.servers} answers again`;
        results.push({ kind: "connection", connected: true, reason });
        pauseMs = 0;
      }
      results.push(...batches);
    } catch (error) {
      if (!(error instanceof KafkaFailure)) throw error;
      if (pauseMs === 0) {
        const reason = `${error.message} Trying until it answers.`;
        results.push({ kind: "connection", connected: false, reason });
      }
      pauseMs = Math.min(pauseMs * 2 || SHORTEST_PAUSE_MS, LONGEST_PAUSE_MS);
      assignment.doubtAll();
    }
    return [...assignment.takeHalted(), ...results];
  }

  const aborted = new Promise<null>((resolve) => {
    signal.addEventListener("abort", () => resolve(null), { once: true });
  });
  while (!signal.aborted) {
    const round = nextRound();
    // A broker that hangs is not waited for when the reading is to end.
    const results = await Promise.race([round, aborted]);
    if (results === null) return void round.catch(() => {});
    for (const result of results) {
      if (signal.aborted) return;
      yield result;
    }
    if (pauseMs === 0 && assignment.isDone) return;
    const isIdle = assignment.isIdleAt(performance.now());
    const waitMs = Math.max(pauseMs, isIdle ? LONGEST_WAIT_MS : 0);
    if (waitMs > 0) await setTimeout(waitMs, null, { signal }).catch(() => {});
  }
}
