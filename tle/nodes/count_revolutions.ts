import type { ElementSet } from "../element_set.ts";
import { meanAnomalyRad } from "./mean_anomaly.ts";
import { nodalRatePerDay } from "./nodal_rate.ts";

const TURN = 2 * Math.PI;
const RAD = Math.PI / 180;
const DAY_US = 86_400e6;

/**
 * What the rates of two sets may leave open of the turns between them. A half is
 * where a count would be wrong; of 1.26 million pairs of TERRA's, AQUA's and
 * AURA's sets below this, up to ten years apart, none was.
 */
const MOST_OPEN_TURNS = 0.25;

/**
 * Counts a satellite's revolutions: how many, with a fraction, have gone since
 * revolution 0 began, at the epoch of each of its element sets.
 *
 * A revolution begins at the ascending node. Revolution 0 is the one that the
 * anchor's epoch lies in, and those before it are negative. From set to set the
 * count goes on by time times mean rate, brought to the whole number that fits
 * the two arguments of latitude. The published revolution numbers are not used:
 * several countings of them run side by side in one history.
 *
 * A set beyond a gap that cannot be bridged with certainty has NaN. So sets that
 * come later, whatever they are, may give a number where there was none, and
 * leave the others as they are.
 *
 * @param sets Of one satellite, by epoch.
 */
export function countRevolutions(
  sets: readonly ElementSet[],
  anchorIndex: number,
): Float64Array {
  const counts = new Float64Array(sets.length).fill(NaN);
  const anchor = sets[anchorIndex]!;
  const turns = evenTurns(anchor) + nodeOffsetTurns(anchor);
  counts[anchorIndex] = turns - Math.floor(turns);
  for (let index = anchorIndex + 1; index < sets.length; index++) {
    const before = index - 1;
    const between = revolutionsBetween(sets[before]!, sets[index]!);
    if (between === null) break;
    counts[index] = counts[before]! + between;
  }
  for (let index = anchorIndex - 1; index >= 0; index--) {
    const between = revolutionsBetween(sets[index]!, sets[index + 1]!);
    if (between === null) break;
    counts[index] = counts[index + 1]! - between;
  }
  return counts;
}

/**
 * Returns the revolutions from one set's epoch to that of a later one, with a
 * fraction; null where it could as well be one more or less.
 */
export function revolutionsBetween(
  earlier: ElementSet,
  later: ElementSet,
): number | null {
  const days = (later.epochUs - earlier.epochUs) / DAY_US;
  if (openTurns(earlier, later, days / 2) > MOST_OPEN_TURNS) return null;
  const rate = (nodalRatePerDay(earlier) + nodalRatePerDay(later)) / 2;
  const even = evenTurns(later) - evenTurns(earlier);
  return even + Math.round(days * rate - even) +
    nodeOffsetTurns(later) - nodeOffsetTurns(earlier);
}

/**
 * Whether one set's count still tells turns apart some days from its epoch, if
 * the next set on that side is another.
 */
export function countsReliably(
  set: ElementSet,
  neighbour: ElementSet,
  days: number,
): boolean {
  return openTurns(set, neighbour, days) <= MOST_OPEN_TURNS;
}

/**
 * How far a count may be off so many days from a set: by the rate having become
 * that of the neighbour on the first day, and by as much change of drag as there
 * is drag.
 */
function openTurns(
  set: ElementSet,
  neighbour: ElementSet,
  days: number,
): number {
  const drag = Math.abs(set.meanMotionDot) + Math.abs(neighbour.meanMotionDot);
  const change = nodalRatePerDay(set) - nodalRatePerDay(neighbour);
  return Math.abs(change * days) + drag / 2 * days ** 2;
}

/** Mean argument of latitude at the epoch, which grows evenly, in turns. */
function evenTurns(set: ElementSet): number {
  return (set.argumentOfPericenterDeg + set.meanAnomalyDeg) / 360;
}

/**
 * What makes the even argument of latitude a whole number at the ascending node,
 * in turns: of an eccentric orbit it is not.
 */
function nodeOffsetTurns(set: ElementSet): number {
  const perigeeRad = set.argumentOfPericenterDeg * RAD;
  const atNode = (meanAnomalyRad(-perigeeRad, set.eccentricity) + perigeeRad) /
    TURN;
  return Math.round(atNode) - atNode;
}
