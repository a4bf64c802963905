import type { EcefState } from "../ecef_state.ts";
import type { ElementSet } from "../element_set.ts";
import { nodalRatePerDay } from "../nodes/nodal_rate.ts";
import { nodeRateDegPerDay } from "../plane_angle.ts";
import { EARTH_TURNS_PER_DAY, siderealTimeRad } from "../sidereal_time.ts";

const TURN = 2 * Math.PI;
const DAY_MS = 86_400_000;
/** What two rates may leave open; a half is where a count would be wrong. */
const MOST_OPEN_TURNS = 0.25;

/**
 * Returns how often a satellite that turns about as fast as the Earth has gone
 * round it, eastward, as seen from a meridian: 0 for ever of one that is kept at
 * its place. The number changes on the far side of the Earth. Null where it
 * cannot be told with certainty.
 *
 * @param anchor The set from which it is counted.
 * @param set One near the instant.
 */
export function driftTurns(
  { anchor, set }: { readonly anchor: ElementSet; readonly set: ElementSet },
  { timeMs, state }: { readonly timeMs: number; readonly state: EcefState },
  meridianDeg: number,
): number | null {
  const anchorMs = anchor.epochUs / 1000;
  const days = (timeMs - anchorMs) / DAY_MS;
  const rates = [anchor, set].map(driftPerDay) as [number, number];
  if (!(Math.abs(days * (rates[0] - rates[1]) / 2) <= MOST_OPEN_TURNS)) {
    return null;
  }
  const began = meanLongitudeTurns(anchor);
  const near = began - Math.round(began) + days * (rates[0] + rates[1]) / 2;
  const { x, y } = state.positionKm;
  const now = Math.atan2(y, x) / TURN;
  const turns = now + Math.round(near - now);
  return Math.round(turns - meridianDeg / 360) + 0;
}

function meanLongitudeTurns(set: ElementSet): number {
  const { rightAscensionDeg, argumentOfPericenterDeg, meanAnomalyDeg } = set;
  return (rightAscensionDeg + argumentOfPericenterDeg + meanAnomalyDeg) / 360 -
    siderealTimeRad(set.epochUs / 1000) / TURN;
}

function driftPerDay(set: ElementSet): number {
  return nodalRatePerDay(set) + nodeRateDegPerDay(set) / 360 -
    EARTH_TURNS_PER_DAY;
}
