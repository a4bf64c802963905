import type { Context } from "hono";
import { formatInstant } from "../../shared/instant.ts";
import type { ProjectionInUse } from "../../shared/projection/projection.ts";
import { createSite } from "../../tle/look_angles.ts";
import type { KnownObserver } from "../observers/known_observer.ts";
import { pageResponse } from "../page_response.ts";
import { Problem } from "../problem.ts";
import { satelliteNumber } from "../satellite_number.ts";
import { readAskedSatellite } from "./asked_satellite.ts";
import { type CollectedPasses, collectPasses } from "./collect_passes.ts";
import { describePasses } from "./describe_passes.ts";
import { describeRequest } from "./describe_request.ts";
import { encodePasses } from "./encode_passes.ts";
import { encodePassesCsv } from "./encode_passes_csv.ts";
import { oldElementsWarnings } from "./old_elements_warnings.ts";
import type { PassesJson, PassJson } from "./pass_json.ts";
import { formatPlace } from "./pass_place.ts";
import { acceptedPassesFormat, contentTypeOf } from "./passes_formats.ts";
import { type PassesRequest, readPassesRequest } from "./passes_request.ts";
import { writeCalendar } from "./write_calendar.ts";

/** What the routes of passes need. */
export interface PassesDeps {
  readonly projections: ProjectionInUse;
  readonly nowMs: () => number;
  readonly observers: readonly KnownObserver[];
}

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
  { projections, nowMs: readNow, observers }: PassesDeps,
  path: { readonly noradId?: number },
): Promise<Response> {
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
  const satellites = [];
  for (const noradId of request.noradIds) {
    satellites.push(await readAskedSatellite(projection, noradId, nowMs));
  }
  const found = await collectPasses(projection, satellites, { site, request });
  requireAnswerable(found, request);
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

/** @throws {Problem} 422, if nothing of the window may be answered. */
function requireAnswerable(
  { isAnswerable, warnings, window }: CollectedPasses,
  { noradIds }: PassesRequest,
): void {
  if (isAnswerable) return;
  const from = formatInstant(window.fromMs);
  const to = formatInstant(window.toMs);
  const why = warnings.join("; ") || "no positions and no elements are known";
  throw new Problem(
    422,
    `Cannot tell passes of ${
      noradIds.join(", ")
    } from ${from} to ${to}: ${why}`,
  );
}

function restOf(
  { warnings, next, window }: CollectedPasses,
  passes: readonly PassJson[],
  request: PassesRequest,
): Omit<PassesJson, "passes"> {
  const { name, latitudeDeg, longitudeDeg, altitudeM } = request.observer;
  return {
    request: describeRequest({ ...request, range: window }),
    observer: {
      name,
      latitude_deg: latitudeDeg,
      longitude_deg: longitudeDeg,
      altitude_m: altitudeM,
    },
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
