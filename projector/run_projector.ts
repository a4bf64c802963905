import type {
  Checkpoint,
  EventLog,
  ReadOptions,
  RecordBatch,
} from "../shared/event_log/event_log.ts";
import type { TopicSatellites } from "../shared/events/event_source.ts";
import { partitionKey } from "../shared/event_log/partition_key.ts";
import { applyBatch } from "./apply_batch.ts";
import { ChangeSet } from "./writing/change_set.ts";
import type { Changes } from "./writing/changes.ts";
import { createDeadLetterReport } from "./dead_letters/report_dead_letters.ts";
import type { Report } from "./report.ts";

/**
 * So much is collected while a commit is under way, and no more. Behind,
 * transactions grow to this, since each one seals every hour again that it
 * holds anything of: half an hour of a whole catalogue at one position a
 * minute. Live, they hold what came since the one before.
 */
const MOST_POSITIONS = 500_000;
const MOST_BYTES = 32 * 1024 * 1024;

/** What a record takes beside its value, about. */
const RECORD_BYTES = 100;

export interface ProjectorPorts {
  readonly log: Pick<EventLog, "read">;
  readonly commit: (changes: Changes) => Promise<void>;
  /** Told what happened, for people. */
  readonly report: Report;
}

export interface ProjectorOptions {
  /** Names, or patterns with `*`. */
  readonly topics: readonly string[];
  /** Satellites of topics whose events and names do not tell them. */
  readonly topicSatellites: TopicSatellites;
  readonly checkpoints: readonly Checkpoint[];
  /** As for `EventLog.read()`. */
  readonly until: ReadOptions["until"];
  readonly signal?: AbortSignal;
}

/**
 * Reads the log from the checkpoints on and commits what it means, until the
 * end or the signal; returns when all that was read is committed.
 *
 * @throws What `commit` throws, at once: nothing is read on without it.
 */
export async function runProjector(
  { log, commit, report }: ProjectorPorts,
  { signal, topicSatellites, ...options }: ProjectorOptions,
): Promise<void> {
  const changes = new ChangeSet();
  const next = new Map(
    options.checkpoints.map((c) => [partitionKey(c), c.nextOffset]),
  );
  const reportDeadLetters = createDeadLetterReport(report);
  const failed = new AbortController();
  let bytes = 0;
  let committing: Promise<void> | null = null;

  // One at a time: the next one takes all that has come during this one.
  const startCommit = () => {
    if (committing !== null || changes.isEmpty) return;
    const taken = changes.take();
    bytes = 0;
    reportDeadLetters(taken.deadLetters);
    committing = commit(taken).then(
      () => {
        committing = null;
        startCommit();
      },
      (error) => failed.abort(error),
    );
  };
  const apply = (batch: RecordBatch) => {
    const key = partitionKey(batch);
    const nextOffset = next.get(key) ?? 0;
    const applying = { nextOffset, topicSatellites };
    next.set(key, applyBatch(changes, batch, applying));
    for (const { value } of batch.records) {
      bytes += RECORD_BYTES + (value?.length ?? 0);
    }
  };

  const ends = [failed.signal, ...(signal === undefined ? [] : [signal])];
  const reading = log.read({ ...options, signal: AbortSignal.any(ends) });
  for await (const result of reading) {
    switch (result.kind) {
      case "records":
        apply(result);
        break;
      case "halted":
        changes.addHalt(result);
        report(result.reason, "error");
        break;
      case "connection":
        report(result.reason, result.connected ? "info" : "warning");
        break;
      default:
        result satisfies never;
    }
    startCommit();
    if (changes.positions >= MOST_POSITIONS || bytes >= MOST_BYTES) {
      await committing;
    }
    if (failed.signal.aborted) break;
  }
  while (committing !== null && !failed.signal.aborted) await committing;
  failed.signal.throwIfAborted();
}
