import type { Checkpoint, RecordBatch } from "../event_log.ts";
import { hashRecord } from "../hash_record.ts";
import type { FetchedRecords } from "./fetched_records.ts";

/** A batch is cut into pieces of this, so that partitions take turns. */
const PIECE_RECORDS = 2_000;

/** Where the reading of a partition begins and ends. */
export interface Beginning {
  readonly topic: string;
  readonly partition: number;
  /** Node id of the broker that leads it. */
  readonly leader: string;
  readonly nextOffset: number;
  /** The first offset that is not wanted. */
  readonly endOffset: number;
  /** Of the record before `nextOffset`; null where it is not known. */
  readonly lastRecordHash: string | null;
  /** Records before this are not wanted, until the first that is as late. */
  readonly notBeforeMs: number;
}

/** How far the reading of one partition is, and what stands in its way. */
export class PartitionCursor {
  readonly topic: string;
  readonly partition: number;
  readonly endOffset: number;
  leader: string;
  nextOffset: number;

  /**
   * Whether the log may be another one than was read: it is looked at again
   * before more is believed.
   */
  isDoubtful: boolean;
  /** Until when what is fetched is believed without that. */
  trustedUntilMs = 0;
  /** Since when brokers do not know it; null while they do. */
  missingSinceMs: number | null = null;
  /** Since when it cannot be read; null while it can. */
  failingSinceMs: number | null = null;
  /** Until when it is let alone after a failure. */
  restUntilMs = 0;
  /** Rounds in a row that brought nothing, though there is something. */
  stuckRounds = 0;
  /** Since when there is nothing even in answers of its own. */
  emptySinceMs: number | null = null;

  /** The record read last, by which the log is known again. */
  #last: { readonly offset: number; readonly hash: string } | null;
  #notBeforeMs: number;

  constructor(begin: Beginning, { isDoubtful }: { isDoubtful: boolean }) {
    this.topic = begin.topic;
    this.partition = begin.partition;
    this.endOffset = begin.endOffset;
    this.leader = begin.leader;
    this.nextOffset = begin.nextOffset;
    this.isDoubtful = isDoubtful;
    this.#last = begin.lastRecordHash === null
      ? null
      : { offset: begin.nextOffset - 1, hash: begin.lastRecordHash };
    this.#notBeforeMs = begin.notBeforeMs;
  }

  get isDone(): boolean {
    return !this.isDoubtful && this.nextOffset >= this.endOffset;
  }

  get checkpoint(): Checkpoint {
    const { topic, partition, nextOffset } = this;
    const lastRecordHash = this.#last?.hash ?? null;
    return { topic, partition, nextOffset, lastRecordHash };
  }

  get lastOffset(): number | null {
    return this.#last?.offset ?? null;
  }

  /** Whether there is a reason not to ask for it now. */
  isHeldBack(nowMs: number): boolean {
    return nowMs < this.restUntilMs || this.missingSinceMs !== null;
  }

  /** Goes on behind what was fetched; returns it in pieces. */
  advance({ records, nextOffset }: FetchedRecords): RecordBatch[] {
    let wanted = records.filter(({ offset }) => offset < this.endOffset);
    if (this.#notBeforeMs > -Infinity) {
      const from = wanted.findIndex((r) => r.timestampMs >= this.#notBeforeMs);
      wanted = from < 0 ? [] : wanted.slice(from);
      if (from >= 0) this.#notBeforeMs = -Infinity;
    }
    const last = wanted.at(-1);
    if (last !== undefined) {
      this.#last = { offset: last.offset, hash: hashRecord(last) };
    }
    this.nextOffset = nextOffset;
    const { topic, partition } = this;
    const pieces: RecordBatch[] = [];
    for (let at = 0; at < wanted.length; at += PIECE_RECORDS) {
      const piece = wanted.slice(at, at + PIECE_RECORDS);
      pieces.push({ kind: "records", topic, partition, records: piece });
    }
    return pieces;
  }
}
