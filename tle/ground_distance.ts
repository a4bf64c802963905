const RAD = Math.PI / 180;
/** Mean radius of the Earth (IUGG). */
const EARTH_KM = 6371.0088;

interface Place {
  readonly latitudeDeg: number;
  readonly longitudeDeg: number;
}

/** Returns how far two places are apart along a sphere: within 0.6 %. */
export function groundDistanceKm(a: Place, b: Place): number {
  const [latA, latB] = [a.latitudeDeg * RAD, b.latitudeDeg * RAD];
  const half = (radians: number) => Math.sin(radians / 2) ** 2;
  const haversine = half(latB - latA) + Math.cos(latA) * Math.cos(latB) *
      half((b.longitudeDeg - a.longitudeDeg) * RAD);
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(haversine)));
}
