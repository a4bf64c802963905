import assert from "node:assert/strict";
import { basename, dirname } from "node:path";
import { requireAllAccountedFor } from "../projector/testdata/given_projection.ts";
import type { EventLog } from "../shared/event_log/event_log.ts";
import {
  otherLink,
  readProjectionLink,
} from "../shared/projection/projection_link.ts";
import {
  type Compared,
  compareWithLog,
  readProjection,
} from "./compare_with_log.ts";
import { BACKFILL_MS, type CrashParts } from "./crash_parts.ts";
import { SATELLITES } from "./recorded.ts";
import { isRecordedOnce } from "./recorded_once.ts";

/** A producer has started, and looked back from there, within this. */
const START_MS = 30_000;

/**
 * Lets everything come to an end, and fails unless each second that the
 * producers were to record is in the log once, all of the log is in the
 * projection once, as in one that is made in one go, and nothing is left of
 * the projections that were being made.
 */
export async function verifyAfterCrashes(
  parts: CrashParts,
  log: EventLog,
): Promise<Compared> {
  await parts.replayEnded();
  await parts.stop("load");
  const fromMs = Date.now() - BACKFILL_MS + START_MS;
  const { terra, aqua } = SATELLITES;
  const recordings = [
    { topic: "terra_topic", noradId: terra, fromMs },
    { topic: "aqua_topic", noradId: aqua, fromMs },
  ];
  const areRecorded = async () => {
    const answers = await Promise.all(
      recordings.map((recording) => isRecordedOnce(log, recording)),
    );
    return answers.every((answer) => answer);
  };
  await parts.waitFor("the producers to fill in what is missing", areRecorded);
  for (const name of ["terra", "aqua"] as const) await parts.stop(name);
  assert.ok(await areRecorded());
  const compared = await compareWithLog(parts);

  assert.match(await parts.replay(), /\nHours compared .*, all alike\n/);
  await parts.stop("projector");
  requireNoOtherFiles(parts.link);
  const former = otherLink(parts.link, "former");
  for (const link of [parts.link, former]) {
    readProjection(link, requireAllAccountedFor);
  }
  return compared;
}

/** The projection in use and the former one are kept, and no other. */
function requireNoOtherFiles(link: string): void {
  const kept = [link, otherLink(link, "former")];
  const expected = kept.flatMap((name) => [
    basename(name),
    basename(readProjectionLink(name)!),
  ]);
  const found = [...Deno.readDirSync(dirname(link))].map(({ name }) => name)
    .filter((name) => /^projection.*\.db(\.made)?$/.test(name));
  assert.deepEqual(found.sort(), expected.sort());
}
