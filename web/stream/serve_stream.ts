import type { ClientStream } from "./client_stream.ts";
import { sendMissed } from "./send_missed.ts";
import { sendPaced } from "./send_paced.ts";
import { sendRangeThenLive } from "./send_range.ts";
import type { StreamDeps } from "./stream_deps.ts";
import type { StreamRequest } from "./stream_request.ts";
import { StreamSession } from "./stream_session.ts";

/** Sends one client all it asked for; resolves when it is gone. */
export async function serveStream(
  client: ClientStream,
  deps: StreamDeps,
  request: StreamRequest,
): Promise<void> {
  const session = new StreamSession(client, deps, request);
  const unsubscribe = deps.feed.subscribe(session);
  try {
    await Promise.race([send(session), session.failed]);
  } finally {
    unsubscribe();
  }
}

async function send(session: StreamSession): Promise<void> {
  await session.sendSatellites();
  sendMissed(session);
  session.sendReplay();
  if (session.request.speed !== null) await sendPaced(session);
  await sendRangeThenLive(session);
  await session.client.closed;
}
