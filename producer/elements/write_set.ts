import {
  type ElementSetRecorded,
  toElementSet,
} from "../../shared/events/element_set_recorded.ts";
import { formatOmm } from "../../tle/formats/format_omm.ts";
import { formatTle } from "../../tle/formats/format_tle.ts";
import { describeSet } from "./describe_set.ts";
import type { ShowRequest } from "./elements_request.ts";

/**
 * Writes an element set in a format: as its event with `json`, and for people
 * with none.
 *
 * @throws {RangeError} If the format cannot hold it.
 */
export function writeSet(
  event: ElementSetRecorded,
  format: ShowRequest["format"],
): string {
  switch (format) {
    case null:
      return describeSet(event);
    case "json":
      return JSON.stringify(event);
    case "tle":
      return formatTle(toElementSet(event)).trimEnd();
    case "omm":
      return JSON.stringify([formatOmm(toElementSet(event))]);
    default:
      return format satisfies never;
  }
}
