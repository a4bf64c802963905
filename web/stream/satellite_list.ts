import { createBreather } from "../../shared/breathe.ts";
import { inParts } from "../../shared/in_parts.ts";
import type { Projection } from "../../shared/projection/projection.ts";
import {
  readSatellites,
  type Satellite,
} from "../../shared/projection/read_satellites.ts";

const READ_EVERY_MS = 1_000;

/**
 * Looked at again at a time, of those that are known: that takes some 20 ms, and
 * of the whole sky it would be a third of a second, whenever it has a tick.
 */
const MOST_KNOWN = 1_000;

/** Looked at again at a time, of those whose element set is awaited. */
const MOST_AWAITED = 250;

/** What is told of the satellites, but for where they are. */
export class SatelliteList {
  readonly #known = new Map<number, string>();
  readonly #touched = new Set<number>();
  /** Their element set may come, and no position with it. */
  readonly #awaited = new Set<number>();
  #readMs = -Infinity;

  /** Notes satellites of which something may have changed. */
  touch(noradIds: Iterable<number>): void {
    for (const noradId of noradIds) this.#touched.add(noradId);
  }

  /** Notes that anything else may have changed. */
  touchAwaited(): void {
    this.touch(this.#awaited.values().take(MOST_AWAITED));
  }

  /**
   * Those of which something has changed, once a second at most. Where very many
   * may have, those that are new go first, and the others in turn.
   */
  async readChanged(
    projection: Projection,
    nowMs: number,
  ): Promise<Satellite[]> {
    const changed: Satellite[] = [];
    if (nowMs - this.#readMs < READ_EVERY_MS) return changed;
    if (this.#touched.size === 0) return changed;
    this.#readMs = nowMs;
    const touched = this.#takeTouched();
    const breathe = createBreather();
    for (const noradIds of inParts(touched)) {
      for (const satellite of readSatellites(projection, noradIds)) {
        if (this.#take(satellite)) changed.push(satellite);
      }
      await breathe();
    }
    return changed;
  }

  #takeTouched(): number[] {
    const touched = [...this.#touched];
    const isKnown = (noradId: number) => this.#known.has(noradId);
    const taken = [
      ...touched.filter((noradId) => !isKnown(noradId)),
      ...touched.filter(isKnown).slice(0, MOST_KNOWN),
    ];
    for (const noradId of taken) this.#touched.delete(noradId);
    return taken;
  }

  /** Returns whether it differs from what was known. */
  #take({ noradId, name, topics, elementSet }: Satellite): boolean {
    // At the end of those awaited, so that each has its turn.
    this.#awaited.delete(noradId);
    if (elementSet?.epochUs === null) this.#awaited.add(noradId);
    const known = JSON.stringify([name, topics, elementSet]);
    if (known === this.#known.get(noradId)) return false;
    this.#known.set(noradId, known);
    return true;
  }
}
