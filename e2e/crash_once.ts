import { requireAllAccountedFor } from "../projector/testdata/given_projection.ts";
import { randomHours } from "../projector/testdata/random_records.ts";
import type { EventLog } from "../shared/event_log/event_log.ts";
import { readProjectionLink } from "../shared/projection/projection_link.ts";
import { readProjection } from "./compare_with_log.ts";
import type { CrashParts } from "./crash_parts.ts";
import type { CrashTally } from "./crash_tally.ts";
import { planCrash } from "./plan_crash.ts";

export interface CrashPorts {
  readonly parts: CrashParts;
  readonly log: EventLog;
  readonly tally: CrashTally;
}

const RECORDS_READ = "SELECT coalesce(sum(records_read), 0) FROM checkpoints";

/** By this a part says that it works. */
const WORKS = /Publishing|Making|Going on/;

/**
 * Kills what the random numbers say, when they say, and starts it again; fails
 * where a projector that is killed leaves anything that is not accounted for
 * (invariant 1).
 */
export async function crashOnce(
  { parts, log, tally }: CrashPorts,
  random: (below: number) => number,
): Promise<void> {
  const { hours, replays, replayArgs, waitMs, victims } = planCrash(random);
  await log.append("d_topic", randomHours(random, hours));
  const replayDies = victims.includes("replay");
  if ((replays || replayDies) && !parts.isRunning("replay")) {
    parts.start("replay", ...replayArgs);
  }
  await sleep(waitMs);

  const killed = await Promise.all(
    victims.map(async (name) => ({ name, said: await parts.kill(name) })),
  );
  for (const { name, said } of killed) {
    if (said === null) continue;
    const amidWork = name === "projector"
      ? await leavesRecords(parts, log)
      : WORKS.test(said);
    tally.note(name, amidWork);
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

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
