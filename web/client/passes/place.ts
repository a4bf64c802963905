import { formatCoordinates } from "../format.ts";

/** Where one looks from. */
export interface Place {
  /** Null where it was given as coordinates. */
  name: string | null;
  /** -90 to 90, to four decimals: eleven metres. */
  latitudeDeg: number;
  /** East positive, -180 to 180, to four decimals. */
  longitudeDeg: number;
  /** Above the ellipsoid, whole. */
  altitudeM: number;
}

/** What the API takes. */
export const altitudesM = { least: -500, most: 9_000 };

/** Returns a place to as many digits as are kept. */
export function roundPlace(place: Place): Place {
  return {
    name: place.name,
    latitudeDeg: round4(place.latitudeDeg),
    longitudeDeg: round4(place.longitudeDeg),
    altitudeM: Math.round(place.altitudeM) + 0,
  };
}

/** Whether it lies on the Earth, and as low and as high as the API takes. */
export function isPlace(place: Place): boolean {
  const { latitudeDeg, longitudeDeg, altitudeM } = place;
  return Math.abs(latitudeDeg) <= 90 && Math.abs(longitudeDeg) <= 180 &&
    altitudeM >= altitudesM.least && altitudeM <= altitudesM.most;
}

/** Whether two places, by whatever names, are one. */
export function isSamePlace(a: Place, b: Place): boolean {
  return a.latitudeDeg === b.latitudeDeg && a.longitudeDeg === b.longitudeDeg &&
    a.altitudeM === b.altitudeM;
}

/** `55.75° N, 37.62° E, 156 m` */
export function formatPlace(place: Place): string {
  const { altitudeM } = place;
  const altitude = altitudeM === 0 ? "" : `, ${altitudeM} m`;
  return formatCoordinates(place, null) + altitude;
}

/** Its name, or its coordinates where it has none. */
export function nameOf(place: Place): string {
  return place.name ?? formatPlace(place);
}

/** Never -0, which an address would not keep. */
function round4(value: number): number {
  return Math.round(value * 1e4) / 1e4 + 0;
}
