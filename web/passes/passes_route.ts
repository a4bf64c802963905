import type { Context } from "hono";
import { createSite } from "../../tle/look_angles.ts";
import { observerJson } from "../observers/observer_json.ts";
import { pageResponse } from "../page_response.ts";
import { satelliteNumber } from "../satellite_number.ts";
import { asksForViews } from "../sensor/views_request.ts";
import { answerViews } from "../sensor/views_route.ts";
import { readAskedSatellites } from "./asked_satellite.ts";
import { type CollectedPasses, collectPasses } from "./collect_passes.ts";
import { describePasses } from "./describe_passes.ts";
import { describeRequest } from "./describe_request.ts";
import { encodePasses } from "./encode_passes.ts";
import { encodePassesCsv } from "./encode_passes_csv.ts";
import { oldElementsWarnings } from "./old_elements_warnings.ts";
import type { PassesDeps } from "./passes_deps.ts";
import type { PassesJson, PassJson } from "./pass_json.ts";
import { formatPlace } from "./pass_place.ts";
import { acceptedPassesFormat, contentTypeOf } from "./passes_formats.ts";
import { type PassesRequest, readPassesRequest } from "./passes_request.ts";
import { requireAnswerable } from "./require_answerable.ts";
import { writeCalendar } from "./write_calendar.ts";

/**
 * `GET /api/v1/satellites/{norad_id}/passes`: when a satellite was, is and will
 * be above an observer's horizon, and on what evidence.
 */
export function satellitePassesRoute(deps: PassesDeps) {
  return async (c: Context): Promise<Response> =>
    await answer(c, deps, { noradId: satelliteNumber(c) });
}

/** `GET /api/v1/passes`: the same of several satellites, by TCA. */
export function passesRoute(deps: PassesDeps) {
  return async (c: Context): Promise<Response> => await answer(c, deps, {});
}

async function answer(
  c: Context,
  deps: PassesDeps,
  path: { readonly noradId?: number },
): Promise<Response> {
  if (asksForViews(c.req.url)) return await answerViews(c, deps, path);
  const { projections, nowMs: readNow, observers } = deps;
  const nowMs = readNow();
  const request = readPassesRequest(c.req.url, {
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
  const found = await collectPasses(projection, satellites, { site, request });
  requireAnswerable(found, request.noradIds);
  const options = { site, request, nowMs };
  const passes = await describePasses(projection, found.passes, options);
  const rest = restOf(found, passes, request);
  const pieces = encode(passes, rest, { ...request, madeMs: nowMs });
  return await pageResponse(c, pieces, {
    next: rest.next,
    contentType: contentTypeOf(request.format),
    vary: "Accept",
  });
}

function restOf(
  { warnings, next, window }: CollectedPasses,
  passes: readonly PassJson[],
  request: PassesRequest,
): Omit<PassesJson, "passes"> {
  return {
    request: describeRequest({ ...request, range: window }),
    observer: observerJson(request.observer),
    warnings: [...warnings, ...oldElementsWarnings(passes)],
    next: next && formatPlace(next),
  };
}

function encode(
  passes: readonly PassJson[],
  rest: Omit<PassesJson, "passes">,
  { format, observer, madeMs }: PassesRequest & { readonly madeMs: number },
): Iterator<Uint8Array<ArrayBuffer>> {
  switch (format) {
    case "json":
      return encodePasses(passes, rest);
    case "csv":
      return encodePassesCsv(passes);
    case "ics":
      return writeCalendar(passes, { observer, madeMs });
  }
}
