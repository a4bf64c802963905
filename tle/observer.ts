/** Somebody who looks at the sky from a place on the Earth. */
export interface Observer {
  /** Geodetic on WGS84, -90 to 90. */
  readonly latitudeDeg: number;
  /** East positive, -180 to 180. */
  readonly longitudeDeg: number;
  /** Above the ellipsoid. */
  readonly altitudeM: number;
}
