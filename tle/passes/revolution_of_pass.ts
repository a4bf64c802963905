import type { ElementSet } from "../element_set.ts";
import { flatteningShare } from "../flattening.ts";
import { meanAnomalyRad } from "../nodes/mean_anomaly.ts";
import { nodalRatePerDay } from "../nodes/nodal_rate.ts";
import type { Node } from "../nodes/node_crossing.ts";

const TURN = 2 * Math.PI;
const RAD = Math.PI / 180;
const DAY_US = 86_400e6;

/** A crossing of the equator whose revolution is known. */
export interface CountedCrossing {
  readonly timeMs: number;
  readonly node: Node;
  readonly revolution: number;
}

/**
 * Returns the count of revolutions at the epoch of a set, as
 * `countRevolutions()` has it, from a crossing that was counted.
 */
export function countAtEpoch(
  set: ElementSet,
  { timeMs, node, revolution }: CountedCrossing,
): number {
  const argument = node === "ascending" ? 0 : 0.5;
  const atCrossing = revolution + evenTurns(argument, timeMs, set);
  const days = daysFromEpoch(set, timeMs);
  const near = atCrossing - days * nodalRatePerDay(set);
  const even = (set.argumentOfPericenterDeg + set.meanAnomalyDeg) / 360;
  return even + Math.round(near - even) - nodeTurns(set);
}

/**
 * Returns the number of the revolution at an instant, counted from the ascending
 * node: on from a set by its rate, and brought to the whole number that fits the
 * argument of latitude. Null of elements that are no orbit.
 *
 * @param count At the set's epoch, as `countRevolutions()` has it.
 * @param argument Of latitude at the instant, in turns.
 */
export function revolutionOfPass(
  set: ElementSet,
  count: number,
  { timeMs, argument }: { readonly timeMs: number; readonly argument: number },
): number | null {
  const even = count + nodeTurns(set) +
    daysFromEpoch(set, timeMs) * nodalRatePerDay(set);
  const revolution = Math.round(even - evenTurns(argument, timeMs, set)) + 0;
  return Number.isSafeInteger(revolution) ? revolution : null;
}

/**
 * Returns the number of the revolution that passes over an observer are told
 * apart by: that of the ascending node which lies in it. It begins at 270
 * degrees of argument of latitude for observers at the equator or north of it,
 * and at 90 for those south of it, where the satellite is farthest from them.
 *
 * @param revolution From the ascending node.
 * @param argument Of latitude, in turns.
 */
export function observedRevolution(
  revolution: number,
  argument: number,
  latitudeDeg: number,
): number {
  const begins = latitudeDeg < 0 ? 0.25 : 0.75;
  return argument >= begins ? revolution + 1 : revolution;
}

/** The even argument of latitude at the node, which for an ellipse is not 0. */
function nodeTurns(set: ElementSet): number {
  return evenTurns(0, set.epochUs / 1000, set);
}

/**
 * Argument of latitude as it would be if it grew evenly, in turns: perigee, which
 * the Earth's flattening turns, with the mean anomaly in place of the true one.
 */
function evenTurns(
  argument: number,
  timeMs: number,
  set: ElementSet,
): number {
  const cos = Math.cos(set.inclinationDeg * RAD);
  const perigee = set.argumentOfPericenterDeg / 360 +
    daysFromEpoch(set, timeMs) * set.meanMotion *
      flatteningShare(set) / 2 * (5 * cos ** 2 - 1);
  const fromPerigee = argument - perigee;
  const anomaly = fromPerigee - Math.round(fromPerigee);
  return argument - anomaly +
    meanAnomalyRad(anomaly * TURN, set.eccentricity) / TURN;
}

function daysFromEpoch(set: ElementSet, timeMs: number): number {
  return (timeMs * 1000 - set.epochUs) / DAY_US;
}
