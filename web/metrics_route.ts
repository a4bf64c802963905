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
import { replayMetrics } from "../shared/status/replay_metrics.ts";
import type { ReplayStatus } from "../shared/status/replay_status.ts";
import { statusMetrics } from "../shared/status/status_metrics.ts";
import { warningMetric } from "../shared/status/warning_metric.ts";
import { allWarnings } from "./all_warnings.ts";
import { nameProjection } from "./name_projection.ts";
import type { RequestCounts } from "./request_counts.ts";
import type { ClientRegistry } from "./stream/client_registry.ts";

export interface MetricsDeps {
  readonly projections: ProjectionInUse;
  readonly clients: ClientRegistry;
  readonly nowMs: () => number;
  readonly readProjectorStatus: () => Promise<ProjectorStatus | null>;
  readonly readReplayStatus: () => Promise<ReplayStatus | null>;
}

/**
 * `GET /metrics`: how the web app is, as Prometheus reads it, and how the
 * projector is, as far as it lets the web app know.
 */
export function metricsRoute(deps: MetricsDeps, requests: RequestCounts) {
  return async (): Promise<Response> => {
    const status = await deps.readProjectorStatus();
    const nowMs = deps.nowMs();
    const projection = nameProjection(deps.projections);
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
        projection && projection.revision,
      ),
      each(
        gauge("projection_info", "Always 1, of the projection that is served."),
        projection === null ? [] : [projection],
        ({ id, version }) => ({ labels: { id, version }, value: 1 }),
      ),
      warningMetric(
        "groundtrack_web_warnings",
        allWarnings(deps.projections, status, nowMs),
      ),
      ...statusMetrics(status, nowMs),
      ...replayMetrics(await deps.readReplayStatus(), nowMs),
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
