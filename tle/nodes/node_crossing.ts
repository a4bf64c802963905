/** Northward through the plane of the equator, or southward. */
export type Node = "ascending" | "descending";

/** A satellite's crossing of the equator. */
export interface NodeCrossing {
  readonly node: Node;
  /** To the nearest millisecond since 1970, UTC. */
  readonly timeMs: number;
  /** East positive, from -180 up to but not including 180. */
  readonly longitudeDeg: number;
  /** Above the WGS84 ellipsoid. */
  readonly altitudeKm: number;
}
