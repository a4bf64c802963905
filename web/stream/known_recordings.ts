import { createBreather } from "../../shared/breathe.ts";
import { inParts } from "../../shared/in_parts.ts";
import type { Projection } from "../../shared/projection/projection.ts";
import {
  readNoradIds,
  readPreferences,
  readRecordings,
  type Recording,
} from "../../shared/projection/recordings.ts";

/** A satellite that a commit has written. */
export interface Touched {
  readonly noradId: number;
  readonly recordings: readonly Recording[];
  /** As they were known before; none of one that is new. */
  readonly before: readonly Recording[];
}

/**
 * What is recorded of each satellite, as of the commits that were looked at:
 * of the whole sky it is not read again for each of them.
 */
export class KnownRecordings {
  readonly #bySatellite = new Map<number, readonly Recording[]>();
  #preferences = new Map<number, number>();

  /** All satellites, each with its recordings, preferred topics first. */
  get all(): ReadonlyMap<number, readonly Recording[]> {
    return this.#bySatellite;
  }

  of(noradId: number): readonly Recording[] {
    return this.#bySatellite.get(noradId) ?? [];
  }

  /**
   * Reads what commits after a revision have written; all where topics are
   * preferred in another order now.
   */
  async update(projection: Projection, revision: number): Promise<Touched[]> {
    const touched: Touched[] = [];
    const breathe = createBreather();
    const since = this.#takePreferences(projection) ? -1 : revision;
    for (const noradIds of inParts(readNoradIds(projection, since))) {
      const read = readRecordings(projection, noradIds);
      for (const [noradId, recordings] of read) {
        touched.push({ noradId, recordings, before: this.of(noradId) });
        this.#bySatellite.set(noradId, recordings);
      }
      await breathe();
    }
    return touched;
  }

  /** The newest tick that is recorded; what is ahead of now counts as now. */
  newestMs(nowMs: number): number {
    let newestMs = 0;
    for (const recordings of this.#bySatellite.values()) {
      for (const { lastMs } of recordings) {
        newestMs = Math.max(newestMs, Math.min(lastMs, nowMs));
      }
    }
    return newestMs;
  }

  /** Returns whether any that were known have changed. */
  #takePreferences(projection: Projection): boolean {
    const before = this.#preferences;
    this.#preferences = readPreferences(projection);
    return this.#preferences.entries().some(([topicRef, preference]) =>
      (before.get(topicRef) ?? preference) !== preference
    );
  }
}
