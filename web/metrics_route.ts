import type { ProjectionInUse } from "../shared/projection/projection.ts";
import {
  each,
  type Metric,
  METRICS_CONTENT_TYPE,
  renderMetrics,
  single,
} from "../shared/status/metrics.ts";
import { processMetrics } from "../shared/status/process_metrics.ts";
import type { ProjectorStatus } from "../shared/status/projector_status.ts";
import { WARNING_KINDS } from "../shared/status/warning.ts";
import { allWarnings } from "./all_warnings.ts";
import { nameProjection } from "./name_projection.ts";
import type { RequestCounts } from "./request_counts.ts";
import type { ClientRegistry } from "./stream/client_registry.ts";

export interface MetricsDeps {
  readonly projections: ProjectionInUse;
  readonly clients: ClientRegistry;
  readonly nowMs: () => number;
  readonly readProjectorStatus: () => Promise<ProjectorStatus | null>;
}

/** `GET /metrics`: how the web app is, as Prometheus reads it. */
export function metricsRoute(deps: MetricsDeps, requests: RequestCounts) {
  return async (): Promise<Response> => {
    const status = await deps.readProjectorStatus();
    const kinds = allWarnings(deps.projections, status, deps.nowMs())
      .map(({ kind }) => kind);
    const text = await renderMetrics([
      each(
        counter("requests_total", "Requests answered, by route and status."),
        requests.read(),
        ({ route, status, count }) => ({
          labels: { route, status },
          value: count,
        }),
      ),
      single(
        gauge("stream_clients", "Clients that a stream is sent to."),
        deps.clients.size,
      ),
      single(
        counter("stream_clients_dropped_total", "Clients too slow to keep up."),
        deps.clients.dropped,
      ),
      single(
        gauge(
          "projection_revision",
          "Commits of the projection that is served; none where there is none.",
        ),
        nameProjection(deps.projections)?.revision ?? null,
      ),
      each(
        gauge("warnings", "What an operator should act on, by kind."),
        WARNING_KINDS,
        (kind) => ({
          labels: { kind },
          value: kinds.filter((each) => each === kind).length,
        }),
      ),
      ...processMetrics(),
    ]);
    return new Response(text, {
      headers: { "content-type": METRICS_CONTENT_TYPE },
    });
  };
}

function gauge(name: string, help: string): Omit<Metric, "samples"> {
  return { name: `groundtrack_web_${name}`, help, type: "gauge" };
}

function counter(name: string, help: string): Omit<Metric, "samples"> {
  return { ...gauge(name, help), type: "counter" };
}
