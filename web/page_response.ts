import type { Context } from "hono";
import { bytesResponse, type BytesResponseOptions } from "./bytes_response.ts";

interface PageResponseOptions extends Pick<BytesResponseOptions, "onEnd"> {
  /** The cursor of the next page; null at the end. */
  readonly next: string | null;
  readonly contentType?: string;
  /** The header that the answer depends on. */
  readonly vary?: string;
}

/**
 * Answers with a page, by default of JSON, and with a link to the next one.
 *
 * @param pieces As `bytesResponse` takes them.
 */
export async function pageResponse(
  c: Context,
  pieces: Iterator<Uint8Array<ArrayBuffer>>,
  { next, contentType = "application/json", vary, ...options }:
    PageResponseOptions,
): Promise<Response> {
  const headers = new Headers({ "content-type": contentType });
  if (vary !== undefined) headers.set("vary", vary);
  if (next !== null) {
    const url = new URL(c.req.url);
    url.searchParams.set("cursor", next);
    headers.set("link", `<${url.pathname}${url.search}>; rel="next"`);
  }
  const response = await bytesResponse(pieces, { headers, ...options });
  // Hono leaves out the body, and would leave it open.
  if (c.req.method === "HEAD") await response.body?.cancel();
  return response;
}
