import { SettingsError } from "../shared/settings.ts";
import { bundledElementSets, findBundled } from "../tle/bundled_elements.ts";
import type { ElementSet } from "../tle/element_set.ts";
import { elementSetId } from "../tle/element_set_id.ts";
import { createOrbit, type Orbit } from "../tle/orbit.ts";

/** A satellite with the elements that its positions rest on. */
export interface Satellite {
  readonly noradId: number;
  /** As published; the catalogue number where there is no name. */
  readonly name: string;
  readonly elementSetId: string;
  readonly orbit: Orbit;
}

/**
 * Finds the satellites that a setting names by name or catalogue number. One
 * that is named twice is one.
 *
 * @throws {SettingsError} If any is unknown, naming all that are.
 */
export function findSatellites(words: readonly string[]): Satellite[] {
  const found = new Map<number, Satellite>();
  const unknown: string[] = [];
  for (const word of words) {
    const set = findBundled(word);
    if (set === null) unknown.push(JSON.stringify(word));
    else if (!found.has(set.noradId)) {
      found.set(set.noradId, createSatellite(set));
    }
  }
  if (unknown.length > 0) {
    const bundled = bundledElementSets.map(({ name, noradId }) =>
      `${name} or ${noradId}`
    );
    throw new SettingsError(
      `Cannot start as SATELLITES must be among those with bundled elements ` +
        `(${bundled.join(", ")}): current value is ${unknown.join(", ")}`,
    );
  }
  return [...found.values()];
}

export function createSatellite(set: ElementSet): Satellite {
  return {
    noradId: set.noradId,
    name: set.name ?? String(set.noradId),
    elementSetId: elementSetId(set),
    orbit: createOrbit(set),
  };
}
