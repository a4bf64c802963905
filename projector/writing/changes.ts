import type { ElementSetRecorded } from "../../shared/events/element_set_recorded.ts";
import type { LogPosition } from "../../shared/event_log/event_log.ts";

/** What some records of the log change in the projection. */
export interface Changes {
  /** Names that the rows speak of by index. */
  readonly topics: readonly string[];
  readonly elementSetIds: readonly string[];
  readonly rows: PositionRows;
  readonly names: readonly SatelliteName[];
  readonly elementSets: readonly ElementSetRecorded[];
  readonly progress: readonly PartitionProgress[];
  readonly deadLetters: readonly DeadLetter[];
  readonly recovered: readonly RecoveredLetter[];
  readonly halted: readonly Halt[];
}

/** Positions to be stored, as columns. */
export interface PositionRows {
  readonly noradId: Int32Array;
  /** Index into `topics`. */
  readonly topic: Int32Array;
  readonly timeMs: Float64Array;
  readonly latitudeE6: Int32Array;
  readonly longitudeE6: Int32Array;
  readonly altitudeE4: Float64Array;
  /** Index into `ORIGINS`. */
  readonly origin: Uint8Array;
  /** Index into `elementSetIds`; -1 for none. */
  readonly elementSet: Int32Array;
  readonly partition: Int32Array;
  readonly offset: Float64Array;
  /** Index within the event. */
  readonly sample: Int32Array;
}

/** What a topic called a satellite at a time. */
export interface SatelliteName {
  readonly noradId: number;
  /** Index into `topics`. */
  readonly topic: number;
  readonly name: string;
  readonly timeMs: number;
}

/** How far a partition was read, and what came of it. */
export interface PartitionProgress {
  readonly topic: string;
  readonly partition: number;
  /** Offset of the first of these records. */
  readonly firstOffset: number;
  readonly nextOffset: number;
  readonly lastRecordHash: string;
  readonly recordsRead: number;
  readonly recordsApplied: number;
  readonly positionsDecoded: number;
}

/** A record that could not be applied, and why. */
export interface DeadLetter {
  readonly at: LogPosition;
  readonly key: string | null;
  readonly value: Uint8Array | null;
  readonly timestampMs: number;
  readonly reason: string;
}

/** A dead letter that was applied after all. */
export interface RecoveredLetter {
  readonly at: LogPosition;
  /** How many positions it holds. */
  readonly positions: number;
}

/** A partition that cannot be read on, and why. */
export interface Halt {
  readonly topic: string;
  readonly partition: number;
  readonly reason: string;
}

/** The buffers of changes, which another thread may take over. */
export function transferables(changes: Changes): ArrayBuffer[] {
  return Object.values(changes.rows).map((column) => column.buffer);
}
