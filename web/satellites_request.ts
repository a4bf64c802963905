import type { SatelliteSearch } from "../shared/projection/find_satellites.ts";
import { described } from "./openapi/operation.ts";
import {
  satellites,
  searchText,
  trueOrFalse,
  wholeNumber,
} from "./parameters.ts";
import { parseQuery } from "./query.ts";

const MOST_NORAD_ID = 999_999_999;

export const SATELLITES_PARAMETERS = {
  satellites: described(
    satellites,
    "Catalogue numbers; those that are not known are left out",
  ),
  q: described(
    searchText("part of a name or the beginning of a number"),
    "Only those that are found by it",
  ),
  own_topic: described(
    trueOrFalse,
    "Only those of a topic of twelve satellites or fewer, or only the others",
  ),
  recorded: described(
    trueOrFalse,
    "Only those of which positions are recorded, or only those of which nothing but elements is known",
  ),
  limit: described(
    wholeNumber(1, 100_000),
    "Satellites of a page at most; all, if it is left out",
  ),
  cursor: described(
    wholeNumber(1, MOST_NORAD_ID),
    "What the page before gave as next",
  ),
};

/** Which satellites a client wants to know of; by default all. */
export interface SatellitesRequest {
  readonly search: SatelliteSearch;
  readonly limit: number;
  /** The number with which the page begins. */
  readonly fromNoradId: number;
}

/**
 * Reads the request of `/api/v1/satellites`.
 *
 * @throws {Problem} 400, naming what is wrong.
 */
export function readSatellitesRequest(url: string): SatellitesRequest {
  const query = parseQuery(url, SATELLITES_PARAMETERS);
  return {
    search: {
      ...query.recorded && { recorded: query.recorded === "true" },
      ...query.satellites && { noradIds: query.satellites },
      ...query.q !== undefined && { text: query.q },
      ...query.own_topic && { ownTopic: query.own_topic === "true" },
    },
    limit: query.limit ?? Infinity,
    fromNoradId: query.cursor ?? 0,
  };
}
