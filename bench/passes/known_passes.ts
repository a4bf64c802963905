import type { TimeRangeMs } from "../../shared/projection/time_range.ts";
import type { Observer } from "../../tle/observer.ts";
import type { ToldPass } from "./pass_differences.ts";

/** Passes that are known from elsewhere, of one satellite over one observer. */
export interface KnownPasses {
  readonly tle: readonly [string, string];
  readonly observer: Observer;
  readonly thresholdDeg: number;
  /** Which passes are known: those whose culmination is in it, or any part. */
  readonly range: TimeRangeMs;
  readonly by: "culmination" | "overlap";
  readonly passes: readonly ToldPass[];
}
