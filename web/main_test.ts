import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { positionsOf, TERRA } from "./testdata/given_positions.ts";
import { TestProjection } from "./testdata/test_projection.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** The web app as a process of its own, on a projection of one satellite. */
async function start(projection: TestProjection) {
  await projection.replace();
  projection.commit(positionsOf(TERRA, 0, 60));
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-q", "-A", "web/main.ts"],
    cwd: ROOT,
    env: { PROJECTION: projection.link, PORT: "0", NO_COLOR: "1" },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  let text = "";
  let port = 0;
  const output = child.stdout.pipeThrough(new TextDecoderStream());
  const reader = output.getReader();
  while (port === 0) {
    const { value, done } = await reader.read();
    if (done) throw new Error(await new Response(child.stderr).text());
    text += value;
    port = Number(/http:\/\/127\.0\.0\.1:(\d+)/.exec(text)?.[1] ?? 0);
  }
  const stop = async () => {
    const started = performance.now();
    child.kill("SIGTERM");
    const { code } = await child.status;
    const tookMs = performance.now() - started;
    await Promise.all([reader.cancel(), child.stderr.cancel()]);
    return { code, tookMs };
  };
  return { port, stop };
}

Deno.test("the web app serves until it is told to stop, and ends its streams", async () => {
  await using projection = new TestProjection();
  const { port, stop } = await start(projection);
  const url = `http://127.0.0.1:${port}`;
  const { satellites } = await (await fetch(`${url}/api/v1/satellites`)).json();
  assert.equal(satellites[0].samples, 60);
  const stream = await fetch(`${url}/api/v1/stream`);
  const [{ code }, text] = await Promise.all([stop(), stream.text()]);
  assert.equal(code, 0);
  assert.match(text, /^event: satellites\n.*event: state\n/s);
});

Deno.test("the web app stops, though a client does not read its answer", async () => {
  await using projection = new TestProjection();
  const { port, stop } = await start(projection);
  for (let hour = 0; hour < 24; hour++) {
    projection.commit(positionsOf(TERRA, hour * 3_600, hour * 3_600 + 3_600));
  }
  const connection = await Deno.connect({ hostname: "127.0.0.1", port });
  // More than the buffers of the connection take.
  const query = "from=0&to=2099-01-01&limit=100000&format=csv";
  const request = `GET /api/v1/positions?${query} HTTP/1.1\r\n` +
    "host: 127.0.0.1\r\n\r\n";
  await connection.write(new TextEncoder().encode(request.repeat(5)));
  await connection.read(new Uint8Array(1_000));
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const { code, tookMs } = await stop();
  connection.close();
  assert.equal(code, 0);
  assert.ok(tookMs > 1_900 && tookMs < 15_000, `${tookMs} ms`);
});

Deno.test("the web app says what to do about a port that is taken", async () => {
  using taken = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { code, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-q", "-A", "web/main.ts"],
    cwd: ROOT,
    env: { PORT: String(taken.addr.port), NO_COLOR: "1" },
  }).output();
  assert.equal(code, 1);
  assert.match(
    new TextDecoder().decode(stderr),
    /as the port must be free: .* set PORT to another/,
  );
});
