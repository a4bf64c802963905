import type { Vector3 } from "./vector3.ts";

/** A place over the WGS84 ellipsoid. */
export interface GeodeticPosition {
  /** Geodetic, -90 to 90. */
  readonly latitudeDeg: number;
  /** East positive, from -180 up to but not including 180. */
  readonly longitudeDeg: number;
  /** Above the ellipsoid. */
  readonly altitudeKm: number;
}

/** WGS84 (NIMA TR8350.2): equatorial radius and flattening. */
const A_KM = 6378.137;
const F = 1 / 298.257223563;
const B_KM = A_KM * (1 - F);
const E2 = F * (2 - F);
const SECOND_E2 = E2 / (1 - E2);
const DEG = 180 / Math.PI;

/**
 * Converts an Earth-fixed position into latitude, longitude and altitude.
 *
 * Bowring's method, two rounds of it: within 10 micrometres from the surface to
 * the distance of the Moon, poles included.
 */
export function geodeticFromEcef(ecefKm: Vector3): GeodeticPosition {
  const { x, y, z } = ecefKm;
  const fromAxisKm = Math.sqrt(x * x + y * y);
  // The parametric latitude as a direction (its cosine and sine times a length),
  // so that no round needs a trigonometric function.
  let cos = B_KM * fromAxisKm;
  let sin = A_KM * z;
  for (let round = 0; round < 2; round++) {
    const length = Math.sqrt(cos * cos + sin * sin);
    cos /= length;
    sin /= length;
    const radial = fromAxisKm - E2 * A_KM * cos * cos * cos;
    const axial = z + SECOND_E2 * B_KM * sin * sin * sin;
    cos = radial;
    sin = (1 - F) * axial;
  }
  // From parametric to geodetic latitude.
  sin /= 1 - F;
  const length = Math.sqrt(cos * cos + sin * sin);
  cos /= length;
  sin /= length;
  const longitudeDeg = Math.atan2(y, x) * DEG;
  return {
    latitudeDeg: Math.atan2(sin, cos) * DEG,
    longitudeDeg: longitudeDeg === 180 ? -180 : longitudeDeg,
    // Good at the poles too, where dividing by a cosine is not.
    altitudeKm: fromAxisKm * cos + z * sin -
      A_KM * Math.sqrt(1 - E2 * sin * sin),
  };
}

/** Converts latitude, longitude and altitude into an Earth-fixed position. */
export function ecefFromGeodetic(position: GeodeticPosition): Vector3 {
  const latitude = position.latitudeDeg / DEG;
  const longitude = position.longitudeDeg / DEG;
  const sin = Math.sin(latitude);
  const primeVerticalKm = A_KM / Math.sqrt(1 - E2 * sin * sin);
  const fromAxisKm = (primeVerticalKm + position.altitudeKm) *
    Math.cos(latitude);
  return {
    x: fromAxisKm * Math.cos(longitude),
    y: fromAxisKm * Math.sin(longitude),
    z: (primeVerticalKm * (1 - E2) + position.altitudeKm) * sin,
  };
}
