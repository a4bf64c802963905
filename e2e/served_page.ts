import assert from "node:assert/strict";
import { createAppOnProjection } from "../web/testdata/app_on_projection.ts";

/** Makes the page as it ships. */
export async function bundlePage(): Promise<void> {
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["task", "page"],
  }).output();
  assert.ok(success, new TextDecoder().decode(stderr));
}

/**
 * Serves a projection as the web app does, by a clock that the test has.
 *
 * @param told What the projector and a replay tell; by default nothing.
 */
export function servePage(
  link: string,
  nowMs: () => number,
  told: Parameters<typeof createAppOnProjection>[2] = {},
) {
  const served = createAppOnProjection(link, nowMs, told);
  const { app, feed, clients, projections } = served;
  const stopping = new AbortController();
  const { signal } = stopping;
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, signal, onListen() {} },
    app.fetch,
  );
  const running = [feed.run(signal, console.error), clients.run(signal)];
  return {
    url: `http://127.0.0.1:${server.addr.port}`,
    async stop() {
      stopping.abort();
      await Promise.all(running);
      await server.finished;
      projections.close();
    },
  };
}
