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

/** The columns of `element_sets` but `ref`, by their names here. */
export const ELEMENT_SET_COLUMNS = {
  epoch_us: "epochUs",
  norad_id: "noradId",
  name: "name",
  international_designator: "internationalDesignator",
  classification: "classification",
  mean_motion: "meanMotion",
  eccentricity: "eccentricity",
  inclination_deg: "inclinationDeg",
  right_ascension_deg: "rightAscensionDeg",
  argument_of_pericenter_deg: "argumentOfPericenterDeg",
  mean_anomaly_deg: "meanAnomalyDeg",
  bstar: "bstar",
  mean_motion_dot: "meanMotionDot",
  mean_motion_ddot: "meanMotionDdot",
  ephemeris_type: "ephemerisType",
  element_set_number: "elementSetNumber",
  revolution_at_epoch: "revolutionAtEpoch",
  source: "source",
  received_ms: "receivedMs",
} as const satisfies Record<string, keyof StoredElementSet>;

const FIELDS = Object.entries(ELEMENT_SET_COLUMNS)
  .map(([column, name]) => `${column} AS ${name}`).join(", ");

/** Begins a query whose rows are stored element sets. */
export const SELECT_ELEMENT_SETS = `
  SELECT ref, id, ${FIELDS}
  FROM element_sets JOIN element_set_refs USING (ref)`;
