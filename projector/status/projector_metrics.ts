import { findWarnings } from "../../shared/status/find_warnings.ts";
import type { Metric } from "../../shared/status/metrics.ts";
import type { ProjectorStatus } from "../../shared/status/projector_status.ts";
import { statusMetrics } from "../../shared/status/status_metrics.ts";
import { warningMetric } from "../../shared/status/warning_metric.ts";

/** What the projector tells of itself as numbers. */
export function projectorMetrics(status: ProjectorStatus): Metric[] {
  const { updatedMs } = status;
  return [
    ...statusMetrics(status, updatedMs),
    warningMetric(
      "groundtrack_projector_warnings",
      findWarnings(status, updatedMs),
    ),
  ];
}
