import "./silence_kafkajs.ts";
import { Buffer } from "node:buffer";
import {
  type Admin,
  type Cluster,
  CompressionCodecs,
  CompressionTypes,
  ConfigResourceTypes,
  Kafka,
  logLevel,
  type Message,
  PartitionAssigners,
  Partitioners,
  type SASLOptions,
} from "kafkajs";
import type { Checkpoint, NewRecord } from "../event_log.ts";
import { Attempts } from "./attempts.ts";
import {
  byTopic,
  type FetchedPartition,
  type FetchWant,
  type Leaders,
  type NewTopic,
  type Sender,
  toLeaders,
  toOffsetLookup,
  type TopicPartition,
} from "./cluster.ts";
import { type FetchAnswer, toFetchedPartitions } from "./fetch_answer.ts";
import { codecs } from "./kafka_codecs.ts";
import type { KafkaOptions } from "./kafka_options.ts";
import { TrackedSockets } from "./tracked_sockets.ts";

/**
 * The one file that knows kafkajs. Its consumer is left aside: it resets to
 * another offset where a topic was cut off or made anew, stops everyone to
 * take up another topic, and needs a group for each reader. `read_kafka.ts`
 * only needs to fetch, by the `Cluster` that assigners are given.
 */

/** An answer holds about this many bytes. */
const ANSWER_BYTES = 8 * 1024 * 1024;

const READ_COMMITTED = 1;

const FOR_EVER = [
  { name: "retention.ms", value: "-1" },
  { name: "retention.bytes", value: "-1" },
  { name: "cleanup.policy", value: "delete" },
];

Object.assign(CompressionCodecs, codecs);

/**
 * Speaks to a cluster. It connects when first used; every method throws a
 * `KafkaFailure` where the cluster does not do what is asked.
 */
export class KafkaClient {
  readonly servers: string;
  readonly #kafka: Kafka;
  readonly #cluster: Cluster;
  readonly #admin: Admin;
  readonly #sockets = new TrackedSockets();
  readonly #attempts: Attempts;
  #adminConnected: Promise<void> | null = null;

