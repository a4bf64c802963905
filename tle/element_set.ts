/**
 * One published set of orbital mean elements (SGP4 theory) of one object, as
 * a TLE or a CCSDS Orbit Mean-Elements Message carries it.
 *
 * Numbers are those that were published, in the units of the format, so that
 * the same set read from either format is the same value.
 */
export interface ElementSet {
  /** NORAD catalogue number, 1 to 999,999,999. */
  readonly noradId: number;
  /** As published, trimmed, without a leading "0 "; null where none came. */
  readonly name: string | null;
  /** International designator in OMM form, such as "1999-068A"; or null. */
  readonly internationalDesignator: string | null;
  readonly classification: "U" | "C" | "S";
  /** Epoch in whole microseconds since 1970, UTC (exact in a double). */
  readonly epochUs: number;
  /** Revolutions a day. */
  readonly meanMotion: number;
  readonly eccentricity: number;
  readonly inclinationDeg: number;
  readonly rightAscensionDeg: number;
  readonly argumentOfPericenterDeg: number;
  readonly meanAnomalyDeg: number;
  /** Drag term, 1 / Earth radii. */
  readonly bstar: number;
  /** Half the first derivative of mean motion as published, rev / day². */
  readonly meanMotionDot: number;
  /** A sixth of the second derivative as published, rev / day³. */
  readonly meanMotionDdot: number;
  readonly ephemerisType: number;
  readonly elementSetNumber: number;
  readonly revolutionAtEpoch: number;
}
