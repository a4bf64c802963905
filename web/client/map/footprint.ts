/** Mean, as a map on a sphere has it. */
const earthRadiusKm = 6_371;

/**
 * Returns how far from the point below a satellite it is above the horizon, as
 * an angle at the Earth's centre.
 */
export function footprintRadiusDeg(altitudeKm: number): number {
  const height = Math.max(0, altitudeKm);
  return Math.acos(earthRadiusKm / (earthRadiusKm + height)) * 180 / Math.PI;
}
