import assert from "node:assert/strict";
import { serveStatus } from "./serve_status.ts";

/** Serves on a free port for one test; gives the address. */
async function withServer(
  reasons: readonly string[],
  test: (url: string) => Promise<void>,
): Promise<void> {
  const stop = new AbortController();
  const told = Promise.withResolvers<string>();
  serveStatus({ HOST: "127.0.0.1", STATUS_PORT: 0 }, {
    whyNotReady: () => reasons,
    metrics: () => [
      { name: "a", help: "A.", type: "gauge", samples: [{ value: 1 }] },
    ],
  }, { report: told.resolve, signal: stop.signal });
  const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(await told.promise)!;
  try {
    await test(url);
  } finally {
    stop.abort();
  }
}

async function get(url: string, init: RequestInit = {}) {
  const response = await fetch(url, init);
  const text = await response.text();
  return { status: response.status, headers: response.headers, text };
}

Deno.test("serveStatus() says that it is there, and ready", () =>
  withServer([], async (url) => {
    for (const path of ["/healthz", "/readyz"]) {
      const { status, text } = await get(url + path);
      assert.deepEqual([status, text], [200, '{"status":"ok"}']);
    }
  }));

Deno.test("serveStatus() says why it is not ready, and is there all the same", () =>
  withServer(["The log is away"], async (url) => {
    const { status, text } = await get(`${url}/readyz`);
    assert.equal(status, 503);
    assert.deepEqual(JSON.parse(text), {
      status: "not ready",
      reasons: ["The log is away"],
    });
    assert.equal((await get(`${url}/healthz`)).status, 200);
  }));

Deno.test("serveStatus() tells its metrics, and those of the process", () =>
  withServer([], async (url) => {
    const { status, headers, text } = await get(`${url}/metrics`);
    assert.equal(status, 200);
    assert.match(headers.get("content-type")!, /^text\/plain; version=0\.0\.4/);
    assert.match(text, /^a 1$/m);
    assert.match(text, /^process_resident_memory_bytes \d+$/m);
  }));

Deno.test("serveStatus() answers nothing else", () =>
  withServer([], async (url) => {
    assert.equal((await get(`${url}/`)).status, 404);
    const { status, headers } = await get(`${url}/readyz`, { method: "POST" });
    assert.deepEqual([status, headers.get("allow")], [405, "GET, HEAD"]);
    assert.equal((await get(`${url}/readyz`, { method: "HEAD" })).status, 200);
  }));

Deno.test("serveStatus() listens nowhere where no port is set", () => {
  const never = () => assert.fail("asked");
  serveStatus(
    { HOST: "127.0.0.1", STATUS_PORT: undefined },
    { whyNotReady: never, metrics: never },
    { report: never, signal: AbortSignal.timeout(0) },
  );
});

Deno.test("serveStatus() says what to do about a port that is taken", () => {
  using taken = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = taken.addr;
  assert.throws(
    () =>
      serveStatus(
        { HOST: "127.0.0.1", STATUS_PORT: port },
        { whyNotReady: () => [], metrics: () => [] },
        { report: () => {}, signal: new AbortController().signal },
      ),
    {
      message: `Cannot serve http://127.0.0.1:${port} as the port must be ` +
        "free: another program listens there. End it, or set STATUS_PORT to " +
        "another",
    },
  );
});
