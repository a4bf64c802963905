import type { EcefState } from "../ecef_state.ts";
import type { ElementSet } from "../element_set.ts";
import { inertialVelocity } from "../inertial_velocity.ts";
import { nodeRateDegPerDay } from "../plane_angle.ts";
import { siderealTimeRad } from "../sidereal_time.ts";

const TURN = 2 * Math.PI;
const RAD = Math.PI / 180;
const DAY_US = 86_400e6;

/**
 * Nearer to the equator's plane than this, in degrees, an orbit has no node:
 * Sun and Moon move it about by as much.
 */
const LEAST_INCLINATION_DEG = 0.1;

/**
 * Returns how far a satellite is on its way round from its ascending node, as a
 * part of a turn in [0, 1): in the plane of its motion at that instant, as seen
 * from the stars.
 *
 * Of an orbit in the plane of the equator it is measured from the mean node of
 * an element set, as that set's own argument of latitude is: the only node by
 * which revolutions can be counted.
 *
 * @param set One of the satellite's, of a time near by.
 */
export function argumentOfLatitude(
  state: EcefState,
  timeMs: number,
  set: ElementSet,
): number {
  const isEquatorial = Math.abs(Math.sin(set.inclinationDeg * RAD)) <
    Math.sin(LEAST_INCLINATION_DEG * RAD);
  const rad = isEquatorial ? fromMeanNode(state, timeMs, set) : fromNode(state);
  const turns = rad / TURN;
  // A hair below nothing would be rounded up to a whole turn.
  return (turns - Math.floor(turns)) % 1;
}

function fromNode(state: EcefState): number {
  const { x, y, z } = state.positionKm;
  const v = inertialVelocity(state);
  const hx = y * v.z - z * v.y;
  const hy = z * v.x - x * v.z;
  const hz = x * v.y - y * v.x;
  const toNode2 = hx * hx + hy * hy;
  const h = Math.sqrt(toNode2 + hz * hz);
  // Towards the node, and at right angles to it; both times the same length.
  const along = (hx * y - hy * x) * h;
  const across = toNode2 * z - hz * (hx * x + hy * y);
  return Math.atan2(across, along);
}

function fromMeanNode(
  { positionKm: { x, y } }: EcefState,
  timeMs: number,
  set: ElementSet,
): number {
  const days = (timeMs * 1000 - set.epochUs) / DAY_US;
  const nodeRad = (set.rightAscensionDeg + nodeRateDegPerDay(set) * days) * RAD;
  const eastRad = Math.atan2(y, x) + siderealTimeRad(timeMs) - nodeRad;
  return set.inclinationDeg < 90 ? eastRad : -eastRad;
}
