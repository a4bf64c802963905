import type { StoredPrediction } from "../../../shared/projection/audits/stored_audit.ts";
import type { StoredElementSet } from "../../../shared/projection/element_sets/stored_element_set.ts";
import { compareRecorded } from "../../../tle/audit/compare_recorded.ts";
import type { StateDifference } from "../../../tle/audit/compare_states.ts";
import { createOrbit } from "../../../tle/orbit.ts";
import { PropagationError } from "../../../tle/propagation_error.ts";
import type { RecordedSample } from "./recorded_samples.ts";

const DAY_S = 86_400;
/** Of older predictions nobody expects anything. */
const OLDEST_DAYS = 90;

interface Compared extends StateDifference {
  readonly predictedBy: StoredElementSet;
  readonly ageS: number;
}

type Prediction = Omit<StoredPrediction, "kind" | "isManoeuvreSuspected">;

/**
 * Compares recorded positions with a newer element set, and sums up: means by
 * the set that a position rests on and whole days of its age, in that order.
 * Left out are those that rest on no known set, or on one of a later epoch.
 *
 * @param setOf The known sets, by row.
 */
export function compareSamples(
  truth: StoredElementSet,
  samples: readonly RecordedSample[],
  setOf: ReadonlyMap<number, StoredElementSet>,
): Prediction[] {
  const orbit = createOrbit(truth);
  const compared = samples.flatMap((sample): Compared[] => {
    const predictedBy = setOf.get(sample.elementSetRef);
    if (predictedBy === undefined) return [];
    const ageS = sample.timeMs / 1000 - predictedBy.epochUs / 1e6;
    if (ageS < 0 || ageS > OLDEST_DAYS * DAY_S) return [];
    try {
      const difference = compareRecorded(orbit, sample.timeMs, sample);
      return [{ ...difference, predictedBy, ageS }];
    } catch (error) {
      if (error instanceof PropagationError) return [];
      throw error;
    }
  });
  return [...Map.groupBy(compared, groupOf).values()].map(meanOf);
}

function groupOf({ predictedBy, ageS }: Compared): string {
  return `${predictedBy.ref} ${Math.floor(ageS / DAY_S)}`;
}

function meanOf(group: readonly Compared[]): Prediction {
  const { predictedBy, ageS } = group[0]!;
  const mean = (value: (one: Compared) => number) =>
    group.reduce((sum, one) => sum + value(one), 0) / group.length;
  return {
    nominalAgeDays: Math.floor(ageS / DAY_S),
    predictedByRef: predictedBy.ref,
    samples: group.length,
    ageS: mean((one) => one.ageS),
    radialM: mean((one) => one.radialKm) * 1000,
    alongTrackM: mean((one) => one.alongTrackKm) * 1000,
    crossTrackM: mean((one) => one.crossTrackKm) * 1000,
    laterS: mean((one) => one.laterS),
  };
}
