import type { NewRecord } from "../event_log.ts";

/**
 * A broker refuses a batch above 1 MiB, unless told otherwise, and kafkajs
 * does not split one. Counted before compression, which only helps.
 */
const MOST_BYTES = 1_000_000;
const MOST_RECORDS = 10_000;

/** What a record takes in a batch beside its key and value, at most. */
const RECORD_BYTES = 24;

/** Some records of one append that go together. */
interface Waiting {
  readonly records: readonly NewRecord[];
  readonly bytes: number;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Sends the appends to one topic in the order of their calls. While one batch
 * is under way, those that come are collected for the next one, so that single
 * events make batches when they come fast.
 */
export class AppendQueue {
  readonly #send: (records: readonly NewRecord[]) => Promise<void>;
  #waiting: Waiting[] = [];
  #sending: Promise<void> | null = null;

  constructor(send: (records: readonly NewRecord[]) => Promise<void>) {
    this.#send = send;
  }

  /** Resolves when all of them are sent. */
  async append(records: readonly NewRecord[]): Promise<void> {
    const sent = splitToFit(records).map((part) =>
      new Promise<void>((resolve, reject) => {
        this.#waiting.push({ ...part, resolve, reject });
      })
    );
    this.#sending ??= this.#sendAll();
    await Promise.all(sent);
  }

  /** Resolves when nothing is under way. */
  async finish(): Promise<void> {
    await this.#sending;
  }

  async #sendAll(): Promise<void> {
    // What is appended in one turn goes together from the start.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const batch = this.#takeBatch();
      try {
        await this.#send(batch.flatMap(({ records }) => records));
        for (const { resolve } of batch) resolve();
      } catch (error) {
        // Nothing overtakes what failed: its caller may append it again.
        const failed = [...batch, ...this.#waiting.splice(0)];
        for (const { reject } of failed) reject(error);
      }
    }
    this.#sending = null;
  }

  #takeBatch(): Waiting[] {
    let [count, bytes, records] = [0, 0, 0];
    for (const next of this.#waiting) {
      bytes += next.bytes;
      records += next.records.length;
      if (count > 0 && (bytes > MOST_BYTES || records > MOST_RECORDS)) break;
      count++;
    }
    return this.#waiting.splice(0, count);
  }
}

function splitToFit(records: readonly NewRecord[]) {
  const parts: { records: NewRecord[]; bytes: number }[] = [];
  for (const record of records) {
    // A character of a key takes at most three bytes.
    const size = RECORD_BYTES + record.value.length +
      3 * (record.key?.length ?? 0);
    let part = parts.at(-1);
    if (
      part === undefined || part.bytes + size > MOST_BYTES ||
      part.records.length === MOST_RECORDS
    ) {
      part = { records: [], bytes: 0 };
      parts.push(part);
    }
    part.records.push(record);
    part.bytes += size;
  }
  return parts;
}
