/** Half axis of the ellipsoid WGS 84, and the square of its eccentricity. */
export const equatorKm = 6_378.137;
export const eccentricity2 = 0.00669437999014;

const rad = Math.PI / 180;

/** Returns a place in Earth-fixed coordinates, in km. */
export function earthFixedKm(
  { latitudeDeg, longitudeDeg, altitudeKm }: {
    latitudeDeg: number;
    longitudeDeg: number;
    altitudeKm: number;
  },
): [x: number, y: number, z: number] {
  const latitude = latitudeDeg * rad;
  const longitude = longitudeDeg * rad;
  const sin = Math.sin(latitude);
  const normal = equatorKm / Math.sqrt(1 - eccentricity2 * sin * sin);
  const fromAxis = (normal + altitudeKm) * Math.cos(latitude);
  return [
    fromAxis * Math.cos(longitude),
    fromAxis * Math.sin(longitude),
    (normal * (1 - eccentricity2) + altitudeKm) * sin,
  ];
}
