import type { ElementSet } from "../element_set.ts";
import type { Motion } from "./motion.ts";

/** What an element set says, within a stretch of time in which it may be used. */
export interface ElementMotion<S extends ElementSet = ElementSet>
  extends Motion {
  readonly elementSet: S;
}

/**
 * Returns the motion that an element set gives in `[fromMs, toMs]`, or in as
 * much of it as it gives positions for.
 *
 * @throws {PropagationError} If it gives none at all.
 */
export function createElementMotion<S extends ElementSet>(
  _elementSet: S,
  _range: { readonly fromMs: number; readonly toMs: number },
): ElementMotion<S> {
  throw new Error("Cannot make a motion: not there yet");
}
