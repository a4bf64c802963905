import { setTimeout as sleep } from "node:timers/promises";
import { requireAllAccountedFor } from "../projector/testdata/given_projection.ts";
import { randomHours } from "../projector/testdata/random_records.ts";
import type { EventLog } from "../shared/event_log/event_log.ts";
import { readProjectionLink } from "../shared/projection/projection_link.ts";
import { readProjection } from "./compare_with_log.ts";
import type { CrashParts } from "./crash_parts.ts";
import type { CrashTally } from "./crash_tally.ts";
import { waitForCommit } from "./wait_for_commit.ts";
import { planCrash } from "./plan_crash.ts";

export interface CrashPorts {
  readonly parts: CrashParts;
  readonly log: EventLog;
  readonly tally: CrashTally;
}

const RECORDS_READ = "SELECT coalesce(sum(records_read), 0) FROM checkpoints";

/** A projector has started, and committed something, in less. */
const COMMIT_WITHIN_MS = 10_000;

/** By this a part says that it works. */
const WORKS = /Publishing|Projecting|Making|Going on/;

/**
 * Kills what the random numbers say, when they say, and starts it again; fails
 * where a projector that is killed leaves anything that is not accounted for
 * (invariant 1).
 */
export async function crashOnce(
  { parts, log, tally }: CrashPorts,
  random: (below: number) => number,
): Promise<void> {
  const plan = planCrash(random);
  const { hours, replays, replayArgs, atCommit, waitMs, victims } = plan;
  await log.append("d_topic", randomHours(random, hours));
  const replayDies = victims.includes("replay");
  if ((replays || replayDies) && !parts.isRunning("replay")) {
    parts.start("replay", ...replayArgs);
  }
  if (atCommit) await waitForCommit(parts.link, COMMIT_WITHIN_MS);
  await sleep(waitMs);

  const killed = await Promise.all(
    victims.map(async (name) => ({ name, said: await parts.kill(name) })),
  );
  for (const { name, said } of killed) {
    if (said === null) continue;
    const hasWork = name !== "projector" || await leavesRecords(parts, log);
    tally.note(name, hasWork && WORKS.test(said));
  }
  for (const name of victims) if (name !== "replay") parts.start(name);
}

/** Whether the projection in use lacks anything of the log. */
async function leavesRecords(
  parts: CrashParts,
  log: EventLog,
): Promise<boolean> {
  // Killed before it has made one.
  if (readProjectionLink(parts.link) === null) return true;
  const read = readProjection(parts.link, (db) => {
    requireAllAccountedFor(db);
    return db.prepare<[], number>(RECORDS_READ).pluck().get()!;
  });
  const topics = await log.describeTopics(["*_topic", "element_sets"]);
  const ends = topics.flatMap(({ partitions }) =>
    partitions.map(({ endOffset }) => endOffset)
  );
  return read < ends.reduce((sum, end) => sum + end, 0);
}
