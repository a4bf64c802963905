/**
 * Returns the mean anomaly at a true anomaly, both in radians, from -π to π: a
 * satellite's way from perigee as a share of its period, and as an angle.
 */
export function meanAnomalyRad(
  trueAnomalyRad: number,
  eccentricity: number,
): number {
  const eccentricRad = Math.atan2(
    Math.sqrt(1 - eccentricity ** 2) * Math.sin(trueAnomalyRad),
    eccentricity + Math.cos(trueAnomalyRad),
  );
  return eccentricRad - eccentricity * Math.sin(eccentricRad);
}
