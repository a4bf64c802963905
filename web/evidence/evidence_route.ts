import type { Context } from "hono";
import { formatInstant } from "../../shared/instant.ts";
import {
  lastSample,
  type RecordedSample,
} from "../../shared/projection/last_sample.ts";
import type {
  Projection,
  ProjectionInUse,
} from "../../shared/projection/projection.ts";
import type { Recording } from "../../shared/projection/recordings.ts";
import { HOUR_MS } from "../../shared/projection/time_range.ts";
import { readPercentiles } from "../audit/read_percentiles.ts";
import { jsonResponse } from "../json_response.ts";
import { described } from "../openapi/operation.ts";
import { instant } from "../parameters.ts";
import { Problem } from "../problem.ts";
import { parseQuery } from "../query.ts";
import { recordingsOf, satelliteNumber } from "../satellite_number.ts";
import { evidenceJson } from "./evidence_json.ts";

/** What was recorded longer before an instant says nothing of it. */
const NEAR_MS = HOUR_MS;

export const EVIDENCE_PARAMETERS = {
  at: described(
    instant,
    "Of the last position up to then, within an hour; now, if left out",
  ),
};

/**
 * `GET /api/v1/satellites/{norad_id}/evidence`: what a recorded position rests
 * on, from the log to its elements: of the last one up to `at`, by default now.
 */
export function evidenceRoute(
  projections: ProjectionInUse,
  nowMs: () => number,
) {
  return async (c: Context): Promise<Response> => {
    const noradId = satelliteNumber(c);
    const { at: atMs = nowMs() } = parseQuery(
      c.req.url,
      EVIDENCE_PARAMETERS,
    );
    using lease = projections.lease();
    const { projection } = lease;
    const recordings = recordingsOf(projection, noradId);
    const found = requireNear(projection, recordings, { noradId, atMs });
    const timeMs = found.sample.timeMs[0]!;
    const percentiles = await readPercentiles(projection, noradId, timeMs);
    return jsonResponse(evidenceJson(projection, found, percentiles));
  };
}

function requireNear(
  projection: Projection,
  recordings: readonly Recording[],
  { noradId, atMs }: { noradId: number; atMs: number },
): RecordedSample {
  const found = lastSample(projection, recordings, atMs);
  const lastMs = found?.sample.timeMs[0];
  if (found && atMs - lastMs! <= NEAR_MS) return found;
  throw new Problem(
    404,
    `Cannot find a position of ${noradId} as one must be recorded in the hour ` +
      `up to ${formatInstant(atMs)}: the last one before is ${
        lastMs === undefined ? "none" : `of ${formatInstant(lastMs)}`
      }`,
  );
}
