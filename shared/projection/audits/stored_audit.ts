/** What was predicted of a satellite, against what a later element set says. */
export interface StoredPrediction {
  /** An earlier element set itself, or positions recorded from it. */
  readonly kind: "set" | "recorded";
  /** Of a set one of AUDIT_AGES_DAYS; of positions whole days of age, from 0. */
  readonly nominalAgeDays: number;
  /** Row of the element set that predicted. */
  readonly predictedByRef: number;
  /** How many recorded positions the figures are means of; 1 for a set. */
  readonly samples: number;
  /** How old the prediction was, in seconds. */
  readonly ageS: number;
  /** Predicted minus true, in the frame of the truth, as in `StateDifference`. */
  readonly radialM: number;
  readonly alongTrackM: number;
  readonly crossTrackM: number;
  /** How much later than predicted it came by; negative: earlier. */
  readonly laterS: number;
  /** Between the two sets, or shortly before the earlier one. */
  readonly isManoeuvreSuspected: boolean;
}

/** What one element set says of what was predicted before. */
export interface StoredAudit {
  /** Of the set that tells the truth. */
  readonly id: string;
  readonly epochUs: number;
  readonly predictions: readonly StoredPrediction[];
}
