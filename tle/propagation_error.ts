import type { ElementSet } from "./element_set.ts";

/** SGP4's error codes (Vallado et al., AIAA 2006-6753); 5 is no longer used. */
const MEANINGS: Readonly<Record<number, string>> = {
  1: "the mean eccentricity left the range of 0 to 1",
  2: "the mean motion fell below zero",
  3: "the perturbed eccentricity left the range of 0 to 1",
  4: "the semi-latus rectum fell below zero",
  6: "the satellite has decayed",
};

/**
 * Elements that give no position at an instant: the satellite is down by then,
 * or they are too far from their epoch to mean anything.
 */
export class PropagationError extends RangeError {
  override readonly name = "PropagationError";
  readonly noradId: number;
  readonly timeMs: number;
  /** SGP4's error code; null where it reported none. */
  readonly code: number | null;

  /** @param failure SGP4's error code, or what must be and is not. */
  constructor(set: ElementSet, timeMs: number, failure: number | string) {
    const who = set.name === null
      ? `${set.noradId}`
      : `${set.name} (${set.noradId})`;
    const what = typeof failure === "string"
      ? failure
      : `SGP4 must report no error: current value is ${failure}, ${
        MEANINGS[failure] ?? "unknown"
      }`;
    super(`Cannot propagate ${who} to ${instantText(timeMs)} as ${what}`);
    this.noradId = set.noradId;
    this.timeMs = timeMs;
    this.code = typeof failure === "number" ? failure : null;
  }
}

function instantText(timeMs: number): string {
  const date = new Date(timeMs);
  return Number.isNaN(date.getTime()) ? `${timeMs} ms` : date.toISOString();
}
