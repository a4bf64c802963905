import type { Context } from "hono";
import {
  readRecordings,
  type Recording,
} from "../shared/projection/recordings.ts";
import type { Projection } from "../shared/projection/projection.ts";
import { hasElementSets } from "../shared/projection/element_sets/read_element_sets.ts";
import { catalogueNumber } from "./parameters.ts";
import { badParameters, Problem } from "./problem.ts";

/**
 * The satellite of a path with `:norad_id`.
 *
 * @throws {Problem} 400, if it is no catalogue number.
 */
export function satelliteNumber(c: Context): number {
  const text = c.req.param("norad_id")!;
  try {
    return catalogueNumber(text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw badParameters([{
      parameter: "norad_id",
      requirement: error.message,
      value: text,
    }]);
  }
}

/**
 * What is recorded of a satellite, the preferred topic first; nothing where
 * only its elements are known.
 *
 * @throws {Problem} 404, if nothing at all is known of it.
 */
export function recordingsOf(
  projection: Projection,
  noradId: number,
): readonly Recording[] {
  const recordings = readRecordings(projection, [noradId]).get(noradId) ?? [];
  if (recordings.length > 0 || hasElementSets(projection, noradId)) {
    return recordings;
  }
  throw new Problem(
    404,
    `Cannot find satellite ${noradId} as neither positions nor element sets ` +
      "of it are known",
  );
}
