import { countsReliably } from "./count_revolutions.ts";
import type { ElementSet } from "../element_set.ts";
import { firstIndex } from "../first_index.ts";
import { meanAnomalyRad } from "./mean_anomaly.ts";
import { nodalRatePerDay } from "./nodal_rate.ts";
import type { NodeCrossing } from "./node_crossing.ts";

const TURN = 2 * Math.PI;
const RAD = Math.PI / 180;
const DAY_US = 86_400e6;

/**
 * Returns the number of the revolution that begins with an ascending node, or
 * that a descending one lies in; null where it cannot be told with certainty.
 * It is counted on from the nearest set, and brought to the node, so that it
 * matters neither how exact the time is nor which set is the nearest.
 *
 * @param sets Of one satellite, by epoch.
 * @param counts From `countRevolutions()`, one for each set.
 */
export function revolutionAt(
  { timeMs, node }: Pick<NodeCrossing, "timeMs" | "node">,
  sets: readonly ElementSet[],
  counts: ArrayLike<number>,
): number | null {
  const timeUs = timeMs * 1000;
  const after = firstIndex(sets.length, (i) => sets[i]!.epochUs > timeUs);
  const isBeforeNearer = after === sets.length ||
    timeUs - (sets[after - 1]?.epochUs ?? -Infinity) <=
      sets[after]!.epochUs - timeUs;
  const index = isBeforeNearer ? after - 1 : after;
  const set = sets[index];
  if (set === undefined) return null;
  const neighbour = sets[isBeforeNearer ? after : after - 1] ?? set;
  const days = (timeUs - set.epochUs) / DAY_US;
  if (!countsReliably(set, neighbour, Math.abs(days))) return null;
  const count = counts[index]! + days * nodalRatePerDay(set) -
    (node === "ascending" ? 0 : descendingPart(set));
  const revolution = Math.round(count) + 0;
  // Of elements that are no orbit it may be any number, or none.
  return Number.isSafeInteger(revolution) ? revolution : null;
}

/** How much of a revolution is over at its descending node, by time. */
function descendingPart(set: ElementSet): number {
  const perigeeRad = set.argumentOfPericenterDeg * RAD;
  const turns = (meanAnomalyRad(Math.PI - perigeeRad, set.eccentricity) -
    meanAnomalyRad(-perigeeRad, set.eccentricity)) / TURN;
  return turns - Math.floor(turns);
}
