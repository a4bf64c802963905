import { meanAnomalyRad } from "./mean_anomaly.ts";
import type { TemeState } from "../orbit.ts";
import { MU_KM3_S2 } from "../wgs72.ts";

const TURN = 2 * Math.PI;

/** When an orbit comes through its nodes, in milliseconds. */
export interface TimeToNodes {
  /** From now, in [0, period). */
  readonly ascendingMs: number;
  /** From now, in [0, period). */
  readonly descendingMs: number;
  readonly periodMs: number;
}

/**
 * Returns when a satellite next comes through its nodes if nothing but a round
 * Earth pulls at it: within some seconds in low orbits, so good as a first guess.
 */
export function timeToNodes(
  { positionKm: r, velocityKmS: v }: TemeState,
): TimeToNodes {
  const distance = Math.hypot(r.x, r.y, r.z);
  const speed2 = v.x ** 2 + v.y ** 2 + v.z ** 2;
  const axisKm = 1 / (2 / distance - speed2 / MU_KM3_S2);
  const periodMs = TURN * Math.sqrt(axisKm ** 3 / MU_KM3_S2) * 1000;

  // The orbit's plane: towards the ascending node, and at right angles to it.
  const hx = r.y * v.z - r.z * v.y;
  const hy = r.z * v.x - r.x * v.z;
  const hz = r.x * v.y - r.y * v.x;
  const h = Math.hypot(hx, hy, hz);
  const toNode = Math.hypot(hx, hy);
  const inPlane = (x: number, y: number, z: number) => ({
    along: (-hy * x + hx * y) / toNode,
    across: (-hz * (hx * x + hy * y) / toNode + toNode * z) / h,
  });
  const place = inPlane(r.x, r.y, r.z);
  const motion = inPlane(v.x, v.y, v.z);
  // The vector towards perigee, as long as the eccentricity.
  const perigeeAlong = motion.across * h / MU_KM3_S2 - place.along / distance;
  const perigeeAcross = -motion.along * h / MU_KM3_S2 -
    place.across / distance;
  const eccentricity = Math.hypot(perigeeAlong, perigeeAcross);
  const perigeeRad = Math.atan2(perigeeAcross, perigeeAlong);

  const meanAt = (fromNodeRad: number) =>
    meanAnomalyRad(fromNodeRad - perigeeRad, eccentricity);
  const now = meanAt(Math.atan2(place.across, place.along));
  const msTo = (fromNodeRad: number) => {
    const turns = (meanAt(fromNodeRad) - now) / TURN;
    return (turns - Math.floor(turns)) * periodMs;
  };
  return { ascendingMs: msTo(0), descendingMs: msTo(Math.PI), periodMs };
}
