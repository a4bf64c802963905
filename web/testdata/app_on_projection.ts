import { ProjectionInUse } from "../../shared/projection/projection.ts";
import { createWebApp, type WebAppDeps } from "../app.ts";
import { knownObservers } from "../observers/known_observer.ts";
import { ClientRegistry } from "../stream/client_registry.ts";
import { LiveFeed } from "../stream/live_feed.ts";

interface AppOptions
  extends
    Partial<Pick<WebAppDeps, "readProjectorStatus" | "readReplayStatus">> {
  readonly clients?: number;
}

/**
 * The web app on a projection that no projector goes on with, by a clock of
 * its own. The feed looks when it is polled or run.
 */
export function createAppOnProjection(
  link: string,
  nowMs: () => number,
  { clients: inAll = 100, ...told }: AppOptions = {},
) {
  const projections = new ProjectionInUse(link);
  const feed = new LiveFeed(projections, nowMs);
  const clients = new ClientRegistry(nowMs, { inAll, perAddress: inAll });
  const app = createWebApp({
    projections,
    feed,
    clients,
    nowMs,
    onError: (error) => console.error(error),
    readProjectorStatus: () => Promise.resolve(null),
    readReplayStatus: () => Promise.resolve(null),
    observers: knownObservers([]),
    ...told,
  });
  return { app, feed, clients, projections };
}
