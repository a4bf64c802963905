import type { EcefState } from "../ecef_state.ts";
import type { Site } from "../look_angles.ts";

/** Where an observer's horizon is, as a cone around the zenith. */
export interface Horizon {
  readonly site: Site;
  readonly sin: number;
  readonly cos: number;
}

export function createHorizon(site: Site, horizonDeg: number): Horizon {
  const horizonRad = horizonDeg * Math.PI / 180;
  return { site, sin: Math.sin(horizonRad), cos: Math.cos(horizonRad) };
}

/** How a satellite stands to an observer's horizon. */
export interface HorizonSight {
  /**
   * The sine of the elevation less that of the horizon: smooth at the zenith, where
   * the elevation is not. The satellite is up where it is 0 or more.
   */
  readonly above: number;
  /** How `above` changes, a second. */
  readonly ratePerS: number;
  readonly rangeKm: number;
  /** How far the satellite is from the cone of the horizon, on either side. */
  readonly toHorizonKm: number;
}

export function horizonSight(
  { site, sin, cos }: Horizon,
  { positionKm, velocityKmS: v }: EcefState,
): HorizonSight {
  const { positionKm: from, up } = site;
  const x = positionKm.x - from.x;
  const y = positionKm.y - from.y;
  const z = positionKm.z - from.z;
  const rangeKm = Math.sqrt(x * x + y * y + z * z);
  const sinElevation = (x * up.x + y * up.y + z * up.z) / rangeKm;
  const cosElevation = Math.sqrt(Math.max(0, 1 - sinElevation ** 2));
  const risingKmS = v.x * up.x + v.y * up.y + v.z * up.z;
  const rangeRateKmS = (x * v.x + y * v.y + z * v.z) / rangeKm;
  // Of the angle between the satellite and the nearest line of the cone; where
  // that is a right angle or more, the observer is the nearest point of it.
  const cosApart = cos * cosElevation + sin * sinElevation;
  const sinApart = sin * cosElevation - cos * sinElevation;
  return {
    above: sinElevation - sin,
    ratePerS: (risingKmS - sinElevation * rangeRateKmS) / rangeKm,
    rangeKm,
    toHorizonKm: cosApart > 0 ? rangeKm * Math.abs(sinApart) : rangeKm,
  };
}
