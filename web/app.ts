import { Hono } from "hono";
import { compress } from "hono/compress";
import { healthRoute, readyRoute } from "./health_routes.ts";
import { positionsRoute } from "./positions/positions_route.ts";
import { Problem, toProblem } from "./problem.ts";
import { satellitesRoute } from "./satellites_route.ts";
import { securityHeaders } from "./security_headers.ts";
import { serveStaticFiles } from "./static_files.ts";
import type { StreamDeps } from "./stream/stream_deps.ts";
import { streamRoute } from "./stream/stream_route.ts";

/** The whole web app, from request to response. */
export function createWebApp(deps: StreamDeps): Hono {
  const { projections, nowMs, onError } = deps;
  const app = new Hono();
  app.use(securityHeaders);
  // Not for small answers, which it makes slower, nor for streams.
  app.use(compress({ encoding: "gzip", threshold: 4_096 }));

  app.get("/api/v1/satellites", satellitesRoute(projections, nowMs));
  app.get("/api/v1/positions", positionsRoute(projections, nowMs));
  app.get("/api/v1/stream", streamRoute(deps));
  app.get("/healthz", healthRoute);
  app.get("/readyz", readyRoute(projections));
  serveStaticFiles(app);

  app.notFound(({ req }) => {
    const known = app.routes.some(({ method, path }) =>
      method === "GET" && path === req.path
    );
    const problem = known
      ? new Problem(
        405,
        `Cannot answer as the method must be GET or HEAD: current value is ${req.method}`,
      )
      : new Problem(404, `Cannot find ${req.path}`);
    return problem.toResponse();
  });
  app.onError((error) => toProblem(error, onError).toResponse());
  return app;
}
