import { ProjectionInUse } from "../shared/projection/projection.ts";
import { createWebApp } from "../web/app.ts";
import { ClientRegistry } from "../web/stream/client_registry.ts";
import { LiveFeed } from "../web/stream/live_feed.ts";
import { START_MS } from "./sample_events.ts";

/** The web app on a projection in which nothing is going on. */
export function createHistoryApp(link: string) {
  const projections = new ProjectionInUse(link);
  const nowMs = () => START_MS;
  const limits = { inAll: 100, perAddress: 100 };
  const app = createWebApp({
    projections,
    feed: new LiveFeed(projections, nowMs),
    clients: new ClientRegistry(nowMs, limits),
    nowMs,
    onError: (error) => console.error(error),
    readProjectorStatus: () => Promise.resolve(null),
    readReplayStatus: () => Promise.resolve(null),
  });
  return { app, projections };
}
