import type { Motion } from "./motion.ts";

/**
 * The interval in which a satellite is above an observer's horizon. Instants are
 * whole milliseconds, so that they do not depend on where a search began: AOS
 * is the first at which it is up, LOS the last; TCA is that of the highest
 * elevation.
 */
export interface FoundPass<M extends Motion = Motion> {
  readonly aosMs: number;
  readonly tcaMs: number;
  readonly losMs: number;
  readonly maxElevationDeg: number;
  /** Whether what is known of the satellite ends it, not the horizon. */
  readonly cut: { readonly start: boolean; readonly end: boolean };
  /** Those that hold within it, in order. */
  readonly motions: readonly M[];
}
