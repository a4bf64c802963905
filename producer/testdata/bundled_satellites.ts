import { findBundled } from "../../tle/bundled_elements.ts";
import { createSatellite, type Satellite } from "../satellites.ts";

/** Satellites with the elements that come with the program. */
export function bundledSatellites(words: readonly string[]): Satellite[] {
  return words.map((word) =>
    createSatellite({
      set: findBundled(word)!,
      source: "bundled",
      receivedMs: null,
    })
  );
}
