import type { TimeRangeMs } from "../../shared/projection/time_range.ts";
import type { Direction } from "../../tle/passes/pass_direction.ts";
import type { ElementChoice } from "../motions/element_turns.ts";
import type { KnownObserver } from "../observers/known_observer.ts";
import type { NamedObserver } from "../observers/named_observer.ts";
import {
  observerFaults,
  observerOf,
  observerParameters,
} from "../observers/observer_parameters.ts";
import { badParameters } from "../problem.ts";
import { type Query, readQuery } from "../query.ts";
import type { PassPlace } from "./pass_place.ts";
import { MOST_ON_PAGE, windowOf } from "./pass_window.ts";
import { passesFaults, satelliteFaults } from "./passes_faults.ts";
import type { PassesFormat } from "./passes_formats.ts";
import {
  DEFAULT_MIN_ELEVATION_DEG,
  DEFAULT_STEP_S,
  PASSES_PARAMETERS,
  type PassesParameters,
  SATELLITES_PARAMETERS,
} from "./passes_parameters.ts";
import { meanSolarAheadMinutes, type TimeOfDay } from "./time_of_day.ts";

/** Which of the passes that are found a client wants. */
export interface PassFilter {
  /** How high they must come. */
  readonly minElevationDeg: number;
  readonly minDurationS: number | null;
  readonly direction: Direction | null;
  /** Of TCA, as a clock of the observer shows it. */
  readonly timeOfDay: TimeOfDay | null;
  readonly visibleOnly: boolean;
}

/** Which passes a client wants, and how written. */
export interface PassesRequest {
  /** 1 to 100. */
  readonly noradIds: readonly number[];
  readonly observer: NamedObserver;
  /** At most 31 days. */
  readonly range: TimeRangeMs;
  /** So many from the range's begin; null for all of the range. */
  readonly next: number | null;
  readonly horizonDeg: number;
  readonly filter: PassFilter;
  readonly elements: ElementChoice;
  readonly track: {
    readonly stepS: number;
    readonly frequencyMhz: number | null;
  } | null;
  readonly comparesLatest: boolean;
  /** Infinity where an answer that is no JSON is wanted whole. */
  readonly limit: number;
  /** The pass with which the page begins. */
  readonly cursor: PassPlace | null;
  readonly format: PassesFormat;
}

export interface PassesRequestDeps {
  readonly nowMs: number;
  readonly observers: readonly KnownObserver[];
  /** The satellite of the path; where there is none, the query names some. */
  readonly noradId?: number;
  /** What is written where the query does not say. */
  readonly acceptedFormat: PassesFormat;
}

/**
 * Reads the request of `/api/v1/satellites/{norad_id}/passes`, or of
 * `/api/v1/passes`, where the query has to name `satellites`.
 *
 * @throws {Problem} 400, naming all that is wrong.
 */
export function readPassesRequest(
  url: string,
  { nowMs, observers, noradId, acceptedFormat }: PassesRequestDeps,
): PassesRequest {
  const read = readQuery(url, {
    ...(noradId === undefined && SATELLITES_PARAMETERS),
    ...observerParameters(observers),
    ...PASSES_PARAMETERS,
  });
  const { query } = read;
  const format = query.format ?? acceptedFormat;
  const faults = [
    ...read.faults,
    ...(noradId === undefined ? satelliteFaults(read) : []),
    ...observerFaults(read),
    ...passesFaults(read, format),
  ];
  if (faults.length > 0) throw badParameters(faults);
  const observer = observerOf(query);
  const { horizon_deg: horizonDeg = 0 } = query;
  return {
    noradIds: query.satellites ?? [noradId!],
    observer,
    range: windowOf(query, { nowMs, format }),
    next: query.next ?? null,
    horizonDeg,
    filter: filterOf(query, { observer, horizonDeg }),
    elements: query.elements ?? "recorded",
    track: query.include === undefined ? null : {
      stepS: query.step_s ?? DEFAULT_STEP_S,
      frequencyMhz: query.frequency_mhz ?? null,
    },
    comparesLatest: query.compare !== undefined,
    limit: query.limit ?? (format === "json" ? MOST_ON_PAGE : Infinity),
    cursor: query.cursor ?? null,
    format,
  };
}

function filterOf(
  query: Query<PassesParameters>,
  { observer, horizonDeg }: Pick<PassesRequest, "observer" | "horizonDeg">,
): PassFilter {
  return {
    minElevationDeg: query.min_elevation_deg ??
      Math.max(DEFAULT_MIN_ELEVATION_DEG, horizonDeg),
    minDurationS: query.min_duration_s ?? null,
    direction: query.direction ?? null,
    timeOfDay: query.time_of_day === undefined ? null : {
      ...query.time_of_day,
      aheadMinutes: query.utc_offset ??
        meanSolarAheadMinutes(observer.longitudeDeg),
    },
    visibleOnly: query.visible_only === "true",
  };
}
