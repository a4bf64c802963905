import type { EcefState } from "../ecef_state.ts";
import { geodeticFromEcef } from "../geodetic.ts";
import { inertialVelocity } from "../inertial_velocity.ts";
import { createSite, type Site } from "../look_angles.ts";
import { cross, dot } from "../vector3.ts";

const DEG = 180 / Math.PI;

/** Where a site lies for a scanner that looks down from a satellite. */
export interface ScanGeometry {
  /** How far it lies ahead, across the plane in which is scanned. */
  readonly aheadKm: number;
  /** From the nadir, to the right of the flight; negative to the left. */
  readonly rightDeg: number;
  /** How fast the satellite goes round the Earth. */
  readonly turnRadS: number;
}

/**
 * Returns where a site lies for a scanner across the track. Its plane holds the
 * geodetic nadir (at right angles to the ellipsoid, as TERRA and AQUA are kept;
 * the direction of the Earth's centre is up to 0.19 degrees from it) and is at
 * right angles to what is horizontal of the satellite's velocity as seen from
 * the stars: it does not follow the Earth's turning.
 */
export function scanGeometry(site: Site, state: EcefState): ScanGeometry {
  const { positionKm } = state;
  const { latitudeDeg, longitudeDeg } = geodeticFromEcef(positionKm);
  const { up } = createSite({ latitudeDeg, longitudeDeg, altitudeM: 0 });
  const velocity = inertialVelocity(state);
  const rising = dot(velocity, up);
  const along = {
    x: velocity.x - rising * up.x,
    y: velocity.y - rising * up.y,
    z: velocity.z - rising * up.z,
  };
  const speed = Math.sqrt(dot(along, along));
  const right = cross(along, up);
  const line = {
    x: site.positionKm.x - positionKm.x,
    y: site.positionKm.y - positionKm.y,
    z: site.positionKm.z - positionKm.z,
  };
  const sideKm = dot(line, right) / speed;
  return {
    aheadKm: dot(line, along) / speed,
    rightDeg: Math.atan2(sideKm, -dot(line, up)) * DEG,
    turnRadS: speed / Math.sqrt(dot(positionKm, positionKm)),
  };
}
