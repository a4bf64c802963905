import type {
  Checkpoint,
  EventLog,
  LogRecord,
  NewRecord,
  ReadOptions,
  ReadResult,
} from "../event_log.ts";
import { hashRecord } from "../hash_record.ts";

/** A log for one test, to be disposed of after it. */
export interface LogUnderTest extends AsyncDisposable {
  /** Begins this test's topics, so that tests can share a broker. */
  readonly prefix: string;
  /** Opens the log, or opens it once more, as another process would. */
  open(): Promise<EventLog>;
}

/** Generous, as this is no measurement: what is late is not lost. */
const PATIENCE_MS = 10_000;

export const T0 = Date.UTC(2026, 0, 1);

export interface RecordOptions {
  readonly key?: string | null;
  readonly timestampMs?: number;
}

export function newRecord(
  text: string,
  options: RecordOptions = {},
): NewRecord {
  return {
    key: options.key === undefined ? "25994" : options.key,
    value: new TextEncoder().encode(text),
    timestampMs: options.timestampMs ?? T0,
  };
}

/** A record as it was read, and from where. */
export interface ReadRecord extends LogRecord {
  readonly topic: string;
  readonly partition: number;
}

export function recordsOf(results: readonly ReadResult[]): ReadRecord[] {
  return results.flatMap((result) => {
    if (result.kind !== "records") return [];
    const { topic, partition, records } = result;
    return records.map((record) => ({ topic, partition, ...record }));
  });
}

export function textOf(record: LogRecord): string {
  return new TextDecoder("utf-8", { ignoreBOM: true })
    .decode(record.value ?? undefined);
}

export function textsOf(results: readonly ReadResult[]): string[] {
  return recordsOf(results).map(textOf);
}

/** The checkpoint of a reader that has read this record last. */
export function checkpointAfter(record: ReadRecord): Checkpoint {
  const { topic, partition, offset } = record;
  const lastRecordHash = hashRecord(record);
  return { topic, partition, nextOffset: offset + 1, lastRecordHash };
}

export async function readAll(
  log: EventLog,
  options: Omit<ReadOptions, "until"> & Partial<ReadOptions>,
): Promise<ReadResult[]> {
  return await Array.fromAsync(log.read({ until: "end", ...options }));
}

/**
 * Follows a log until what was read is enough.
 *
 * @param onResult Called after each result; returns whether it is enough.
 * @throws {Error} If that does not come about in time.
 */
export async function follow(
  log: EventLog,
  { patienceMs = PATIENCE_MS, ...options }:
    & Omit<ReadOptions, "until">
    & { readonly patienceMs?: number },
  onResult: (results: readonly ReadResult[]) => boolean,
): Promise<ReadResult[]> {
  const results: ReadResult[] = [];
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), patienceMs);
  const signal = AbortSignal.any([
    limit.signal,
    options.signal ?? limit.signal,
  ]);
  try {
    for await (const r of log.read({ ...options, until: "follow", signal })) {
      results.push(r);
      if (onResult(results)) return results;
    }
  } finally {
    clearTimeout(timer);
  }
  if (options.signal?.aborted) return results;
  throw new Error(
    `Cannot go on as enough must be read in ${patienceMs} ms: ` +
      `read ${JSON.stringify(textsOf(results)).slice(0, 2_000)}`,
  );
}

/** Follows until so many records were read. */
export async function followRecords(
  log: EventLog,
  options: Omit<ReadOptions, "until">,
  count: number,
): Promise<ReadResult[]> {
  return await follow(log, options, (r) => recordsOf(r).length >= count);
}

export async function sleep(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}

export type RegisterTest = (name: string, body: () => Promise<void>) => void;

export interface ContractContext {
  readonly log: EventLog;
  /** Another client of the same log; closed after the test. */
  readonly openAnother: () => Promise<EventLog>;
  /** A topic's name of this test's own. */
  readonly topic: (name: string) => string;
}

/** Registers tests of one adapter, as `register` does it. */
export function createContractTester(
  adapter: string,
  prepare: () => Promise<LogUnderTest>,
  register: RegisterTest,
) {
  return (name: string, body: (c: ContractContext) => Promise<void>): void => {
    register(`${adapter}: ${name}`, async () => {
      await using underTest = await prepare();
      const opened: EventLog[] = [];
      const openAnother = async () => {
        const log = await underTest.open();
        opened.push(log);
        return log;
      };
      const topic = (name: string) => `${underTest.prefix}${name}`;
      try {
        await body({ log: await openAnother(), openAnother, topic });
      } finally {
        await Promise.all(opened.map((log) => log.close()));
      }
    });
  };
}

export type ContractTester = ReturnType<typeof createContractTester>;
