import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { freePort, isFree } from "./free_port.ts";
import { kafkaTest } from "./testdata/test_broker.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const WAIT_MS = 30_000;

kafkaTest("main starts Kafka once, and stops it at SIGTERM", async () => {
  await using place = makePlace();
  const first = place.start();
  await first.says("Kafka is ready at");
  assert.ok(
    first.output().includes(`EVENT_LOG=kafka://localhost:${place.port}`),
  );

  const second = place.start();
  assert.equal((await second.ended).code, 1);
  assert.match(second.output(), /folder must be free: another broker uses/);

  first.kill("SIGTERM");
  assert.equal((await first.ended).code, 0);
  assert.match(first.output(), /Kafka has stopped; its records are kept/);
  assert.ok(isFree(place.port));
});

kafkaTest("main's broker does not outlive a kill -9", async () => {
  await using place = makePlace();
  const main = place.start();
  await main.says("Kafka is ready at");
  main.kill("SIGKILL");
  await main.ended;
  const deadline = performance.now() + WAIT_MS;
  while (!isFree(place.port) && performance.now() < deadline) await pause();
  assert.ok(isFree(place.port));
});

/** A port, whose folder in data/ goes with the test. */
function makePlace() {
  const port = freePort();
  return {
    port,
    start: () => start(port),
    [Symbol.asyncDispose]: () =>
      Deno.remove(`${ROOT}/data/kafka/${port}`, { recursive: true }),
  };
}

function start(port: number) {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-q", "-P=kafka", "shared/kafka_broker/main.ts"],
    cwd: ROOT,
    env: { KAFKA_PORT: String(port), NO_COLOR: "1" },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  let output = "";
  const drain = async (stream: ReadableStream<Uint8Array<ArrayBuffer>>) => {
    for await (const text of stream.pipeThrough(new TextDecoderStream())) {
      output += text;
    }
  };
  const drained = Promise.all([drain(child.stdout), drain(child.stderr)]);
  return {
    output: () => output,
    kill: (signal: Deno.Signal) => child.kill(signal),
    ended: child.status.then(async (status) => {
      await drained;
      return status;
    }),
    says: async (text: string) => {
      const deadline = performance.now() + WAIT_MS;
      while (!output.includes(text)) {
        assert.ok(performance.now() < deadline, `it said: ${output}`);
        await pause();
      }
    },
  };
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 50));
}
