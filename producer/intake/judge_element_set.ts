import type { ElementSet } from "../../tle/element_set.ts";
import { elementSetId } from "../../tle/element_set_id.ts";
import { createOrbit } from "../../tle/orbit.ts";
import { PropagationError } from "../../tle/propagation_error.ts";
import {
  describeMiss,
  isFar,
  missKm,
  predictionMiss,
} from "./prediction_miss.ts";
import { whyNotThisObject } from "./why_not_this_object.ts";

/** Planned orbits have epochs some hours ahead; days ahead is a mistake. */
const MOST_AHEAD_MS = 3 * 86_400_000;

export type Verdict =
  /** The set in use, or the suspect, once more. */
  | { readonly kind: "same" }
  /** Not newer than what is in use, or than the suspect it might confirm. */
  | { readonly kind: "older" }
  | { readonly kind: "newer" }
  /** Far from the prediction: to be held until the next one. */
  | { readonly kind: "suspect"; readonly reason: string }
  /** Newer, and it bears out the suspect that is held. */
  | { readonly kind: "confirmed" }
  | { readonly kind: "refused"; readonly reason: string };

/** The sets of a satellite that a new one is judged by. */
export interface SetsHeld {
  readonly inUse: ElementSet;
  readonly suspect: ElementSet | null;
}

/**
 * Decides whether an element set of a satellite takes the place of the one in
 * use. Never an older one, nor one that is not of this object or gives no
 * position now. One that is merely far from where the set in use puts the
 * satellite may be a burn or a mistake: which of the two, the next set tells.
 */
export function judgeElementSet(
  { inUse, suspect }: SetsHeld,
  candidate: ElementSet,
  nowMs: number,
): Verdict {
  if (isSame(candidate, inUse)) return { kind: "same" };
  if (candidate.epochUs <= inUse.epochUs) return { kind: "older" };
  if (suspect !== null && isSame(candidate, suspect)) return { kind: "same" };
  const reason = whyUnusable(candidate, nowMs) ??
    whyNotThisObject(inUse, candidate);
  if (reason !== null) return { kind: "refused", reason };

  const miss = predictionMiss(inUse, candidate);
  if (miss === null || !isFar(miss, inUse, candidate)) return { kind: "newer" };
  if (suspect !== null && candidate.epochUs <= suspect.epochUs) {
    return { kind: "older" };
  }
  const fromSuspect = suspect && predictionMiss(suspect, candidate);
  return fromSuspect !== null && missKm(fromSuspect) < missKm(miss)
    ? { kind: "confirmed" }
    : { kind: "suspect", reason: describeMiss(miss) };
}

/** Why a set gives no position that could be used; null where it does. */
export function whyUnusable(set: ElementSet, nowMs: number): string | null {
  const epochMs = set.epochUs / 1000;
  if (epochMs > nowMs + MOST_AHEAD_MS) {
    const epoch = new Date(epochMs).toISOString();
    return `its epoch must not be more than 3 days ahead: current value is ${epoch}`;
  }
  try {
    const orbit = createOrbit(set);
    orbit.temeAt(epochMs);
    orbit.temeAt(nowMs);
    return null;
  } catch (error) {
    if (!(error instanceof PropagationError)) throw error;
    return `it must give a position: ${error.message}`;
  }
}

function isSame(a: ElementSet, b: ElementSet): boolean {
  // Most differ by their epochs, and ids are hashes.
  return Math.abs(a.epochUs - b.epochUs) < 1000 &&
    elementSetId(a) === elementSetId(b);
}
