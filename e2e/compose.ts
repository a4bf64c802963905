import assert from "node:assert/strict";
import { ComposeProject } from "./compose_project.ts";
import {
  areLive,
  assertComplete,
  lastMs,
  recorded,
  SATELLITES,
} from "./recorded.ts";
import { waitFor } from "./services.ts";

// Takes docker-compose.yml through what a deployment meets. Not a test of
// `deno task test`: it needs Docker, and images from a registry.

const OURS = ["terra", "aqua", "aura", "projector", "web"];
const STOPPED_MS = 20_000;

const interrupt = new AbortController();
const interrupted = new Promise<never>((_, reject) => {
  interrupt.signal.addEventListener(
    "abort",
    () => reject(new Error("Interrupted")),
  );
});
const project = new ComposeProject(interrupt.signal);
const sleep = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** From an hour before the start until now. */
const fromMs = Date.now() - 3_600_000;
const soFar = () => ({ fromMs, toMs: Date.now() });

/** Waits until everything is recorded that was due when it was called. */
function complete(range = soFar()): Promise<void> {
  return waitFor("every second to be recorded once", async () => {
    await assertComplete(project, range);
    return true;
  }, 60_000);
}

const steps: [string, () => Promise<unknown>][] = [
  ["builds the image", () => project.compose(["build"])],
  ["starts until every service is healthy", () => project.up()],
  ["serves the page and three live satellites", async () => {
    for (const path of ["/", "/app.js"]) {
      const response = await fetch(`${project.url}${path}`);
      assert.equal(response.status, 200, path);
      await response.body!.cancel();
    }
    assert(await areLive(project));
    await complete();
  }],
  [
    "runs without root or capabilities, and writes to its data only",
    async () => {
      for (const service of [...OURS, "kafka"]) await assertPlain(service);
      for (const service of OURS) {
        assert.deepEqual(
          await writable(service),
          ["/app/data", "/tmp"],
          service,
        );
      }
    },
  ],
  [`goes on while terra is stopped for ${STOPPED_MS / 1000} s`, async () => {
    await project.compose(["stop", "terra"]);
    const before = await lastMs(project);
    await sleep(STOPPED_MS);
    assert(await areLive(project, [SATELLITES.aqua, SATELLITES.aura]));
    const after = await lastMs(project);
    assert(after.get(SATELLITES.terra)! - before.get(SATELLITES.terra)! < 2000);
  }],
  ["shows the gap when terra comes back and fills in nothing", async () => {
    await project.up({ BACKFILL: "0" }, ["terra"]);
    await waitFor("terra to be live", () => areLive(project));
    const { gaps } = await recorded(project, SATELLITES.terra, soFar());
    assert.equal(gaps.length, 1);
    const { from, to } = gaps[0]!;
    assert(Date.parse(to) - Date.parse(from) >= STOPPED_MS);
  }],
  ["fills the gap when terra starts as it should", async () => {
    await project.up({}, ["terra"]);
    await complete();
  }],
  ...OURS.map((service): [string, () => Promise<unknown>] => [
    `goes on by itself after kill -9 of ${service}`,
    () => killAndWait(service),
  ]),
  // Not from within: nothing there can kill the first process of a container.
  ["goes on after kill -9 of kafka and its start", async () => {
    await project.compose(["kill", "kafka"]);
    await sleep(3_000);
    await project.compose(["start", "kafka"]);
    await healthy("kafka");
    await complete();
  }],
  [
    "ends well, and keeps everything when taken down and up",
    () => downAndUp(() => Promise.resolve()),
  ],
  [
    "makes the same projection anew from the log",
    () =>
      downAndUp(() =>
        project.docker(["volume", "rm", `${project.name}_projection`])
      ),
  ],
  ["leaves nothing when removed", async () => {
    await project.remove();
    assert.deepEqual(await project.leftovers(), []);
  }],
];

/** From within the container: after `docker kill` it would stay stopped. */
async function killAndWait(service: string): Promise<void> {
  const startedAt = () => project.inspect(service, ".State.StartedAt");
  const before = await startedAt();
  // The first process is an init; its child is the service. The shell itself
  // dies with the container, so it cannot tell how it went.
  await project.shell(service, "kill -9 $(cat /proc/1/task/1/children)")
    .catch(() => {});
  await waitFor(
    `${service} to be started again`,
    async () => await startedAt() !== before,
  );
  await healthy(service);
  await complete();
}

function healthy(service: string): Promise<void> {
  return waitFor(
    `${service} to be healthy`,
    async () =>
      await project.inspect(service, ".State.Health.Status") === "healthy",
    60_000,
  );
}

/** What was recorded before must be the same after, to the last digit. */
async function downAndUp(meanwhile: () => Promise<unknown>): Promise<void> {
  const range = soFar();
  await complete(range);
  const read = () =>
    Promise.all(
      Object.values(SATELLITES).map((id) => recorded(project, id, range)),
    );
  const before = await read();
  await project.compose(["stop"]);
  for (const service of OURS) {
    assert.equal(await project.inspect(service, ".State.ExitCode"), "0");
  }
  await project.compose(["down"]);
  await meanwhile();
  await project.up();
  await complete();
  assert.deepEqual(await read(), before);
}

async function assertPlain(service: string): Promise<void> {
  const status = await project.shell(service, "cat /proc/1/status");
  const value = (name: string) =>
    status.match(new RegExp(`^${name}:\\s+(\\w+)`, "m"))?.[1];
  assert.notEqual(value("Uid"), "0", `${service} runs as root`);
  assert.match(value("CapEff")!, /^0+$/, `${service} has capabilities`);
  assert.match(value("CapBnd")!, /^0+$/, `${service} can get capabilities`);
  assert.equal(value("NoNewPrivs"), "1", `${service} can get privileges`);
}

/** Folders of a container in which a service can make a file. */
async function writable(service: string): Promise<string[]> {
  const folders = "/ /app /app/data /app/node_modules /deno-dir /home /tmp";
  const list = await project.shell(
    service,
    `for d in ${folders} /usr/bin /var/tmp; do (: > $d/probe) 2>/dev/null &&` +
      " rm $d/probe && echo $d; done; true",
  );
  return list.trim().split("\n");
}

async function runSteps(): Promise<{ passed: number; failed: number }> {
  let passed = 0;
  for (const [name, run] of steps) {
    const start = performance.now();
    const took = () => `(${((performance.now() - start) / 1000).toFixed(1)} s)`;
    try {
      await Promise.race([run(), interrupted]);
      passed++;
      console.log(`ok      ${name} ${took()}`);
    } catch (error) {
      console.log(`FAILED  ${name} ${took()}\n${error}`);
      const logs = ["logs", "--no-color", "--tail", "15", ...OURS];
      for (const args of [["ps", "--all"], logs]) {
        if (interrupt.signal.aborted) break;
        console.log(await project.compose(args).catch(String));
      }
      // Each of the others builds on what those before it left.
      console.log(`${steps.length - passed - 1} further steps were not run`);
      return { passed, failed: 1 };
    }
  }
  return { passed, failed: 0 };
}

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  Deno.addSignalListener(signal, () => interrupt.abort());
}
console.log(`Checking docker-compose.yml as ${project.name}, ${project.url}`);
const { passed, failed } = await runSteps();
if (failed > 0) await project.remove();
console.log(`${passed} passed, ${failed} failed`);
Deno.exit(failed > 0 ? 1 : 0);
