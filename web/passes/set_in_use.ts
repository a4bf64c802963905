import { formatInstantUs } from "../../shared/instant.ts";
import type { StoredElementSet } from "../../shared/projection/element_sets/stored_element_set.ts";
import { elementAgeHours } from "../../tle/element_age.ts";
import { round } from "../round.ts";

/** An element set that an answer rests on. */
export interface ElementSetInUseJson {
  id: string;
  epoch: string;
  /** An instant of the answer minus epoch, signed. */
  age_hours: number;
}

/** Names the element set that an answer rests on, with its age at an instant. */
export function setInUse(
  set: StoredElementSet,
  timeMs: number,
): ElementSetInUseJson {
  return {
    id: set.id,
    epoch: formatInstantUs(set.epochUs),
    age_hours: round(elementAgeHours(set, timeMs), 2),
  };
}
