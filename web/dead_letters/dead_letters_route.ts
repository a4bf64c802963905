import type { Context } from "hono";
import type { LogPosition } from "../../shared/event_log/event_log.ts";
import { formatLogPosition } from "../../shared/event_log/log_position.ts";
import type { ProjectionInUse } from "../../shared/projection/projection.ts";
import { bytesResponse } from "../bytes_response.ts";
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
    const headers = new Headers({ "content-type": "application/json" });
    if (page.next !== null) {
      headers.set("link", `<${nextUrl(c, page.next)}>; rel="next"`);
    }
    const response = await bytesResponse(encodeDeadLetters(page), { headers });
    // Hono leaves out the body, and would leave it open.
    if (c.req.method === "HEAD") await response.body?.cancel();
    return response;
  };
}

function nextUrl(c: Context, next: LogPosition): string {
  const url = new URL(c.req.url);
  url.searchParams.set("cursor", formatLogPosition(next));
  return `${url.pathname}${url.search}`;
}
