import { listen } from "../shared/listen.ts";
import { createLog } from "../shared/log.ts";
import { ProjectionInUse } from "../shared/projection/projection.ts";
import { runService } from "../shared/run_service.ts";
import { readSettings } from "../shared/settings.ts";
import {
  readReplayStatus,
  readStatus,
  replayStatusPath,
  statusPath,
} from "../shared/status/status_file.ts";
import { createWebApp } from "./app.ts";
import { knownObservers } from "./observers/known_observer.ts";
import { ClientRegistry } from "./stream/client_registry.ts";
import { DroppedClient } from "./stream/client_stream.ts";
import { LiveFeed } from "./stream/live_feed.ts";

/** More would not get a tick in time from one process. */
const CLIENT_LIMITS = { inAll: 10_000, perAddress: 1_000 };

/** How long answers in the making may take to end, when the service stops. */
const STOP_MS = 2_000;

await runService(async (signal) => {
  const settings = readSettings([
    "PROJECTION",
    "OBSERVERS",
    "HOST",
    "PORT",
    "LOG_LEVEL",
  ]);
  const log = await createLog("web", settings.LOG_LEVEL);
  const nowMs = Date.now;
  const projections = new ProjectionInUse(settings.PROJECTION, {
    onDamage: ({ message }) => log.error(message),
  });
  const feed = new LiveFeed(projections, nowMs);
  const clients = new ClientRegistry(nowMs, CLIENT_LIMITS, {
    onDropped: ({ message }) => log.warning(message),
  });
  const onError = (error: Error) => log.error(`${error.stack}`);
  const { PROJECTION: link } = settings;
  const readProjectorStatus = () => readStatus(statusPath(link));
  const app = createWebApp({
    projections,
    feed,
    clients,
    nowMs,
    onError,
    readProjectorStatus,
    readReplayStatus: () => readReplayStatus(replayStatusPath(link)),
    observers: knownObservers(settings.OBSERVERS),
  });

  const { HOST: hostname, PORT: port } = settings;
  const server = listen({
    hostname,
    port,
    portSetting: "PORT",
    onListen: ({ hostname, port }) =>
      log.info(`Serving http://${hostname}:${port}`),
    // Of an answer that breaks off; that a client was dropped is said above.
    onError: (error) => {
      if (!(error instanceof DroppedClient)) log.error(`${error}`);
      return new Response(null, { status: 500 });
    },
  }, app.fetch);
  await Promise.all([feed.run(signal, onError), clients.run(signal)]);
  const late = new Promise((resolve) => setTimeout(resolve, STOP_MS));
  await Promise.race([server.shutdown(), late]);
  projections.close();
  log.info("Stopped");
  // A client that does not read would keep its connection, and the process.
  Deno.exit();
});
