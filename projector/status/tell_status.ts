import type { Settings } from "../../shared/settings.ts";
import { serveStatus } from "../../shared/status/serve_status.ts";
import { statusPath } from "../../shared/status/status_file.ts";
import { projectorMetrics } from "./projector_metrics.ts";
import type { Report } from "../report.ts";
import type { StatusBoard } from "./status_board.ts";
import { StatusPublisher } from "./status_publisher.ts";
import { whyNotReady } from "./why_not_ready.ts";

/**
 * Tells what is on the board to all who want to know: over HTTP, until the
 * signal, where a port is set; and to the web app, until it is stopped.
 *
 * @throws {Error} If it cannot listen there.
 */
export function tellStatus(
  board: StatusBoard,
  settings: Settings<"PROJECTION" | "HOST" | "STATUS_PORT">,
  { report, signal }: {
    readonly report: Report;
    readonly signal: AbortSignal;
  },
): StatusPublisher {
  serveStatus(settings, {
    whyNotReady: () => whyNotReady(board.read()),
    metrics: () => projectorMetrics(board.read()),
  }, { report: (message) => report(message, "info"), signal });
  return new StatusPublisher(
    statusPath(settings.PROJECTION),
    () => board.read(),
    (message) => report(message, "warning"),
  );
}
