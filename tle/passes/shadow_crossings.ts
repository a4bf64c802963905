import type { SunLight } from "../sun/sun_light.ts";
import type { Motion } from "./motion.ts";

/** An instant from which on another light of the Sun falls on a satellite. */
export interface ShadowCrossing {
  /** Whole milliseconds: the first instant of it. */
  readonly timeMs: number;
  readonly enters: SunLight;
}

/** Returns where a satellite's light changes within `[fromMs, toMs]`, in order. */
export function shadowCrossings(
  _motions: readonly Motion[],
  _range: { readonly fromMs: number; readonly toMs: number },
): ShadowCrossing[] {
  throw new Error("Cannot find the shadow: not there yet");
}
