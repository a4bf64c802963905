import type { TemeState } from "../orbit.ts";
import { EARTH_TURN_RAD_S } from "../sidereal_time.ts";
import { MU_KM3_S2 } from "../wgs72.ts";

/**
 * What the Earth's flattening, air, Sun and Moon add to the square of the
 * speed in half a day, as a part of that at perigee: of a whole catalogue, for
 * a month, no satellite needs more than a twentieth of it.
 */
const MARGIN = 0.01;

/** What an orbit keeps to for some hours. */
export interface OrbitBounds {
  /** From the centre of the Earth. */
  readonly perigeeKm: number;
  /** Its speed over the turning Earth does not exceed it. */
  readonly mostKmS: number;
}

/**
 * Returns the bounds of the orbit that a satellite is on, as its state says.
 *
 * Over the turning Earth the square of the speed at a distance r is no more than
 * 2 mu/r - mu/a - 2 w h cos i + w² r², which is at its most at perigee or at
 * apogee. So a satellite that goes with the Earth has a lower bound than its
 * speed in space and that of the Earth together: a geostationary one next to none.
 */
export function orbitBounds(
  { positionKm: r, velocityKmS: v }: TemeState,
): OrbitBounds {
  const distanceKm = Math.hypot(r.x, r.y, r.z);
  const speed2 = v.x ** 2 + v.y ** 2 + v.z ** 2;
  const axisKm = 1 / (2 / distanceKm - speed2 / MU_KM3_S2);
  const hx = r.y * v.z - r.z * v.y;
  const hy = r.z * v.x - r.x * v.z;
  const hz = r.x * v.y - r.y * v.x;
  const parameterKm = (hx ** 2 + hy ** 2 + hz ** 2) / MU_KM3_S2;
  const eccentricity = Math.sqrt(Math.max(0, 1 - parameterKm / axisKm));
  const inSpace2 = (km: number) => MU_KM3_S2 * (2 / km - 1 / axisKm);
  const overGround2 = (km: number) =>
    inSpace2(km) - 2 * EARTH_TURN_RAD_S * hz + (EARTH_TURN_RAD_S * km) ** 2;
  const perigeeKm = axisKm * (1 - eccentricity);
  const apogeeKm = axisKm * (1 + eccentricity);
  const most2 = Math.max(overGround2(perigeeKm), overGround2(apogeeKm), 0);
  return {
    perigeeKm,
    mostKmS: Math.sqrt(most2 + MARGIN * inSpace2(perigeeKm)),
  };
}
