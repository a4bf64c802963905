import type { LogPosition } from "../../shared/event_log/event_log.ts";
import {
  eventSource,
  type TopicSatellites,
} from "../../shared/events/event_source.ts";
import { readDeadLetters } from "../../shared/projection/read_dead_letters.ts";
import type { Sqlite } from "../../shared/sqlite.ts";
import { applyRecord } from "../apply_record.ts";
import { ChangeSet } from "../writing/change_set.ts";
import type { ProjectionWriter } from "../writing/projection_writer.ts";

/** So many go into one transaction, for live positions to come between. */
const LETTERS_A_COMMIT = 100;

export interface RetryOptions {
  /** The last one of the commit before; null to begin with the first. */
  readonly after: LogPosition | null;
  readonly topicSatellites: TopicSatellites;
  readonly nowMs: number;
}

/** What came of some dead letters. */
export interface Retried {
  readonly applied: number;
  readonly failed: number;
  /** The last one looked at; null where there are no more. */
  readonly last: LogPosition | null;
}

/**
 * Applies some dead letters again, each at its own log position: those that
 * are events now go into the projection and are no dead letters any more, in
 * one transaction; the others stay, with the reason as it is now.
 */
export function retryDeadLetters(
  db: Sqlite,
  writer: ProjectionWriter,
  { after, topicSatellites, nowMs }: RetryOptions,
): Retried {
  const letters = readDeadLetters(db, { after, limit: LETTERS_A_COMMIT });
  const changes = new ChangeSet();
  let applied = 0;
  for (const letter of letters) {
    const { at } = letter;
    const source = eventSource(at.topic, topicSatellites);
    const outcome = applyRecord(changes, letter, { at, source });
    if (outcome.kind === "applied") {
      changes.addRecovered({ at, positions: outcome.positions });
      applied++;
    } else {
      changes.addDeadLetter({ ...letter, reason: outcome.reason });
    }
  }
  if (letters.length > 0) writer.commit(changes.take(), nowMs);
  const failed = letters.length - applied;
  return { applied, failed, last: letters.at(-1)?.at ?? null };
}
