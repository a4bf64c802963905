import { DEGREES, KILOMETRES } from "../../../shared/events/resolution.ts";
import {
  type Projection,
  projectionOf,
} from "../../../shared/projection/projection.ts";
import {
  DAY_MS,
  MINUTE_MS,
  type TimeRangeMs,
} from "../../../shared/projection/time_range.ts";
import type { Sqlite } from "../../../shared/sqlite.ts";
import {
  findElementNodes,
  SETS_BEYOND,
} from "../../../tle/nodes/find_element_nodes.ts";
import type { NodeCrossing } from "../../../tle/nodes/node_crossing.ts";
import { revolutionAt } from "../../../tle/nodes/revolution_at.ts";
import { ChangedByElements } from "./changed_by_elements.ts";
import type { Derivation } from "../derivation.ts";
import { ElementHistories } from "./element_histories.ts";
import { recordedNodes, SAMPLES_AROUND_MS } from "./recorded_nodes.ts";

/**
 * A crossing that elements tell is the one that was recorded if it is no farther
 * from it: less than half the time to the next one of its kind in any orbit, and
 * more than elements are ever off within 30 days.
 */
const SAME_CROSSING_MS = 10 * MINUTE_MS;

/**
 * Keeps the crossings of the equator: those that were recorded, and where none
 * was, those that the nearest element sets tell.
 */
export class NodeCrossings implements Derivation {
  readonly kind = "nodes";
  readonly #projection: Projection;
  readonly #histories: ElementHistories;
  readonly #changed: ChangedByElements;
  readonly #delete;
  readonly #insert;

  constructor(db: Sqlite) {
    this.#projection = projectionOf(db);
    this.#histories = new ElementHistories(db);
    this.#changed = new ChangedByElements(db);
    this.#delete = db.prepare<number[]>(`
      DELETE FROM node_crossings
      WHERE norad_id = +? AND time_ms >= +? AND time_ms < +?`);
    // Two in one millisecond are of no satellite, but must not stop the others.
    this.#insert = db.prepare(`
      INSERT OR IGNORE INTO node_crossings VALUES (@noradId, @timeMs, @isAscending,
        @longitudeE6, @altitudeE4, @revolution, @topicRef, @elementSetRef)`);
  }

  afterPositions({ fromMs, toMs }: TimeRangeMs): TimeRangeMs {
    const aroundMs = SAMPLES_AROUND_MS + SAME_CROSSING_MS;
    return { fromMs: fromMs - aroundMs, toMs: toMs + aroundMs };
  }

  afterElementSet(noradId: number, epochMs: number): TimeRangeMs {
    this.#histories.forget(noradId);
    return this.#changed.range(noradId, epochMs);
  }

  /** A day at a time at most: with samples a second apart some milliseconds. */
  derive(noradId: number, { fromMs, toMs }: TimeRangeMs): number {
    const dayEndMs = (Math.floor(fromMs / DAY_MS) + 1) * DAY_MS;
    const range = { fromMs, toMs: Math.min(toMs, dayEndMs) };
    const { sets, counts } = this.#histories.of(noradId);
    this.#delete.run(noradId, range.fromMs, range.toMs);

    const recorded = recordedNodes(this.#projection, noradId, {
      fromMs: range.fromMs - SAME_CROSSING_MS,
      toMs: range.toMs + SAME_CROSSING_MS,
    });
    const told = findElementNodes(setsAround(sets, range), range);
    const write = (
      node: NodeCrossing,
      source: { readonly topicRef?: number; readonly elementSetRef?: number },
    ) =>
      this.#insert.run({
        topicRef: null,
        elementSetRef: null,
        ...source,
        ...toRow(node),
        noradId,
        revolution: revolutionAt(node, sets, counts),
      });
    for (const node of recorded) {
      if (node.timeMs < range.fromMs || node.timeMs >= range.toMs) continue;
      write(node, { topicRef: node.topicRef });
    }
    for (const node of told) {
      if (recorded.some((other) => isSame(node, other))) continue;
      write(node, { elementSetRef: node.elementSet.ref });
    }
    return range.toMs;
  }
}

function isSame(a: NodeCrossing, b: NodeCrossing): boolean {
  return a.node === b.node && Math.abs(a.timeMs - b.timeMs) <= SAME_CROSSING_MS;
}

function toRow({ timeMs, node, longitudeDeg, altitudeKm }: NodeCrossing) {
  const longitudeE6 = Math.round(longitudeDeg * DEGREES);
  return {
    timeMs,
    isAscending: node === "ascending" ? 1 : 0,
    longitudeE6: longitudeE6 === 180 * DEGREES ? -longitudeE6 : longitudeE6,
    altitudeE4: Math.round(altitudeKm * KILOMETRES),
  };
}

/** The part of a history that tells the crossings of a range. */
function setsAround<T extends { readonly epochUs: number }>(
  sets: readonly T[],
  { fromMs, toMs }: TimeRangeMs,
): readonly T[] {
  const first = indexFrom(sets, fromMs * 1000);
  const end = indexFrom(sets, toMs * 1000);
  return sets.slice(Math.max(0, first - SETS_BEYOND), end + SETS_BEYOND);
}

function indexFrom(
  sets: readonly { readonly epochUs: number }[],
  timeUs: number,
): number {
  let low = 0;
  let high = sets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sets[middle]!.epochUs < timeUs) low = middle + 1;
    else high = middle;
  }
  return low;
}
