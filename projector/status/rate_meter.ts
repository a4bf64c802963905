import type { Progress } from "../../shared/projection/read_progress.ts";
import type { Rate } from "../../shared/status/projector_status.ts";

/** So long that a commit of 50,000 positions is no peak of its own. */
const OVER_MS = 30_000;

/** Over less than that it would tell of single commits. */
const LEAST_MS = 4_000;

interface Note {
  readonly atMs: number;
  readonly records: number;
  readonly positions: number;
}

/** Measures how fast a projection grows, from what it counts itself. */
export class RateMeter {
  #notes: readonly Note[] = [];

  /** The rate over the last half minute; null where there was too little. */
  measure({ partitions }: Progress, nowMs: number): Rate | null {
    const sumOf = (key: "recordsApplied" | "positionsDecoded") =>
      partitions.reduce((sum, partition) => sum + partition[key], 0);
    const note = {
      atMs: nowMs,
      records: sumOf("recordsApplied"),
      positions: sumOf("positionsDecoded"),
    };
    // Where the clock was set back, those after now are of no use; of those
    // that are too old, the newest is where the last half minute begins.
    const before = this.#notes.filter(({ atMs }) => atMs < nowMs);
    const old = before.filter(({ atMs }) => nowMs - atMs >= OVER_MS);
    this.#notes = [...before.slice(Math.max(0, old.length - 1)), note];
    const first = this.#notes[0]!;
    const overMs = nowMs - first.atMs;
    if (overMs < LEAST_MS) return null;
    const perSecond = (count: number) => count / overMs * 1000;
    return {
      overSeconds: overMs / 1000,
      recordsPerSecond: perSecond(note.records - first.records),
      positionsPerSecond: perSecond(note.positions - first.positions),
    };
  }
}
