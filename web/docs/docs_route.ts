import type { Context } from "hono";
import { OPENAPI } from "../openapi/openapi_route.ts";
import { renderDocs } from "./render_docs.ts";

/** `GET /docs`: the documentation of the API, for people. */
export async function docsRoute(c: Context): Promise<Response> {
  c.header("cache-control", "no-cache");
  return await c.html(renderDocs(OPENAPI, new URL(c.req.url).origin));
}
