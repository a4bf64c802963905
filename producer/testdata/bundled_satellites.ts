import { findBundled } from "../../tle/bundled_elements.ts";
import { createSatellite, type Satellite } from "../satellites.ts";

/** Ten minutes past an hour, and not on a tick. */
export const START_MS = Date.parse("2026-11-23T12:10:00.300Z");

/** Satellites with the elements that come with the program, received then. */
export function bundledSatellites(words: readonly string[]): Satellite[] {
  return words.map((word) =>
    createSatellite({
      set: findBundled(word)!,
      source: "bundled",
      receivedMs: START_MS,
    })
  );
}
