import type { TimeRangeMs } from "../../shared/projection/time_range.ts";
import type { ElementChoice } from "../motions/element_turns.ts";
import type { NamedObserver } from "../observers/named_observer.ts";
import {
  observerFaults,
  observerOf,
  observerParameters,
} from "../observers/observer_parameters.ts";
import type { PassPlace } from "../passes/pass_place.ts";
import { MOST_ON_PAGE, windowFaults, windowOf } from "../passes/pass_window.ts";
import { satelliteFaults } from "../passes/passes_faults.ts";
import { SATELLITES_PARAMETERS } from "../passes/passes_parameters.ts";
import type { PassesRequestDeps } from "../passes/passes_request.ts";
import { badParameters, type Fault } from "../problem.ts";
import { type Query, type ReadQuery, readQuery } from "../query.ts";
import { type Sensor, SENSORS } from "./sensors.ts";
import { VIEWS_PARAMETERS } from "./views_parameters.ts";

/** Which views of a site a client wants, and how written. */
export interface ViewsRequest {
  /** 1 to 100. */
  readonly noradIds: readonly number[];
  readonly observer: NamedObserver;
  readonly sensor: Sensor;
  /** At most 31 days. */
  readonly range: TimeRangeMs;
  /** So many from the range's begin; null for all of the range. */
  readonly next: number | null;
  readonly elements: ElementChoice;
  /** Infinity where an answer that is no JSON is wanted whole. */
  readonly limit: number;
  /** The view with which the page begins. */
  readonly cursor: PassPlace | null;
  readonly format: "json" | "csv";
}

/** Whether a request of passes is one of a sensor's views. */
export function asksForViews(url: string): boolean {
  const search = new URL(url).searchParams;
  return search.has("sensor") || search.has("scan_half_angle_deg");
}

/**
 * Reads the request of the routes of passes where it names a sensor.
 *
 * @throws {Problem} 400, naming all that is wrong.
 */
export function readViewsRequest(
  url: string,
  { nowMs, observers, noradId, acceptedFormat }: PassesRequestDeps,
): ViewsRequest {
  const read = readQuery(url, {
    ...(noradId === undefined && SATELLITES_PARAMETERS),
    ...observerParameters(observers),
    ...VIEWS_PARAMETERS,
  });
  const faults = [
    ...read.faults,
    ...(noradId === undefined ? satelliteFaults(read) : []),
    ...observerFaults(read),
    ...windowFaults(read),
    ...sensorFaults(read),
    ...carrierFaults(read.query, noradId),
  ];
  if (faults.length > 0) throw badParameters(faults);
  const { query } = read;
  const format = query.format ?? (acceptedFormat === "csv" ? "csv" : "json");
  return {
    noradIds: query.satellites ?? [noradId!],
    observer: observerOf(query),
    sensor: query.sensor === undefined
      ? {
        name: null,
        noradIds: null,
        halfAngleDeg: query.scan_half_angle_deg!,
        granuleAt: null,
      }
      : SENSORS[query.sensor],
    range: windowOf(query, { nowMs, format }),
    next: query.next ?? null,
    elements: query.elements ?? "recorded",
    limit: query.limit ?? (format === "json" ? MOST_ON_PAGE : Infinity),
    cursor: query.cursor ?? null,
    format,
  };
}

/** A sensor that is known by name is on some satellites, and on no others. */
function carrierFaults(
  { sensor, satellites }: Query<
    typeof VIEWS_PARAMETERS & typeof SATELLITES_PARAMETERS
  >,
  noradId: number | undefined,
): Fault[] {
  if (sensor === undefined) return [];
  const { noradIds } = SENSORS[sensor];
  const asked = satellites ?? (noradId === undefined ? [] : [noradId]);
  const others = asked.filter((id) => !noradIds.some((known) => known === id));
  if (others.length === 0) return [];
  return [{
    parameter: "sensor",
    requirement: `one that ${others.join(", ")} carries (${sensor} is on ` +
      `${noradIds.join(" and ")}); or give scan_half_angle_deg`,
    value: sensor,
  }];
}

function sensorFaults(
  { texts }: Pick<ReadQuery<typeof VIEWS_PARAMETERS>, "texts">,
): Fault[] {
  const { sensor, scan_half_angle_deg: value } = texts;
  if (sensor === undefined || value === undefined) return [];
  return [{
    parameter: "scan_half_angle_deg",
    requirement: "left out, as sensor says how far it scans",
    value,
  }];
}
