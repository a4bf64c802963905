import { bundledElementSets } from "../tle/bundled_elements.ts";
import type { ElementSet } from "../tle/element_set.ts";

/** As many objects as the active catalogue has. */
export const CATALOGUE_SIZE = 16_400;

/**
 * Element sets such as a catalogue holds: low orbits, and one in ten
 * geostationary, whose theory has more to compute.
 */
export function sampleCatalogue(count = CATALOGUE_SIZE): ElementSet[] {
  return Array.from({ length: count }, (_, i) => ({
    ...bundledElementSets[i % bundledElementSets.length]!,
    noradId: 100_000 + i,
    name: `OBJECT ${i}`,
    meanAnomalyDeg: i * 7 % 360,
    rightAscensionDeg: i * 11 % 360,
    ...(i % 10 === 0 ? { meanMotion: 1.0027, inclinationDeg: 3 } : {}),
  }));
}
