import type { Context } from "hono";
import { lastElementSet } from "../../shared/projection/element_sets/read_element_sets.ts";
import { recordedElementSet } from "../../shared/projection/element_sets/recorded_element_set.ts";
import type {
  Projection,
  ProjectionInUse,
} from "../../shared/projection/projection.ts";
import type { Recording } from "../../shared/projection/recordings.ts";
import { DAY_MS } from "../../shared/projection/time_range.ts";
import { pageResponse } from "../page_response.ts";
import { recordingsOf, satelliteNumber } from "../satellite_number.ts";
import { readAuditRequest } from "./audit_request.ts";
import { encodeAudit } from "./encode_audit.ts";
import { readAuditPage } from "./read_audit_page.ts";
import { readPercentiles } from "./read_percentiles.ts";

/**
 * `GET /api/v1/satellites/{norad_id}/audit`: how far off predictions of a
 * satellite turned out to be, in pages; what that comes to, by age; and how far
 * off it is to be expected at the end of the range.
 */
export function auditRoute(projections: ProjectionInUse, nowMs: () => number) {
  return async (c: Context): Promise<Response> => {
    const noradId = satelliteNumber(c);
    const request = readAuditRequest(c.req.url, nowMs());
    const { toMs } = request;
    using lease = projections.lease();
    const { projection } = lease;
    const recordings = recordingsOf(projection, noradId);
    const page = await readAuditPage(projection, noradId, request);
    const percentiles = await readPercentiles(projection, noradId, toMs);
    const inForce = setInUse(projection, recordings, toMs) ??
      lastElementSet(projection, noradId, toMs);
    const pieces = encodeAudit(page, { percentiles, inForce, toMs });
    return await pageResponse(c, pieces, page);
  };
}

/**
 * What the positions of then rest on, also where a newer set is known; null
 * where none is recorded of the day before.
 */
function setInUse(
  projection: Projection,
  recordings: readonly Recording[],
  timeMs: number,
) {
  const recorded = recordedElementSet(projection, recordings, timeMs);
  if (recorded === null) return null;
  return recorded.position.timeMs > timeMs - DAY_MS ? recorded.set : null;
}
