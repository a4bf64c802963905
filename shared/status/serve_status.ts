import { listen } from "../listen.ts";
import type { Settings } from "../settings.ts";
import { type Metric, METRICS_CONTENT_TYPE, renderMetrics } from "./metrics.ts";
import { processMetrics } from "./process_metrics.ts";

/** What a service knows of itself. */
export interface StatusAnswers {
  /** Why it cannot do its work now, a sentence each; none where it can. */
  readonly whyNotReady: () => readonly string[];
  readonly metrics: () => readonly Metric[];
}

/**
 * Serves `/healthz`, `/readyz` and `/metrics` until the signal, where a port
 * is set for it.
 *
 * @throws {Error} If it cannot listen there.
 */
export function serveStatus(
  { HOST: hostname, STATUS_PORT: port }: Settings<"HOST" | "STATUS_PORT">,
  answers: StatusAnswers,
  { report, signal }: {
    readonly report: (message: string) => void;
    readonly signal: AbortSignal;
  },
): void {
  if (port === undefined) return;
  listen({
    hostname,
    port,
    portSetting: "STATUS_PORT",
    signal,
    onListen: ({ hostname, port }) =>
      report(`Telling how it is at http://${hostname}:${port}/metrics`),
  }, ({ method, url }) => answerStatus(method, url, answers));
}

async function answerStatus(
  method: string,
  url: string,
  { whyNotReady, metrics }: StatusAnswers,
): Promise<Response> {
  if (method !== "GET" && method !== "HEAD") {
    const headers = { allow: "GET, HEAD" };
    return new Response("GET or HEAD\n", { status: 405, headers });
  }
  switch (new URL(url).pathname) {
    case "/healthz":
      return Response.json({ status: "ok" });
    case "/readyz": {
      const reasons = whyNotReady();
      if (reasons.length === 0) return Response.json({ status: "ok" });
      return Response.json({ status: "not ready", reasons }, { status: 503 });
    }
    case "/metrics":
      return new Response(
        await renderMetrics([...metrics(), ...processMetrics()]),
        { headers: { "content-type": METRICS_CONTENT_TYPE } },
      );
    default:
      return new Response("/healthz, /readyz or /metrics\n", { status: 404 });
  }
}
