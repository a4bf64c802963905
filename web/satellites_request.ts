import type { SatelliteSearch } from "../shared/projection/find_satellites.ts";
import { described } from "./openapi/operation.ts";
import {
  oneOf,
  satellites,
  searchText,
  trueOrFalse,
  wholeNumber,
} from "./parameters.ts";
import { badParameters } from "./problem.ts";
import { parseQuery } from "./query.ts";

/** Of what takes a look at half a year of each. */
const MOST_WITH_ERRORS = 1_000;
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
    `Satellites of a page at most; all, if it is left out. With include at most ${MOST_WITH_ERRORS}, and so many if it is left out`,
  ),
  cursor: described(
    wholeNumber(1, MOST_NORAD_ID),
    "What the page before gave as next",
  ),
  include: described(
    oneOf("expected_error"),
    "Each with how far off it is to be expected now",
  ),
};

/** Which satellites a client wants to know of; by default all. */
export interface SatellitesRequest {
  readonly search: SatelliteSearch;
  readonly limit: number;
  /** The number with which the page begins. */
  readonly fromNoradId: number;
  /** Whether to tell how far off each is to be expected. */
  readonly withErrors: boolean;
}

/**
 * Reads the request of `/api/v1/satellites`.
 *
 * @throws {Problem} 400, naming what is wrong.
 */
export function readSatellitesRequest(url: string): SatellitesRequest {
  const query = parseQuery(url, SATELLITES_PARAMETERS);
  const withErrors = query.include !== undefined;
  const { limit = withErrors ? MOST_WITH_ERRORS : Infinity } = query;
  if (withErrors && limit > MOST_WITH_ERRORS) {
    throw badParameters([{
      parameter: "limit",
      requirement: `at most ${MOST_WITH_ERRORS} with include=expected_error`,
      value: String(limit),
    }]);
  }
  return {
    search: {
      ...query.recorded && { recorded: query.recorded === "true" },
      ...query.satellites && { noradIds: query.satellites },
      ...query.q !== undefined && { text: query.q },
      ...query.own_topic && { ownTopic: query.own_topic === "true" },
    },
    limit,
    fromNoradId: query.cursor ?? 0,
    withErrors,
  };
}
