import type { ElementSetRecorded } from "../../shared/events/element_set_recorded.ts";
import type {
  LogPosition,
  LogRecord,
} from "../../shared/event_log/event_log.ts";
import { hashRecord } from "../../shared/event_log/hash_record.ts";
import type {
  Changes,
  DeadLetter,
  Halt,
  RecoveredLetter,
  SatelliteName,
} from "./changes.ts";
import { PositionCollector } from "./position_collector.ts";

/** A position of an event, in the units in which it is stored. */
export interface AppliedPosition {
  readonly noradId: number;
  readonly name: string;
  readonly timeMs: number;
  readonly latitudeE6: number;
  readonly longitudeE6: number;
  readonly altitudeE4: number;
  readonly origin: number;
  readonly elementSetId: string | null;
}

interface Partition {
  readonly topic: string;
  readonly partition: number;
  readonly firstOffset: number;
  last: LogRecord;
  recordsRead: number;
  recordsApplied: number;
  positionsDecoded: number;
}

/** Collects changes until they are taken to be committed together. */
export class ChangeSet {
  readonly #rows = new PositionCollector();
  #collected = nothing();

  get positions(): number {
    return this.#rows.length;
  }

  get isEmpty(): boolean {
    const { partitions, halted } = this.#collected;
    return partitions.size === 0 && halted.length === 0;
  }

  /** `sample` is the position's index within the event. */
  addPosition(position: AppliedPosition, at: LogPosition, sample: number) {
    const { elementSetId } = position;
    const { topics, elementSetIds } = this.#collected;
    const topic = indexOf(topics, at.topic);
    const elementSet = elementSetId === null
      ? -1
      : indexOf(elementSetIds, elementSetId);
    const { partition, offset } = at;
    this.#rows.push({
      ...position,
      topic,
      elementSet,
      partition,
      offset,
      sample,
    });
    this.#addName(position, topic);
  }

  addElementSet(event: ElementSetRecorded): void {
    this.#collected.elementSets.push(event);
  }

  addDeadLetter(letter: DeadLetter): void {
    this.#collected.deadLetters.push(letter);
  }

  addRecovered(letter: RecoveredLetter): void {
    this.#collected.recovered.push(letter);
  }

  addHalt({ topic, partition, reason }: Halt): void {
    this.#collected.halted.push({ topic, partition, reason });
  }

  /** Notes that a record was read, and how many positions were applied. */
  addProgress(
    at: LogPosition,
    record: LogRecord,
    applied: { readonly positions: number } | null,
  ): void {
    const { partitions } = this.#collected;
    const key = `${at.partition} ${at.topic}`;
    let partition = partitions.get(key);
    if (partition === undefined) {
      partition = {
        topic: at.topic,
        partition: at.partition,
        firstOffset: at.offset,
        last: record,
        recordsRead: 0,
        recordsApplied: 0,
        positionsDecoded: 0,
      };
      partitions.set(key, partition);
    }
    partition.last = record;
    partition.recordsRead += 1;
    partition.recordsApplied += applied === null ? 0 : 1;
    partition.positionsDecoded += applied?.positions ?? 0;
  }

  /** The changes collected so far; the set is empty after it. */
  take(): Changes {
    const collected = this.#collected;
    this.#collected = nothing();
    const { elementSets, deadLetters, recovered, halted } = collected;
    return {
      topics: [...collected.topics.keys()],
      elementSetIds: [...collected.elementSetIds.keys()],
      rows: this.#rows.take(),
      names: [...collected.names.values(), ...collected.tiedNames],
      elementSets,
      progress: [...collected.partitions.values()].map(({ last, ...rest }) => ({
        ...rest,
        nextOffset: last.offset + 1,
        lastRecordHash: hashRecord(last),
      })),
      deadLetters,
      recovered,
      halted,
    };
  }

  // The name of the latest sample counts. Which one of several at one time is
  // for the database to say, as it compares with those that it has already.
  #addName({ noradId, name, timeMs }: AppliedPosition, topic: number): void {
    const { names, tiedNames } = this.#collected;
    const key = topic * 2 ** 30 + noradId;
    const known = names.get(key);
    if (known === undefined || timeMs > known.timeMs) {
      names.set(key, { noradId, topic, name, timeMs });
    } else if (timeMs === known.timeMs && name !== known.name) {
      tiedNames.push({ noradId, topic, name, timeMs });
    }
  }
}

function nothing() {
  return {
    topics: new Map<string, number>(),
    elementSetIds: new Map<string, number>(),
    names: new Map<number, SatelliteName>(),
    tiedNames: [] as SatelliteName[],
    partitions: new Map<string, Partition>(),
    elementSets: [] as ElementSetRecorded[],
    deadLetters: [] as DeadLetter[],
    recovered: [] as RecoveredLetter[],
    halted: [] as Halt[],
  };
}

function indexOf(indices: Map<string, number>, text: string): number {
  let index = indices.get(text);
  if (index === undefined) {
    index = indices.size;
    indices.set(text, index);
  }
  return index;
}
