import type { Context } from "hono";
import { formatInstant } from "../../shared/instant.ts";
import type {
  Projection,
  ProjectionInUse,
} from "../../shared/projection/projection.ts";
import { createSite } from "../../tle/look_angles.ts";
import type { NamedObserver } from "../observers/named_observer.ts";
import { pageResponse } from "../page_response.ts";
import { Problem } from "../problem.ts";
import { satelliteNumber } from "../satellite_number.ts";
import { type AskedSatellite, readAskedSatellite } from "./asked_satellite.ts";
import { type CollectedPasses, collectPasses } from "./collect_passes.ts";
import { describePasses } from "./describe_passes.ts";
import { encodePasses } from "./encode_passes.ts";
import { oldElementsWarnings } from "./old_elements_warnings.ts";
import type { PassesJson } from "./pass_json.ts";
import { formatPlace } from "./pass_place.ts";
import {
  describeRequest,
  type PassesRequest,
  readPassesRequest,
} from "./passes_request.ts";

/** What the routes of passes need. */
export interface PassesDeps {
  readonly projections: ProjectionInUse;
  readonly nowMs: () => number;
  /** Those that a setting names. */
  readonly observers: readonly NamedObserver[];
}

/**
 * `GET /api/v1/satellites/{norad_id}/passes`: when a satellite was, is and will
 * be above an observer's horizon, and on what evidence.
 */
export function satellitePassesRoute(deps: PassesDeps) {
  return async (c: Context): Promise<Response> =>
    await answer(c, deps, [satelliteNumber(c)], readPassesRequest(c, deps));
}

/** `GET /api/v1/passes`: the same of several satellites, by TCA. */
export function passesRoute(deps: PassesDeps) {
  return async (c: Context): Promise<Response> => {
    const { satellites, ...request } = readPassesOfManyRequest(c, deps);
    return await answer(c, deps, satellites, request);
  };
}
