import { KILOMETRES } from "../../shared/events/resolution.ts";
import { latestElementSet } from "../../shared/projection/element_sets/read_element_sets.ts";
import {
  lastNodePlace,
  type NodePlace,
  type NodeSearch,
  readNodePlaces,
} from "../../shared/projection/nodes/read_nodes.ts";
import type { Projection } from "../../shared/projection/projection.ts";
import {
  DAY_MS,
  type TimeRangeMs,
} from "../../shared/projection/time_range.ts";
import { EARTH_RADIUS_KM, MU_KM3_S2 } from "../../tle/wgs72.ts";

/** Two crossings this many periods apart have one between them. */
const GAP_PERIODS = 1.5;

/**
 * Finds where crossings are not known within a range: between two that do not
 * follow on each other. A gap that reaches over an end of the range is cut there;
 * before the first crossing of all, and after the last, there is none.
 */
export class NodeGaps {
  readonly gaps: TimeRangeMs[] = [];
  readonly #projection: Projection;
  readonly #noradId: number;
  readonly #search: NodeSearch;
  readonly #periodMs: number | null;
  #last: NodePlace | null;

  constructor(projection: Projection, noradId: number, search: NodeSearch) {
    this.#projection = projection;
    this.#noradId = noradId;
    this.#search = search;
    const set = latestElementSet(projection, noradId);
    this.#periodMs = set === null ? null : DAY_MS / set.meanMotion;
    this.#last = lastNodePlace(projection, noradId, {
      ...search,
      fromMs: -Infinity,
      toMs: search.fromMs,
    });
  }

  /** Takes the next crossing of the range. */
  add(next: NodePlace): void {
    const last = this.#last;
    this.#last = next;
    if (last === null || !this.#isGap(last, next)) return;
    const fromMs = Math.max(last.timeMs, this.#search.fromMs);
    const toMs = Math.min(next.timeMs, this.#search.toMs);
    if (fromMs < toMs) this.gaps.push({ fromMs, toMs });
  }

  /** Closes the range, when all of its crossings have been taken. */
  end(): void {
    const [next] = readNodePlaces(this.#projection, this.#noradId, {
      ...this.#search,
      fromMs: this.#search.toMs,
      toMs: Infinity,
      limit: 1,
    });
    if (next !== undefined) this.add(next);
  }

  #isGap(last: NodePlace, next: NodePlace): boolean {
    const { node } = this.#search;
    // Ascending and descending ones take turns.
    if (node === undefined && last.isAscending === next.isAscending) {
      return true;
    }
    const periodMs = this.#periodMs ??
      circularPeriodMs(last.altitudeE4 / KILOMETRES);
    return next.timeMs - last.timeMs > GAP_PERIODS * periodMs;
  }
}

/** That of an orbit of one height, where no elements tell better. */
function circularPeriodMs(altitudeKm: number): number {
  const axisKm = EARTH_RADIUS_KM + altitudeKm;
  return 2000 * Math.PI * Math.sqrt(axisKm ** 3 / MU_KM3_S2);
}
