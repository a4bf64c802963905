import assert from "node:assert/strict";
import { createRandom } from "../projector/random.ts";
import { openEventLog } from "../shared/event_log/open_event_log.ts";
import {
  kafkaTest,
  startTestBroker,
} from "../shared/kafka_broker/testdata/test_broker.ts";
import { crashOnce } from "./crash_once.ts";
import { CrashParts } from "./crash_parts.ts";
import { CrashTally } from "./crash_tally.ts";
import { FAULT_LENGTH } from "./fault_length.ts";
import { makePlace, removePlace } from "./services.ts";
import { verifyAfterCrashes } from "./verify_after_crashes.ts";
import { flagsWithoutTransaction } from "./without_transaction.ts";

/** Without its transaction a projector is found out after fewer kills. */
const MOST_CRASHES = 60;

/** So much is told of what was found. */
const TOLD_CHARACTERS = 200;

/** After a kill, by a replay that compares, or by what is written twice. */
const FOUND_OUT =
  /Invariant 1 does not hold: |as no hour may differ from|UNIQUE constraint failed/;

interface Run {
  readonly crashes: number;
  readonly settings?: Record<string, string>;
  readonly withoutTransaction?: boolean;
}

Deno.test("kill -9 of producers, projector and replays at any moment loses and doubles nothing", async () => {
  await crashAgainAndAgain({ crashes: FAULT_LENGTH.crashes });
});

Deno.test("kill -9 is found to double where rows and checkpoint are not in one transaction", async () => {
  await requireFoundOut({});
});

kafkaTest(
  "kill -9 of producers, projector and replays on Kafka at any moment loses and doubles nothing",
  async () => {
    await using broker = await startTestBroker();
    const settings = { EVENT_LOG: `kafka://${broker.bootstrap}` };
    await crashAgainAndAgain({ crashes: FAULT_LENGTH.crashes, settings });
  },
);

kafkaTest(
  "kill -9 on Kafka is found to double where rows and checkpoint are not in one transaction",
  async () => {
    await using broker = await startTestBroker();
    const settings = { EVENT_LOG: `kafka://${broker.bootstrap}` };
    await requireFoundOut(settings);
  },
);

/** Fails unless kills are found to do harm without the transaction. */
async function requireFoundOut(
  settings: Record<string, string>,
): Promise<void> {
  const run = { crashes: MOST_CRASHES, settings, withoutTransaction: true };
  await assert.rejects(crashAgainAndAgain(run), ({ message }: Error) => {
    console.log(message.slice(0, TOLD_CHARACTERS));
    return FOUND_OUT.test(message);
  });
}

/** Kills so often, and verifies what is left. */
async function crashAgainAndAgain(
  { crashes, settings, withoutTransaction = false }: Run,
): Promise<void> {
  const seed = Number(Deno.env.get("SEED") ?? Date.now() % 1_000_000);
  console.log(`SEED=${seed} CRASHES=${crashes}`);
  const place = await makePlace(settings);
  await using _ = { [Symbol.asyncDispose]: () => removePlace(place) };
  const flags = withoutTransaction
    ? await flagsWithoutTransaction(place.folder)
    : [];
  await using parts = new CrashParts({ place, seed, flags });
  const log = await openEventLog(parts.eventLog);
  await using _log = { [Symbol.asyncDispose]: () => log.close() };

  const tally = new CrashTally();
  const random = createRandom(seed);
  try {
    for (const name of ["load", "terra", "aqua", "projector"] as const) {
      parts.start(name);
    }
    while (tally.kills < crashes) {
      await crashOnce({ parts, log, tally }, random);
    }
    console.log(await verifyAfterCrashes(parts, log));
  } finally {
    console.log(`${tally}`);
  }
}
