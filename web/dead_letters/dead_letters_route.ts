import type { Context } from "hono";
import { formatLogPosition } from "../../shared/event_log/log_position.ts";
import type { ProjectionInUse } from "../../shared/projection/projection.ts";
import { pageResponse } from "../page_response.ts";
import { readDeadLettersRequest } from "./dead_letters_request.ts";
import { encodeDeadLetters } from "./encode_dead_letters.ts";
import { readDeadLettersPage } from "./read_dead_letters_page.ts";

/**
 * `GET /api/v1/dead-letters`: the records that could not be applied, and why,
 * in pages.
 */
export function deadLettersRoute(projections: ProjectionInUse) {
  return async (c: Context): Promise<Response> => {
    const request = readDeadLettersRequest(c.req.url);
    // Given back when the page is read; encoding needs it no more.
    using lease = projections.lease();
    const page = await readDeadLettersPage(lease.projection.db, request);
    return await pageResponse(c, encodeDeadLetters(page), {
      next: page.next && formatLogPosition(page.next),
    });
  };
}
