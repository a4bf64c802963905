/** How many microseconds the last decimal of an epoch's day stands for. */
export const EPOCH_STEP_US = 864;

/** An epoch as a TLE holds it: whole steps of its last decimal since 1970. */
export function tleEpochSteps(epochUs: number): number {
  return Math.round(epochUs / EPOCH_STEP_US);
}

/**
 * An eccentricity as a TLE holds it, in units of its last decimal: cut off, as
 * TLEs are made; what a double adds to its digits is not.
 */
export function tleEccentricity(eccentricity: number): number {
  return Math.floor(Math.round(eccentricity * 1e10) / 1e3);
}
