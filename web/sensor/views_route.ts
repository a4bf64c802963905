import type { Context } from "hono";
import { createBreather } from "../../shared/breathe.ts";
import { createSite } from "../../tle/look_angles.ts";
import { observerJson } from "../observers/observer_json.ts";
import { pageResponse } from "../page_response.ts";
import { readAskedSatellites } from "../passes/asked_satellite.ts";
import { oldElementsWarnings } from "../passes/old_elements_warnings.ts";
import { formatPlace } from "../passes/pass_place.ts";
import {
  acceptedPassesFormat,
  contentTypeOf,
} from "../passes/passes_formats.ts";
import type { PassesDeps } from "../passes/passes_deps.ts";
import { requireAnswerable } from "../passes/require_answerable.ts";
import { type CollectedViews, collectViews } from "./collect_views.ts";
import { describeView } from "./describe_view.ts";
import { describeViewsRequest } from "./describe_views_request.ts";
import { encodeViews, encodeViewsCsv } from "./encode_views.ts";
import type { ViewJson, ViewsJson } from "./view_json.ts";
import { readViewsRequest, type ViewsRequest } from "./views_request.ts";

/**
 * Answers the routes of passes where a sensor is asked for: when it saw, or will
 * see, a site.
 */
export async function answerViews(
  c: Context,
  { projections, nowMs: readNow, observers }: PassesDeps,
  path: { readonly noradId?: number },
): Promise<Response> {
  const nowMs = readNow();
  const request = readViewsRequest(c.req.url, {
    nowMs,
    observers,
    ...path,
    acceptedFormat: acceptedPassesFormat(c),
  });
  const site = createSite(request.observer);
  using lease = projections.lease();
  const { projection } = lease;
  const satellites = await readAskedSatellites(
    projection,
    request.noradIds,
    nowMs,
  );
  const found = await collectViews(projection, satellites, { site, request });
  requireAnswerable(found, request.noradIds);
  const answer = await describe(found, request);
  const pieces = request.format === "json"
    ? encodeViews(answer)
    : encodeViewsCsv(answer.views);
  return await pageResponse(c, pieces, {
    next: answer.next,
    contentType: contentTypeOf(request.format),
    vary: "Accept",
  });
}

async function describe(
  found: CollectedViews,
  request: ViewsRequest,
): Promise<ViewsJson> {
  const { next, warnings, window } = found;
  const breathe = createBreather();
  const views: ViewJson[] = [];
  for (const view of found.views) {
    views.push(describeView(view, request.sensor));
    await breathe();
  }
  return {
    request: describeViewsRequest({ ...request, range: window }),
    observer: observerJson(request.observer),
    views,
    warnings: [...warnings, ...oldElementsWarnings(views)],
    next: next && formatPlace(next),
  };
}
