import type { TimeRangeMs } from "../../shared/projection/time_range.ts";
import type { Direction } from "../../tle/passes/pass_direction.ts";
import type { NamedObserver } from "../observers/named_observer.ts";

/** Which of the passes that are found a client wants. */
export interface PassFilter {
  /** How high they must come. */
  readonly minElevationDeg: number;
  readonly minDurationS: number | null;
  readonly direction: Direction | null;
  /** Of TCA, as a clock of the observer shows it; may go over midnight. */
  readonly timeOfDay: TimeOfDay | null;
  readonly visibleOnly: boolean;
}

/** `[fromMinute, toMinute)` of a day whose clock is ahead of UTC. */
export interface TimeOfDay {
  readonly fromMinute: number;
  readonly toMinute: number;
  readonly aheadMinutes: number;
}

/** A place of the pages, which go by TCA. */
export interface PassPlace {
  readonly tcaMs: number;
  readonly noradId: number;
}

/** Which passes a client wants, and how written. */
export interface PassesRequest {
  readonly observer: NamedObserver;
  /** At most 31 days. */
  readonly range: TimeRangeMs;
  /** So many from the range's begin; null for all of the range. */
  readonly next: number | null;
  readonly horizonDeg: number;
  readonly filter: PassFilter;
  readonly elements: "recorded" | "best" | "latest";
  readonly track: {
    readonly stepS: number;
    readonly frequencyMhz: number | null;
  } | null;
  readonly comparesLatest: boolean;
  readonly limit: number;
  readonly cursor: PassPlace | null;
  readonly format: "json" | "csv" | "ics";
}
