import { formatInstant } from "../../shared/instant.ts";
import { formatPlace } from "../passes/pass_place.ts";
import type { ViewsRequest } from "./views_request.ts";

/**
 * The request as it was understood: given back, it asks for the same. Beside
 * `next`, `to` is how far was searched.
 */
export function describeViewsRequest(
  request: ViewsRequest,
): Record<string, unknown> {
  const { range, sensor, cursor } = request;
  return {
    satellites: request.noradIds,
    from: formatInstant(range.fromMs),
    to: formatInstant(range.toMs),
    next: request.next,
    sensor: sensor.name,
    scan_half_angle_deg: sensor.name === null ? sensor.halfAngleDeg : null,
    elements: request.elements,
    limit: request.next === null ? request.limit : null,
    cursor: cursor && formatPlace(cursor),
    format: request.format,
  };
}
