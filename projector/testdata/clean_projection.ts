import { openEventLog } from "../../shared/event_log/open_event_log.ts";
import type { HourChecksum } from "../../shared/projection/content_checksum.ts";
import { runProjector } from "../run_projector.ts";
import { GivenProjection, NOW_MS } from "./given_projection.ts";

/** What a log gives when it is projected in one go. */
export async function checksumsOfLog(
  eventLog: string,
): Promise<HourChecksum[]> {
  using given = new GivenProjection();
  const log = await openEventLog(eventLog);
  await runProjector(
    {
      log,
      commit: (changes) => {
        given.writer.commit(changes, NOW_MS);
        return Promise.resolve();
      },
      report: () => {},
    },
    {
      topics: ["*_topic", "element_sets"],
      topicSatellites: new Map(),
      checkpoints: [],
      until: "end",
    },
  );
  await log.close();
  given.requireAllAccountedFor();
  return given.checksums();
}

/** How many records a log holds. */
export async function countRecords(eventLog: string): Promise<number> {
  const log = await openEventLog(eventLog);
  const topics = await log.describeTopics(["*_topic"]);
  await log.close();
  return topics.flatMap(({ partitions }) => partitions)
    .reduce((sum, { endOffset }) => sum + endOffset, 0);
}
