import type { EcefState } from "../ecef_state.ts";

/**
 * Where one satellite is at any instant of a stretch of time, as one smooth
 * curve: of one element set, or between samples that rest on one. Instants are
 * in milliseconds since 1970, UTC.
 */
export interface Motion {
  /** Whole milliseconds; itself one of the instants. */
  readonly fromMs: number;
  /** Whole milliseconds; itself one of the instants. */
  readonly toMs: number;
  /**
   * What its speed, as seen from the turning Earth, does not exceed: a search
   * may skip all time in which it cannot come near.
   */
  readonly mostKmS: number;
  /** @throws {RangeError} If the instant is not within the stretch. */
  stateAt(timeMs: number): EcefState;
}
