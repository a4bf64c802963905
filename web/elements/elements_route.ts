import type { Context } from "hono";
import type { ProjectionInUse } from "../../shared/projection/projection.ts";
import { pageResponse } from "../page_response.ts";
import { recordingsOf, satelliteNumber } from "../satellite_number.ts";
import { readElementsRequest } from "./elements_request.ts";
import { readElements } from "./read_elements.ts";
import {
  CONTENT_TYPES,
  requireWritable,
  writeElements,
} from "./write_elements.ts";

/**
 * `GET /api/v1/satellites/{norad_id}/elements`: the element sets of a
 * satellite by epoch, in pages; or the one in force at an instant.
 */
export function elementsRoute(
  projections: ProjectionInUse,
  nowMs: () => number,
) {
  return async (c: Context): Promise<Response> => {
    const noradId = satelliteNumber(c);
    const request = readElementsRequest(c.req.url, nowMs());
    using lease = projections.lease();
    const { projection } = lease;
    const recordings = recordingsOf(projection, noradId);
    const asked = { noradId, recordings };
    const found = await readElements(projection, asked, request);
    const { format } = request;
    await requireWritable(found.sets, format);
    const ageAtMs = request.kind === "one" ? request.atMs : nowMs();
    const pieces = writeElements(found, { format, ageAtMs });
    return await pageResponse(c, pieces, {
      next: found.next,
      contentType: CONTENT_TYPES[format],
    });
  };
}
