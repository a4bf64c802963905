import type { Site } from "../look_angles.ts";
import type { Motion } from "./motion.ts";

/** The Sun stands lower than this where it is dark enough to see a satellite. */
export const TWILIGHT_DEG = -6;

/**
 * Returns the first stretch of a pass, both ends included, in which the
 * satellite is lit (not in the umbra) and the observer is not; null where there
 * is none.
 */
export function visibleInterval(
  _motions: readonly Motion[],
  _site: Site,
  _pass: { readonly aosMs: number; readonly losMs: number },
): { readonly fromMs: number; readonly toMs: number } | null {
  throw new Error("Cannot tell what is visible: not there yet");
}
