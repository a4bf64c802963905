import type { ElementSet } from "./element_set.ts";
import { semiMajorAxisKm } from "./semi_major_axis.ts";
import { EARTH_RADIUS_KM } from "./wgs72.ts";

/** An orbit in the numbers that catalogues describe it by. */
export interface OrbitalFigures {
  readonly periodMinutes: number;
  readonly semiMajorAxisKm: number;
  /** Above a sphere of the Earth's equatorial radius; below zero at the worst. */
  readonly perigeeAltitudeKm: number;
  readonly apogeeAltitudeKm: number;
  readonly inclinationDeg: number;
}

/**
 * Returns the figures of an orbit as the public catalogues give them: Kepler's
 * third law for the mean motion as it is published (Kozai's), over a sphere.
 *
 * SGP4 itself first turns that mean motion into Brouwer's, with a semi-major
 * axis from 3 km less to 6 km more (today's catalogue); and a satellite is as
 * much as 21 km higher over a pole than over this sphere. So the figures name an
 * orbit and tell it from others; where a satellite is, its positions say.
 */
export function orbitalFigures(set: ElementSet): OrbitalFigures {
  const axisKm = semiMajorAxisKm(set.meanMotion);
  return {
    periodMinutes: 1440 / set.meanMotion,
    semiMajorAxisKm: axisKm,
    perigeeAltitudeKm: axisKm * (1 - set.eccentricity) - EARTH_RADIUS_KM,
    apogeeAltitudeKm: axisKm * (1 + set.eccentricity) - EARTH_RADIUS_KM,
    inclinationDeg: set.inclinationDeg,
  };
}
