import type { SunLight } from "../sun/sun_light.ts";
import { findChanges } from "./find_changes.ts";
import type { Motion } from "./motion.ts";
import { watchLight } from "./watch_light.ts";

/** An instant from which on another light of the Sun falls on a satellite. */
export interface ShadowCrossing {
  /** Whole milliseconds: the first instant of it. */
  readonly timeMs: number;
  readonly enters: SunLight;
}

/**
 * Returns where a satellite's light changes after `fromMs`, up to and including
 * `toMs`, in order: so that what `sunLight` says at `fromMs` and these tell its
 * light all along.
 *
 * @param motions Of one satellite, in order.
 */
export function shadowCrossings(
  motions: readonly Motion[],
  range: { readonly fromMs: number; readonly toMs: number },
): ShadowCrossing[] {
  return [...findChanges(motions, range, watchLight)].slice(1)
    .map(({ timeMs, value }) => ({ timeMs, enters: value }));
}
