import type { Context } from "hono";
import {
  type ProjectionInUse,
  ProjectionUnavailable,
} from "../shared/projection/projection.ts";
import type { ProjectorStatus } from "../shared/status/projector_status.ts";
import type { ReplayStatus } from "../shared/status/replay_status.ts";
import { allWarnings } from "./all_warnings.ts";
import { explainUnavailable } from "./explain_unavailable.ts";
import { projectionJson } from "./projection_json.ts";
import { readContents } from "./read_contents.ts";
import { parseQuery } from "./query.ts";
import { jsonResponse } from "./json_response.ts";

/**
 * `GET /api/v1/projection`: how the projection and the projector are, and
 * what an operator should act on; also where there is neither.
 */
export function projectionRoute(
  { projections, readProjectorStatus, readReplayStatus, nowMs }: {
    readonly projections: ProjectionInUse;
    readonly readProjectorStatus: () => Promise<ProjectorStatus | null>;
    readonly readReplayStatus: () => Promise<ReplayStatus | null>;
    readonly nowMs: () => number;
  },
) {
  return async (c: Context): Promise<Response> => {
    parseQuery(c.req.url, {});
    const status = await readProjectorStatus();
    const replay = await readReplayStatus();
    const now = nowMs();
    const contents = readContents(projections);
    const isThere = !(contents instanceof ProjectionUnavailable);
    return jsonResponse(
      projectionJson(isThere ? contents : null, status, {
        unavailable: isThere
          ? null
          : `${contents.message}. ${explainUnavailable(status, now)}`,
        damagedHours: projections.damagedHours,
        replay,
        warnings: allWarnings(projections, status, now),
        nowMs: now,
      }),
    );
  };
}
