import { Buffer } from "node:buffer";
import { partitionKey } from "../partition_key.ts";
import { decodeAppend, encodeAppend } from "./append_codec.ts";
import { packFrame, unpackFrame } from "./packed_frame.ts";
import { explainFailure } from "./sqlite_log_errors.ts";
import type { SqliteLogFile } from "./sqlite_log_file.ts";
import type { PackedRow, Run } from "./sqlite_packing.ts";
import type { TopicRow } from "./sqlite_partitions.ts";

/** Rows stay as they were appended for so long. */
const PACK_AFTER_MS = 86_400_000;

/** More than packing a row can free, so that the file keeps up. */
const MAX_FREED_PAGES = 512;

/**
 * Makes what tidies a log file up, a step at a time: old rows of a partition
 * are packed into one, run after run in order of offset, and the pages that
 * this frees are given back. Several processes may do so at once.
 *
 * Compressing is done outside of any transaction, and the one that replaces
 * a run looks first whether its rows are still there.
 */
export function createTidying(file: SqliteLogFile): () => Promise<boolean> {
  /** By partition: what comes before is packed, or gets no smaller. */
  let nextOffsets = new Map<string, number>();
  let generation = file.generation;
  let turn = 0;

  /** @returns Whether there may be more to do now. */
  async function takeStep(): Promise<boolean> {
    await file.ensureCurrent({ mustExist: true });
    const found = await whileOpen(findLoose);
    if (typeof found === "boolean") return found;
    const packed = packRun(found.frames, found.run);
    if (packed === null) {
      nextOffsets.set(partitionKey(found), found.run.endOffset);
      return true;
    }
    await whileOpen(() => {
      // Where another was first, the next step looks at what it has left.
      if (!file.connection.packing.replaceRun(found.run, packed)) return;
      nextOffsets.set(partitionKey(found), found.run.endOffset);
    });
    await whileOpen(() => file.connection.packing.shrink(MAX_FREED_PAGES));
    return true;
  }

  /** The next rows to be packed; or whether to go on looking. */
  function findLoose() {
    const { partitions: queries, packing } = file.connection;
    const partitions = queries.listTopics({ afterId: 0 }).flatMap(listKeys);
    const key = partitions[turn];
    if (key === undefined) {
      turn = 0;
      return false;
    }
    const from = nextOffsets.get(partitionKey(key)) ??
      packing.findFirstLoose(key, queries.findRange(key));
    const run = packing.findRun(key, from);
    const isPacked = run !== null && isPackedRow(run);
    nextOffsets.set(partitionKey(key), isPacked ? run.endOffset : from);
    if (isPacked) return true;
    if (run === null || isYoung(run)) {
      turn++;
      return true;
    }
    return { ...key, run, frames: packing.readFrames(run) };
  }

  /** Does something with the file that this step began with, if it still is. */
  function whileOpen<T>(action: () => T): Promise<T | boolean> {
    return file.retryWhileBusy(() => {
      if (file.isClosed) return false;
      if (file.generation === generation) return action();
      generation = file.generation;
      nextOffsets = new Map();
      turn = 0;
      return true;
    });
  }

  /** A clock that was wrong by years is no reason to wait for years. */
  function isYoung({ rows }: Run): boolean {
    return Math.abs(file.nowMs() - rows.appendedMs) < PACK_AFTER_MS;
  }

  return async () => {
    try {
      return await takeStep();
    } catch (error) {
      const action = "tidy up the event log";
      throw explainFailure(error, { action, path: file.path, isWrite: true });
    }
  };
}

/** A row is packed where it is smaller than what it holds. */
function isPackedRow({ rows }: Run): boolean {
  return rows.count === 1 && rows.storedBytes < rows.byteCount;
}

/** What takes a run's place; null where it must stay as it is. */
function packRun(frames: readonly Uint8Array[], run: Run): PackedRow | null {
  const whole = joinFrames(frames, run);
  if (whole === null) return null;
  const packed = packFrame(whole);
  // These are the only records there are: not a byte of them may change.
  const isSmaller = packed.length < whole.length &&
    Buffer.compare(unpackFrame(packed), whole) === 0;
  // Many rows in one are smaller in any case.
  if (!isSmaller && frames.length === 1) return null;
  return { frame: isSmaller ? packed : whole, byteCount: whole.length };
}

function joinFrames(
  frames: readonly Uint8Array[],
  { rows }: Run,
): Uint8Array | null {
  try {
    const records = frames.flatMap((frame) => decodeAppend(frame, 0));
    return records.length === rows.recordCount ? encodeAppend(records) : null;
  } catch (error) {
    // Readers tell of a damaged row; those around it can still be read.
    if (!(error instanceof RangeError)) throw error;
    return null;
  }
}

function listKeys({ id: topicId, name: topic, partitions }: TopicRow) {
  return Array.from(
    { length: partitions },
    (_, partition) => ({ topicId, topic, partition }),
  );
}
