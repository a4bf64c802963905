import type { NewRecord } from "../event_log.ts";
import { AppendQueue } from "./append_queue.ts";
import type { Sender } from "./cluster.ts";
import type { KafkaClient } from "./kafka_client.ts";
import { KafkaFailure } from "./kafka_failure.ts";
import type { KafkaOptions } from "./kafka_options.ts";

type TopicOptions = Pick<KafkaOptions, "partitions" | "replicas">;

/** A sender, and how many sends are under way on it. */
interface SharedSender {
  readonly sender: Sender;
  users: number;
}

/** Appends to topics, which it creates where they are not there. */
export class KafkaAppender {
  readonly #client: KafkaClient;
  readonly #options: TopicOptions;
  readonly #queues = new Map<string, AppendQueue>();
  readonly #known = new Set<string>();
  readonly #closing = new Set<Promise<void>>();
  #current: SharedSender | null = null;

  constructor(client: KafkaClient, options: TopicOptions) {
    this.#client = client;
    this.#options = options;
  }

  async append(topic: string, records: readonly NewRecord[]): Promise<void> {
    let queue = this.#queues.get(topic);
    if (queue === undefined) {
      queue = new AppendQueue((batch) => this.#sendToTopic(topic, batch));
      this.#queues.set(topic, queue);
    }
    await queue.append(records);
  }

  /** Waits for the appends under way. */
  async close(): Promise<void> {
    await Promise.all([...this.#queues.values()].map((q) => q.finish()));
    await this.#current?.sender.close();
    await Promise.all(this.#closing);
  }

  async #sendToTopic(
    topic: string,
    records: readonly NewRecord[],
  ): Promise<void> {
    try {
      await this.#send(topic, records);
    } catch (error) {
      if (!isUnknownTopic(error)) throw error;
      await this.#send(topic, records);
    }
  }

  async #send(topic: string, records: readonly NewRecord[]): Promise<void> {
    await this.#ensureTopic(topic);
    this.#current ??= { sender: this.#client.createSender(), users: 0 };
    const used = this.#current;
    used.users++;
    try {
      await used.sender.send(topic, records);
    } catch (error) {
      // Now it is not known whether the broker has the batch. kafkajs would
      // give its sequence numbers to the next one, which the broker would
      // then take for a repetition, and drop: a new sender has its own.
      if (this.#current === used) this.#current = null;
      if (isUnknownTopic(error)) this.#known.delete(topic);
      throw error;
    } finally {
      used.users--;
      if (this.#current !== used && used.users === 0) this.#retire(used);
    }
  }

  async #ensureTopic(name: string): Promise<void> {
    if (this.#known.has(name)) return;
    const there = await this.#client.leaders();
    if (!there.has(name)) {
      await this.#client.createTopic({ name, ...this.#options });
    }
    this.#known.add(name);
  }

  #retire({ sender }: SharedSender): void {
    // Whether or not it can say goodbye, its connections are gone.
    const forget = () => void this.#closing.delete(closing);
    const closing: Promise<void> = sender.close().then(forget, forget);
    this.#closing.add(closing);
  }
}

function isUnknownTopic(error: unknown): boolean {
  return error instanceof KafkaFailure &&
    error.type === "UNKNOWN_TOPIC_OR_PARTITION";
}
