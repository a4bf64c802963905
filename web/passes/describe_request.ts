import { formatInstant } from "../../shared/instant.ts";
import { formatPlace } from "./pass_place.ts";
import type { PassesRequest } from "./passes_request.ts";
import { formatDaySpan, formatUtcOffset } from "./time_of_day.ts";

/**
 * The request as it was understood, for the answer: each parameter by its
 * name, with what holds where it was not given; null where nothing does. The
 * observer is told apart. Beside `next`, `to` is how far was searched.
 */
export function describeRequest(
  request: PassesRequest,
): Record<string, unknown> {
  const { range, filter, track, cursor } = request;
  const { timeOfDay } = filter;
  return {
    satellites: request.noradIds,
    from: formatInstant(range.fromMs),
    to: formatInstant(range.toMs),
    next: request.next,
    horizon_deg: request.horizonDeg,
    min_elevation_deg: filter.minElevationDeg,
    min_duration_s: filter.minDurationS,
    direction: filter.direction,
    time_of_day: timeOfDay && formatDaySpan(timeOfDay),
    utc_offset: timeOfDay && formatUtcOffset(timeOfDay.aheadMinutes),
    visible_only: filter.visibleOnly,
    elements: request.elements,
    include: track && "track",
    step_s: track && track.stepS,
    frequency_mhz: track && track.frequencyMhz,
    compare: request.comparesLatest ? "latest" : null,
    limit: request.next === null ? request.limit : null,
    cursor: cursor && formatPlace(cursor),
    format: request.format,
  };
}
