import type { ElementSet } from "../element_set.ts";
import { createOrbit, type Orbit } from "../orbit.ts";
import { temeOrNull } from "../teme_or_null.ts";
import { auditPairs, OLDEST_AUDITED_DAYS } from "./audit_pairs.ts";
import { compareStates, type StateDifference } from "./compare_states.ts";
import {
  lastManoeuvresUs,
  LONGEST_STEP_DAYS,
  UNSETTLED_DAYS,
} from "./suspect_manoeuvre.ts";

const DAY_US = 86_400e6;

/** An audit of a set rests on no set that is this much older, in days. */
export const AUDIT_REACH_DAYS = OLDEST_AUDITED_DAYS + UNSETTLED_DAYS +
  LONGEST_STEP_DAYS;

/** What an earlier element set had predicted, against what a later one says. */
export interface SetAudit<S extends ElementSet = ElementSet>
  extends StateDifference {
  /** One of AUDIT_AGES_DAYS. */
  readonly nominalAgeDays: number;
  /** The earlier set. */
  readonly predictedBy: S;
  /** Epoch of the later set minus that of the earlier one. */
  readonly ageDays: number;
  /** Between the two, or so shortly before that the earlier one is unsettled. */
  readonly isManoeuvreSuspected: boolean;
}

/**
 * Prepares the audit of a history: the function returned takes the index of a
 * set and compares the earlier sets with what it says at its own epoch. A set
 * that gives no position then is left out. Orbits are kept, as to make one costs
 * more than to ask it.
 *
 * @param sets Of one object, by epoch; of those within AUDIT_REACH_DAYS before
 * the sets to be audited, none may be missing.
 */
export function createSetAuditor<S extends ElementSet>(
  sets: readonly S[],
): (index: number) => SetAudit<S>[] {
  const orbitOf = keepOrbits();
  const lastManoeuvreUs = lastManoeuvresUs(sets);
  return (index) => {
    const set = sets[index]!;
    const timeMs = set.epochUs / 1000;
    const truth = temeOrNull(orbitOf(set), timeMs);
    if (truth === null) return [];
    return auditPairs(sets, index).flatMap(({ nominalAgeDays, earlier }) => {
      const predictedBy = sets[earlier]!;
      const predicted = temeOrNull(orbitOf(predictedBy), timeMs);
      if (predicted === null) return [];
      return [{
        nominalAgeDays,
        predictedBy,
        ageDays: (set.epochUs - predictedBy.epochUs) / DAY_US,
        isManoeuvreSuspected: lastManoeuvreUs[index]! >=
          predictedBy.epochUs - UNSETTLED_DAYS * DAY_US,
        ...compareStates(truth, predicted.positionKm),
      }];
    });
  };
}

function keepOrbits(): (set: ElementSet) => Orbit {
  const orbits = new Map<ElementSet, Orbit>();
  return (set) => {
    let orbit = orbits.get(set);
    if (orbit === undefined) orbits.set(set, orbit = createOrbit(set));
    return orbit;
  };
}
