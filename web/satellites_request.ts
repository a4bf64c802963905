import type { SatelliteSearch } from "../shared/projection/find_satellites.ts";
import { oneOf, satellites, wholeNumber } from "./parameters.ts";
import { type Parameter, parseQuery } from "./query.ts";

const LONGEST_SEARCH = 100;
const MOST_NORAD_ID = 999_999_999;

const searchText: Parameter<string> = (text) => {
  const trimmed = text.trim();
  if (trimmed === "" || trimmed.length > LONGEST_SEARCH) {
    throw new RangeError(
      `part of a name or the beginning of a number, at most ${LONGEST_SEARCH} characters`,
    );
  }
  return trimmed;
};

const PARAMETERS = {
  satellites,
  q: searchText,
  own_topic: oneOf("true", "false"),
  recorded: oneOf("true", "false"),
  limit: wholeNumber(1, 100_000),
  cursor: wholeNumber(1, MOST_NORAD_ID),
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
  const query = parseQuery(url, PARAMETERS);
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
