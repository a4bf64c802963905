import { Hono } from "hono";
import { ProjectionUnavailable } from "../shared/projection/projection.ts";
import type { ProjectorStatus } from "../shared/status/projector_status.ts";
import type { ReplayStatus } from "../shared/status/replay_status.ts";
import { auditRoute } from "./audit/audit_route.ts";
import { backfillsRoute } from "./backfills/backfills_route.ts";
import { compress } from "./compress.ts";
import { evidenceRoute } from "./evidence/evidence_route.ts";
import { explainUnavailable } from "./explain_unavailable.ts";
import { deadLettersRoute } from "./dead_letters/dead_letters_route.ts";
import { docsRoute } from "./docs/docs_route.ts";
import { elementsRoute } from "./elements/elements_route.ts";
import { healthRoute, readyRoute } from "./health_routes.ts";
import { lookRoute } from "./look/look_route.ts";
import { metricsRoute } from "./metrics_route.ts";
import { nodesRoute } from "./nodes/nodes_route.ts";
import { notFound } from "./not_found.ts";
import type { KnownObserver } from "./observers/known_observer.ts";
import { observersRoute } from "./observers/observers_route.ts";
import { openapiRoute } from "./openapi/openapi_route.ts";
import { passesRoute, satellitePassesRoute } from "./passes/passes_route.ts";
import { positionsRoute } from "./positions/positions_route.ts";
import { Problem, toProblem } from "./problem.ts";
import { projectionRoute } from "./projection_route.ts";
import { RequestCounts } from "./request_counts.ts";
import { satellitesRoute } from "./satellites_route.ts";
import { securityHeaders } from "./security_headers.ts";
import { serveStaticFiles } from "./static_files.ts";
import type { StreamDeps } from "./stream/stream_deps.ts";
import { streamRoute } from "./stream/stream_route.ts";
import { tracksRoute } from "./tracks/tracks_route.ts";

export interface WebAppDeps extends StreamDeps {
  /** What the projector says of itself; null where it says nothing. */
  readonly readProjectorStatus: () => Promise<ProjectorStatus | null>;
  /** What a replay says of itself, or the last one said. */
  readonly readReplayStatus: () => Promise<ReplayStatus | null>;
  /** Places that can be named. */
  readonly observers: readonly KnownObserver[];
}

/** The whole web app, from request to response. */
export function createWebApp(deps: WebAppDeps): Hono {
  const { projections, nowMs, onError } = deps;
  const requests = new RequestCounts();
  const app = new Hono();
  app.use(requests.middleware);
  app.use(securityHeaders);
  app.use(compress);

  app.get("/api/v1/satellites", satellitesRoute(projections, nowMs));
  app.get(
    "/api/v1/satellites/:norad_id/elements",
    elementsRoute(projections, nowMs),
  );
  app.get("/api/v1/satellites/:norad_id/audit", auditRoute(projections, nowMs));
  app.get("/api/v1/satellites/:norad_id/nodes", nodesRoute(projections));
  app.get("/api/v1/satellites/:norad_id/passes", satellitePassesRoute(deps));
  app.get("/api/v1/satellites/:norad_id/look", lookRoute(deps));
  app.get(
    "/api/v1/satellites/:norad_id/evidence",
    evidenceRoute(projections, nowMs),
  );
  app.get("/api/v1/passes", passesRoute(deps));
  app.get("/api/v1/positions", positionsRoute(projections, nowMs));
  app.get("/api/v1/tracks", tracksRoute(projections, nowMs));
  app.get("/api/v1/backfills", backfillsRoute(projections, nowMs));
  app.get("/api/v1/observers", observersRoute(deps.observers));
  app.get("/api/v1/stream", streamRoute(deps));
  app.get("/api/v1/projection", projectionRoute(deps));
  app.get("/api/v1/dead-letters", deadLettersRoute(projections));
  app.get("/healthz", healthRoute);
  app.get("/readyz", readyRoute(projections));
  app.get("/metrics", metricsRoute(deps, requests));
  app.get("/openapi.json", openapiRoute);
  app.get("/docs", docsRoute);
  serveStaticFiles(app);

  app.notFound((c) => {
    const { method: asked, path: given } = c.req;
    const isKnown = app.routes.some(({ method, path }) =>
      method === "GET" && matchesPath(path, given)
    );
    if (!isKnown) return notFound(c);
    return new Problem(
      405,
      `Cannot answer as the method must be GET or HEAD: current value is ${asked}`,
    ).toResponse();
  });
  app.onError(async (error) => {
    const problem = toProblem(error, onError);
    if (!(error instanceof ProjectionUnavailable)) return problem.toResponse();
    const status = await deps.readProjectorStatus();
    const becomes = explainUnavailable(status, nowMs());
    return new Problem(503, `${problem.message}. ${becomes}`).toResponse();
  });
  return app;
}

/** Whether a path is one that a route's pattern with `:names` describes. */
function matchesPath(pattern: string, path: string): boolean {
  const parts = path.split("/");
  const wanted = pattern.split("/");
  return parts.length === wanted.length &&
    wanted.every((part, i) => part.startsWith(":") || part === parts[i]);
}
