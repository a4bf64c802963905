import type { Context } from "hono";
import { formatInstant } from "../../shared/instant.ts";
import type { ProjectionInUse } from "../../shared/projection/projection.ts";
import { jsonResponse } from "../json_response.ts";
import { badParameters, Problem } from "../problem.ts";
import { readTrack } from "./read_track.ts";
import type { TracksJson } from "./track_json.ts";
import { readTracksRequest } from "./tracks_request.ts";

/** An answer is held in memory: so many take some 10 MB. */
const MOST_POINTS = 100_000;

/**
 * `GET /api/v1/tracks`: where some satellites were and will be, one revolution
 * ahead or of a range, and on what evidence.
 */
export function tracksRoute(
  projections: ProjectionInUse,
  readNow: () => number,
) {
  return async (c: Context): Promise<Response> => {
    const nowMs = readNow();
    const request = readTracksRequest(c.req.url, nowMs);
    const { noradIds, fromMs, stepS } = request;
    const checkLength = lengthChecker(stepS);
    using lease = projections.lease();
    const answer: TracksJson = {
      from: formatInstant(fromMs),
      step_s: stepS,
      satellites: [],
      warnings: [],
    };
    for (const noradId of noradIds) {
      const options = { ...request, nowMs, checkLength };
      const read = await readTrack(lease.projection, noradId, options);
      answer.satellites.push(read.track);
      answer.warnings.push(...read.warnings);
    }
    requireAny(answer);
    return jsonResponse(answer);
  };
}

/** Makes a check, for one satellite after the other, of all of them together. */
function lengthChecker(stepS: number): (lengthMs: number) => void {
  let seconds = 0;
  return (lengthMs) => {
    seconds += lengthMs / 1000;
    if (seconds / stepS <= MOST_POINTS) return;
    throw badParameters([{
      parameter: "step_s",
      requirement:
        `at least ${Math.ceil(seconds / MOST_POINTS)}, as the tracks ` +
        `may have ${MOST_POINTS} points together`,
      value: String(stepS),
    }]);
  };
}

/** @throws {Problem} 422, if nothing can be told of any. */
function requireAny({ from, satellites, warnings }: TracksJson): void {
  if (satellites.some(({ stretches }) => stretches.length > 0)) return;
  const names = satellites.map(({ name }) => name).join(", ");
  const why = warnings.join("; ") ||
    "no positions of then and no elements are known";
  throw new Problem(
    422,
    `Cannot tell the tracks of ${names} from ${from}: ${why}`,
  );
}