  constructor(options: KafkaOptions) {
    this.servers = options.servers.join(",");
    // kafkajs would go on waiting on the same connection, were it half gone.
    const onTimeout = () => this.#sockets.resetAll();
    this.#attempts = new Attempts(this.servers, onTimeout);
    this.#kafka = new Kafka({
      clientId: "groundtrack",
      socketFactory: this.#sockets.create,
      brokers: [...options.servers],
      ssl: options.ssl === null ? false : { ...options.ssl },
      sasl: options.sasl === null ? undefined : options.sasl as SASLOptions,
      connectionTimeout: 3_000,
      authenticationTimeout: 5_000,
      requestTimeout: 10_000,
      // Callers try again, for as long as it takes, and tell people.
      retry: { retries: 1, initialRetryTime: 100, maxRetryTime: 500 },
      // Whatever it logs it also throws.
      logLevel: logLevel.NOTHING,
    });
    this.#cluster = takeCluster(this.#kafka);
    this.#admin = this.#kafka.admin();
  }

  /** Connects, if it is not, and learns what there is. */
  async leaders(): Promise<Leaders> {
    return await this.#attempts.run("list topics", async () => {
      await this.#cluster.connect();
      await this.#cluster.refreshMetadata();
      // Null where no broker answered.
      const metadata = await this.#cluster.metadata() as
        | Awaited<ReturnType<Cluster["metadata"]>>
        | null;
      if (metadata === null) throw new Error("no broker answered");
      // It must know all that is told here, for offsets to be asked for.
      const isNew = metadata.topicMetadata.some(({ topic }) =>
        this.#cluster.findTopicPartitionMetadata(topic).length === 0
      );
      if (isNew) await this.#cluster.refreshMetadata();
      return toLeaders(metadata.topicMetadata);
    });
  }

  /**
   * Finds offsets of partitions that are known since `leaders()`.
   *
   * @param at The first one held, the one after the last, or that of the first
   * record as late as a time, in ms since 1970; -1 where none is.
   */
  async offsets(
    partitions: readonly TopicPartition[],
    at: "first" | "end" | number,
  ): Promise<(at: TopicPartition) => number> {
    const where = typeof at === "number"
      ? { fromTimestamp: at }
      : { fromBeginning: at === "first" };
    const wanted = byTopic(partitions, ({ partition }) => ({ partition }))
      .map((topic) => ({ ...topic, ...where }));
    return await this.#attempts.run("ask for offsets", async () => {
      if (wanted.length === 0) return () => -1;
      const answers = await this.#cluster.fetchTopicsOffset(wanted);
      return toOffsetLookup(answers, partitions);
    });
  }

  /**
   * Fetches from partitions of one leader, once; one fetch at a time, as a
   * broker answers them in order anyway. kafkajs opens a connection for each
   * of those that find theirs lost, and when the broker closes the needless
   * ones it gives up the good one too.
   *
   * @throws {KafkaFailure} Also if one partition cannot be read; where several
   * were asked for, it does not say which.
   */
  async fetch(
    leader: string,
    wants: readonly FetchWant[],
    maxWaitMs: number,
  ): Promise<FetchedPartition[]> {
    const answer = await this.#attempts.runInTurn(
      leader,
      "fetch records",
      async () => {
        const broker = await this.#cluster.findBroker({ nodeId: leader });
        return await broker.fetch({
          isolationLevel: READ_COMMITTED,
          maxWaitTime: maxWaitMs,
          minBytes: 1,
          maxBytes: ANSWER_BYTES,
          topics: byTopic(wants, ({ partition, offset, maxBytes }) => ({
            partition,
            fetchOffset: String(offset),
            maxBytes,
          })),
        }) as FetchAnswer;
      },
    );
    return toFetchedPartitions(answer);
  }

  /** Creates a topic that keeps its records for ever, if it is not there. */
  async createTopic(topic: NewTopic): Promise<void> {
    await this.#withAdmin(
      `create topic ${topic.name}`,
      (admin) =>
        admin.createTopics({
          topics: [{
            topic: topic.name,
            numPartitions: topic.partitions,
            replicationFactor: topic.replicas ?? -1,
            configEntries: FOR_EVER,
          }],
        }),
    );
  }

  /** How long each topic keeps its records, in ms; null for ever. */
  async retentions(
    topics: readonly string[],
  ): Promise<Map<string, number | null>> {
    if (topics.length === 0) return new Map();
    const { resources } = await this.#withAdmin(
      "ask for retention",
      (admin) =>
        admin.describeConfigs({
          includeSynonyms: false,
          resources: topics.map((name) => ({
            type: ConfigResourceTypes.TOPIC,
            name,
            configNames: ["retention.ms"],
          })),
        }),
    );
    return new Map(resources.map(({ resourceName, configEntries }) => {
      const ms = Number(configEntries[0]?.configValue ?? -1);
      return [resourceName, ms < 0 ? null : ms];
    }));
  }

  /** Tells Kafka how far a group is that has no members. */
  async commitOffsets(
    groupId: string,
    checkpoints: readonly Omit<Checkpoint, "lastRecordHash">[],
  ): Promise<void> {
    await this.#attempts.run("commit offsets", async () => {
      const coordinator = await this.#cluster.findGroupCoordinator({ groupId });
      await coordinator.offsetCommit({
        groupId,
        groupGenerationId: -1,
        memberId: "",
        topics: byTopic(checkpoints, ({ partition, nextOffset }) => ({
          partition,
          offset: String(nextOffset),
        })),
      });
    });
  }

  createSender(): Sender {
    const producer = this.#kafka.producer({
      idempotent: true,
      allowAutoTopicCreation: false,
      createPartitioner: Partitioners.DefaultPartitioner,
      retry: { retries: 3, initialRetryTime: 100, maxRetryTime: 1_000 },
    });
    let connected: Promise<void> | null = null;
    return {
      send: (topic, records) =>
        this.#attempts.run(`append to topic ${topic}`, async () => {
          await (connected ??= producer.connect());
          await producer.send({
            topic,
            acks: -1,
            compression: CompressionTypes.ZSTD,
            messages: records.map(toMessage),
          });
        }),
      close: () => producer.disconnect(),
    };
  }

  /** Ends what is under way, and every connection. */
  async close(): Promise<void> {
    this.#attempts.end();
    this.#sockets.destroyAll();
    await this.#attempts.settle();
    await Promise.all([this.#cluster.disconnect(), this.#admin.disconnect()]);
  }

  async #withAdmin<T>(
    action: string,
    ask: (admin: Admin) => Promise<T>,
  ): Promise<T> {
    return await this.#attempts.run(action, async () => {
      this.#adminConnected ??= this.#admin.connect();
      try {
        await this.#adminConnected;
        return await ask(this.#admin);
      } catch (error) {
        this.#adminConnected = null;
        throw error;
      }
    });
  }
}

/** A consumer that is never run gives its assigners the cluster. */
function takeCluster(kafka: Kafka): Cluster {
  let taken: Cluster | null = null;
  kafka.consumer({
    groupId: "none",
    allowAutoTopicCreation: false,
    partitionAssigners: [(config) => {
      taken = config.cluster;
      return PartitionAssigners.roundRobin(config);
    }],
  });
  return taken!;
}

function toMessage({ key, value, timestampMs }: NewRecord): Message {
  return {
    key,
    value: Buffer.from(value.buffer, value.byteOffset, value.byteLength),
    timestamp: String(timestampMs),
  };
}
