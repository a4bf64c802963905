import type { Context } from "hono";
import { toProblem } from "../problem.ts";
import type { ClientStream } from "./client_stream.ts";
import { encodeMessage } from "./message.ts";
import type { StreamDeps } from "./stream_deps.ts";

const HEADERS = {
  "content-type": "text/event-stream",
  "cache-control": "no-store",
  "x-accel-buffering": "no",
};

/**
 * Answers with Server-Sent Events. What fails on the way is the stream's last
 * event, `problem`.
 *
 * @param serve Sends a client all it is to be sent, until it is gone.
 * @throws {Problem} 503 or 429, if there are too many clients.
 */
export function eventStreamResponse(
  c: Context,
  { clients, onError }: Pick<StreamDeps, "clients" | "onError">,
  serve: (client: ClientStream) => Promise<void>,
): Response {
  if (c.req.method === "HEAD") return c.body(null, { headers: HEADERS });
  const client = clients.admit(addressOf(c));
  serve(client).catch((error) => {
    client.send(encodeMessage("problem", toProblem(error, onError)));
    client.end();
  });
  return new Response(client.body, { headers: HEADERS });
}

/** The peer's address, as the server gives it with each request. */
function addressOf(c: Context): string {
  const info = c.env as { remoteAddr?: { hostname?: string } } | undefined;
  return info?.remoteAddr?.hostname ?? "unknown";
}
