import type { ProjectorStatus } from "../shared/status/projector_status.ts";
import type { ReplayStatus } from "../shared/status/replay_status.ts";
import {
  partitionOf,
  statusOf,
  topicOf,
} from "../shared/status/testdata/given_status.ts";

/** By then the elements that come with the program are young. */
export const BEGIN_MS = Date.UTC(2026, 7, 23, 17, 50);
/** What the projector and a replay tell, as a test has it tell. */
export class Told {
  projector: (nowMs: number) => Partial<ProjectorStatus> = () => ({});
  replay: ((nowMs: number) => ReplayStatus) | null = null;
  readonly #startedMs = Date.now();

  /** @param beginMs Where the server's clock begins. */
  constructor(readonly beginMs = BEGIN_MS) {}

  readonly nowMs = () => this.beginMs + Date.now() - this.#startedMs;

  readonly readers = {
    readProjectorStatus: () => {
      const nowMs = this.nowMs();
      return Promise.resolve(statusOf({
        updatedMs: nowMs,
        logAnsweredMs: nowMs - 1_000,
        lastCommitMs: nowMs - 500,
        topics: [topicOf({ newestPositionMs: nowMs - 1_500 })],
        partitions: [partitionOf({ endOffset: 10 })],
        ...this.projector(nowMs),
      }));
    },
    readReplayStatus: () =>
      Promise.resolve(this.replay && this.replay(this.nowMs())),
  };
}
