import { checkAppend } from "../check_append.ts";
import {
  type EventLog,
  EventLogError,
  type TopicDescription,
} from "../event_log.ts";
import { type AppendRow, encodeAppendRows } from "./sqlite_append.ts";
import { explainFailure } from "./sqlite_log_errors.ts";
import { type LogFileOptions, SqliteLogFile } from "./sqlite_log_file.ts";
import type { PartitionQueries } from "./sqlite_partitions.ts";
import { readSqliteLog } from "./sqlite_reader.ts";
import { createTidying } from "./sqlite_tidying.ts";
import { createTopicMatcher } from "../topic_pattern.ts";

/**
 * Opens the embedded event log: one SQLite file, which several processes of
 * one machine may append to and read at once. File and folder are created.
 *
 * @throws {EventLogError} If it cannot be opened, or is not an event log.
 */
export async function openSqliteEventLog(
  path: string,
  options: LogFileOptions = {},
): Promise<EventLog> {
  const file = new SqliteLogFile(path, options);
  await file.open({ mustExist: false });
  return createSqliteEventLog(file);
}

/** The event log on a file that is open. */
export function createSqliteEventLog(file: SqliteLogFile): EventLog {
  const { path } = file;
  // Appends take turns, so that those of one caller keep their order even
  // where it does not wait for each, and one has to wait for a lock.
  let lastAppend: Promise<void> = Promise.resolve();
  const takeTidyingStep = createTidying(file);
  let lastTidying: Promise<unknown> = Promise.resolve();
  let isClosing = false;

  function requireOpen(action: string): void {
    if (!isClosing) return;
    throw new EventLogError(
      `Cannot ${action} as the event log must be open: ${path} was closed.`,
    );
  }

  async function write(
    topic: string,
    rows: readonly AppendRow[],
  ): Promise<void> {
    try {
      await file.ensureCurrent({ mustExist: false });
      await file.retryWhileBusy(() =>
        file.connection.writeAppend(topic, rows, file.nowMs())
      );
    } catch (error) {
      const action = `append to topic ${topic}`;
      throw explainFailure(error, { action, path, isWrite: true });
    }
    file.noteAppend();
  }

  return {
    async append(topic, records) {
      requireOpen(`append to topic ${topic}`);
      checkAppend(topic, records);
      if (records.length === 0) return;
      const rows = encodeAppendRows(records);
      const appended = lastAppend.then(() => write(topic, rows));
      lastAppend = appended.catch(() => {});
      await appended;
    },

    async describeTopics(topics) {
      requireOpen("describe topics");
      await file.ensureCurrent({ mustExist: true });
      return describeTopics(file.connection.partitions, topics);
    },

    read(options) {
      requireOpen("read");
      return readSqliteLog(file, options);
    },

    async noteProgress() {},

    async tidy() {
      requireOpen("tidy up");
      const tidied = lastTidying.then(takeTidyingStep);
      lastTidying = tidied.catch(() => {});
      return await tidied;
    },

    async close() {
      isClosing = true;
      await Promise.all([lastAppend, lastTidying]);
      file.close();
    },
  };
}

function describeTopics(
  queries: PartitionQueries,
  patterns: readonly string[],
): TopicDescription[] {
  const matches = createTopicMatcher(patterns);
  return queries.listTopics({ afterId: 0 })
    .filter(({ name }) => matches(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ id: topicId, name, partitions }) => ({
      name,
      partitions: Array.from({ length: partitions }, (_, partition) => ({
        partition,
        ...queries.findRange({ topicId, partition }),
      })),
      retentionMs: null,
    }));
}
