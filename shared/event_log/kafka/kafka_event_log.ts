import { checkAppend } from "../check_append.ts";
import {
  type EventLog,
  EventLogError,
  type TopicDescription,
} from "../event_log.ts";
import { createTopicMatcher } from "../topic_pattern.ts";
import { KafkaAppender } from "./kafka_appender.ts";
import { KafkaClient } from "./kafka_client.ts";
import type { KafkaOptions } from "./kafka_options.ts";
import { readKafka } from "./read_kafka.ts";

/** Appends under way may take so long to end, when the log is closed. */
const CLOSE_MS = 3_000;

/**
 * Opens the event log that is a Kafka cluster. It connects when first used,
 * and again whenever the connection was lost.
 */
export function openKafkaEventLog(options: KafkaOptions): EventLog {
  const client = new KafkaClient(options);
  const appender = new KafkaAppender(client, options);
  const closing = new AbortController();

  function requireOpen(action: string): void {
    if (!closing.signal.aborted) return;
    throw new EventLogError(
      `Cannot ${action} as the event log must be open: Kafka ` +
        `${client.servers} was closed.`,
    );
  }

  return {
    async append(topic, records) {
      requireOpen(`append to topic ${topic}`);
      checkAppend(topic, records);
      if (records.length > 0) await appender.append(topic, records);
    },

    async describeTopics(patterns) {
      requireOpen("describe topics");
      return await describeTopics(client, patterns);
    },

    read(options) {
      requireOpen("read");
      const signals = [closing.signal, options.signal ?? closing.signal];
      return readKafka(client, {
        ...options,
        signal: AbortSignal.any(signals),
      });
    },

    async noteProgress(reader, checkpoints) {
      requireOpen("note progress");
      await client.commitOffsets(reader, checkpoints);
    },

    // Its brokers do that themselves.
    async tidy() {
      requireOpen("tidy up");
      return await Promise.resolve(false);
    },

    async close() {
      closing.abort();
      // A broker that hangs would have its time, several times over.
      const late = setTimeout(() => void client.close(), CLOSE_MS);
      await appender.close();
      clearTimeout(late);
      await client.close();
    },
  };
}

async function describeTopics(
  client: KafkaClient,
  patterns: readonly string[],
): Promise<TopicDescription[]> {
  const matches = createTopicMatcher(patterns);
  const leaders = await client.leaders();
  const names = [...leaders.keys()].filter(matches).sort();
  const partitions = names.flatMap((topic) =>
    [...leaders.get(topic)!.keys()].sort((a, b) => a - b)
      .map((partition) => ({ topic, partition }))
  );
  const [firstOf, endOf, retentions] = await Promise.all([
    client.offsets(partitions, "first"),
    client.offsets(partitions, "end"),
    client.retentions(names),
  ]);
  const byTopic = Map.groupBy(partitions, ({ topic }) => topic);
  return names.map((name) => ({
    name,
    partitions: (byTopic.get(name) ?? []).map((at) => ({
      partition: at.partition,
      firstOffset: firstOf(at),
      endOffset: endOf(at),
    })),
    retentionMs: retentions.get(name) ?? null,
  }));
}
