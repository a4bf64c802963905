import type { Orbit } from "../orbit.ts";
import { temeOrNull } from "../teme_or_null.ts";
import { timeToNodes } from "./time_to_nodes.ts";

/**
 * Returns until when the earlier of two element sets tells the crossings and
 * from when the later one does: between the two crossings that are around the
 * middle of their epochs, and midway, so that though the two never tell quite
 * the same time of a crossing, none is told by both and none by neither.
 */
export function turnOfElements(earlier: Orbit, laterEpochUs: number): number {
  const middleMs = (earlier.elementSet.epochUs + laterEpochUs) / 2000;
  const state = temeOrNull(earlier, middleMs);
  if (state === null) return Math.round(middleMs);
  const { ascendingMs, descendingMs, periodMs } = timeToNodes(state);
  const next = Math.min(ascendingMs, descendingMs);
  const last = Math.max(ascendingMs, descendingMs) - periodMs;
  const turnMs = middleMs + (next + last) / 2;
  return Math.round(Number.isFinite(turnMs) ? turnMs : middleMs);
}
