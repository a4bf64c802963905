import type { Context } from "hono";
import type { ProjectionInUse } from "../../shared/projection/projection.ts";
import { pageResponse } from "../page_response.ts";
import { recordingsOf, satelliteNumber } from "../satellite_number.ts";
import { readAuditRequest } from "./audit_request.ts";
import { encodeAudit } from "./encode_audit.ts";
import { readAuditPage } from "./read_audit_page.ts";
import { readPercentiles } from "./read_percentiles.ts";
import { setInForce } from "./set_in_force.ts";

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
    const inForce = setInForce(projection, { noradId, recordings }, toMs);
    const pieces = encodeAudit(page, { percentiles, inForce, toMs });
    return await pageResponse(c, pieces, page);
  };
}
