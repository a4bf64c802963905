import { openSqlite } from "../shared/sqlite.ts";
import { createAppOnProjection } from "../web/testdata/app_on_projection.ts";
import { preparePlainQueries } from "./plain_rows.ts";
import { START_MS } from "./sample_events.ts";

// The web app in a process of its own, which also tells how it fares while it
// answers, and serves plain rows the way anyone would write it first. Says its
// port when it listens.
const [link, plainPath] = Deno.args;
const { app } = createAppOnProjection(link!, () => START_MS);
const plain = preparePlainQueries(openSqlite(plainPath!, { readonly: true }));

/** What the process has done since it was last asked. */
export interface ServerHealth {
  /** Longest that the event loop did not come round. */
  readonly heldMs: number;
  readonly residentBytes: number;
  readonly peakResidentBytes: number;
}

let last = performance.now();
let heldMs = 0;
let peakResidentBytes = 0;
let ticks = 0;
const TICK_MS = 1;
setInterval(() => {
  const now = performance.now();
  heldMs = Math.max(heldMs, now - last - TICK_MS);
  if (ticks++ % 50 === 0) noteMemory();
  last = performance.now();
}, TICK_MS);

Deno.serve({
  hostname: "127.0.0.1",
  port: 0,
  onListen: ({ port }) => console.log(port),
}, (request) => {
  const { pathname } = new URL(request.url);
  if (pathname === "/health") return Response.json(takeHealth());
  if (pathname === "/plain") return new Response(streamPlain());
  return app.fetch(request);
});

function takeHealth(): ServerHealth {
  const residentBytes = noteMemory();
  const health = { heldMs, residentBytes, peakResidentBytes };
  heldMs = 0;
  peakResidentBytes = 0;
  return health;
}

function noteMemory(): number {
  const { rss } = Deno.memoryUsage();
  peakResidentBytes = Math.max(peakResidentBytes, rss);
  return rss;
}

/** All plain rows as NDJSON, a thousand at a time. */
function streamPlain(): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const rows = plain.iterate();
  return new ReadableStream({
    pull(controller) {
      let text = "";
      for (let i = 0; i < 1_000; i++) {
        const { done, value } = rows.next();
        if (done) {
          controller.enqueue(encoder.encode(text));
          return controller.close();
        }
        text += JSON.stringify(value) + "\n";
      }
      controller.enqueue(encoder.encode(text));
    },
  });
}
