import type { ElementSet } from "../../../tle/element_set.ts";

/** An element set with what is known of it besides its numbers. */
export interface StoredElementSet extends ElementSet {
  /** Its row; another one in another projection. */
  readonly ref: number;
  readonly id: string;
  /** Where its first arrival came from, and when. */
  readonly source: string;
  readonly receivedMs: number;
}

/** The columns of `element_sets` that are an element set, by their names here. */
const ELEMENT_COLUMNS = `
  norad_id AS noradId, name,
  international_designator AS internationalDesignator, classification,
  epoch_us AS epochUs, mean_motion AS meanMotion, eccentricity,
  inclination_deg AS inclinationDeg, right_ascension_deg AS rightAscensionDeg,
  argument_of_pericenter_deg AS argumentOfPericenterDeg,
  mean_anomaly_deg AS meanAnomalyDeg, bstar,
  mean_motion_dot AS meanMotionDot, mean_motion_ddot AS meanMotionDdot,
  ephemeris_type AS ephemerisType, element_set_number AS elementSetNumber,
  revolution_at_epoch AS revolutionAtEpoch`;

/** Begins a query whose rows are stored element sets. */
export const SELECT_ELEMENT_SETS = `
  SELECT ref, id, ${ELEMENT_COLUMNS}, source, received_ms AS receivedMs
  FROM element_sets JOIN element_set_refs USING (ref)`;
