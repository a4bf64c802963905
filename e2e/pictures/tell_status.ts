import { PROJECTION_VERSION } from "../../shared/projection/schema.ts";
import {
  partitionOf,
  statusOf,
  topicOf,
} from "../../shared/status/testdata/given_status.ts";

const TOPICS = ["terra_topic", "aqua_topic", "aura_topic"];

/**
 * What a projector tells that has all that there is.
 *
 * @param options.id That of the projection which it writes.
 * @param options.silentMs For how long nothing has come of TERRA.
 */
export function tellStatus(
  nowMs: number,
  { id, silentMs }: { readonly id: string; readonly silentMs: number },
) {
  const status = statusOf({
    updatedMs: nowMs,
    eventLog: "sqlite:data/events.db",
    logAnsweredMs: nowMs - 1_000,
    lastCommitMs: nowMs,
    rate: { overSeconds: 30, recordsPerSecond: 3, positionsPerSecond: 3 },
    projection: {
      id,
      version: PROJECTION_VERSION,
      revision: 90_412,
      positionsSuperseded: 0,
      satellitesPending: 0,
    },
    topics: TOPICS.map((name, i) =>
      topicOf({ name, newestPositionMs: nowMs - (i === 0 ? silentMs : 0) })
    ),
    partitions: TOPICS.map((topic, i) => {
      const read = 90_000 + 137 * i - (i === 0 ? silentMs / 1000 : 0);
      return partitionOf({
        topic,
        nextOffset: read,
        fromOffset: read,
        endOffset: read,
        caughtUpMs: nowMs,
        recordsRead: read,
        recordsApplied: read,
        positionsDecoded: read,
      });
    }),
  });
  return {
    readProjectorStatus: () => Promise.resolve(status),
    readReplayStatus: () => Promise.resolve(null),
  };
}
