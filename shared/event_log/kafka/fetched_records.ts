import type { Buffer } from "node:buffer";
import type { LogRecord } from "../event_log.ts";

/** A message as kafkajs decodes it, as far as it is used here. */
export interface FetchedMessage {
  readonly offset: string;
  readonly timestamp: string;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  /** Of the log's own, such as the end of a transaction. */
  readonly isControlRecord: boolean;
  readonly batchContext: {
    readonly firstOffset: string;
    readonly lastOffsetDelta: number;
    readonly producerId: string;
    readonly inTransaction: boolean;
  };
}

export interface FetchedMessages {
  readonly messages: readonly FetchedMessage[];
  /** Producers of transactions that came to nothing, from which offset on. */
  readonly abortedTransactions: readonly {
    readonly producerId: string;
    readonly firstOffset: string;
  }[];
}

/** Records, and where the reading goes on behind them. */
export interface FetchedRecords {
  readonly records: readonly LogRecord[];
  readonly nextOffset: number;
}

/** Key of the record that ends an aborted transaction: version 0, type 0. */
const ABORT_KEY = "00000000";

/**
 * Picks what a reader is to see from what a broker sent: a batch is sent
 * whole, also where it begins before the offset asked for, with the log's own
 * records, and with those of transactions that came to nothing.
 *
 * @param fromOffset The offset asked for.
 */
export function toRecords(
  { messages, abortedTransactions }: FetchedMessages,
  fromOffset: number,
): FetchedRecords {
  const isAborted = createAbortedFilter(abortedTransactions);
  const records: LogRecord[] = [];
  for (const message of messages) {
    const offset = Number(message.offset);
    if (isAborted(message, offset)) continue;
    if (message.isControlRecord || offset < fromOffset) continue;
    records.push({
      offset,
      key: message.key === null ? null : message.key.toString(),
      value: message.value,
      timestampMs: Number(message.timestamp),
    });
  }
  return { records, nextOffset: Math.max(fromOffset, endOf(messages)) };
}

/** The end of the last batch, whose last records may be compacted away. */
function endOf(messages: readonly FetchedMessage[]): number {
  const last = messages.at(-1);
  if (last === undefined) return 0;
  const { firstOffset, lastOffsetDelta } = last.batchContext;
  return Number(firstOffset) + lastOffsetDelta + 1;
}

/** Messages must be given in order of offset. */
function createAbortedFilter(
  transactions: FetchedMessages["abortedTransactions"],
): (message: FetchedMessage, offset: number) => boolean {
  if (transactions.length === 0) return () => false;
  const toCome = transactions
    .map((t) => ({ ...t, firstOffset: Number(t.firstOffset) }))
    .sort((a, b) => a.firstOffset - b.firstOffset);
  const under = new Set<string>();
  return ({ batchContext, isControlRecord, key }, offset) => {
    while (toCome.length > 0 && toCome[0]!.firstOffset <= offset) {
      under.add(toCome.shift()!.producerId);
    }
    const { producerId, inTransaction } = batchContext;
    if (!isControlRecord) return inTransaction && under.has(producerId);
    if (key?.toString("hex") === ABORT_KEY) under.delete(producerId);
    return false;
  };
}
