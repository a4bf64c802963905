import assert from "node:assert/strict";
import { openEventLog } from "../shared/event_log/open_event_log.ts";
import { freePort } from "../shared/kafka_broker/free_port.ts";
import { PROJECTION_VERSION as VERSION } from "../shared/projection/schema.ts";
import { createRandom } from "../projector/random.ts";
import { randomHours } from "../projector/testdata/random_records.ts";
import { AskedAgain } from "./asked_again.ts";
import { copyChangedCode } from "./changed_code.ts";
import { RunningServices } from "./running_services.ts";
import { type Service, startCommand, stop, waitFor } from "./services.ts";

/** The services of this version, and the code of the next one. */
class TwoVersions implements AsyncDisposable {
  readonly before: RunningServices;
  readonly #port = freePort();
  readonly #started: Service[] = [];

  private constructor(before: RunningServices) {
    this.before = before;
  }

  static async make(hours: number): Promise<TwoVersions> {
    const before = await RunningServices.inNewPlace({});
    const log = await openEventLog(before.eventLog);
    const random = createRandom(5);
    for (let i = 0; i < hours; i += 50) {
      await log.append("a_topic", randomHours(random, 50));
    }
    await log.close();
    await copyChangedCode(`${before.folder}/changed`);
    before.start("projector", "web");
    await waitFor(
      "the web app",
      async () => (await before.getJson<object>("/readyz")) !== null,
      60_000,
    );
    return new TwoVersions(before);
  }

  /** Where the web app of the next version is. */
  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Starts a program of the next version. */
  start(script: string, ...args: readonly string[]): Service {
    const { folder, place } = this.before;
    const config = `--config=${folder}/changed/deno.json`;
    const path = `${folder}/changed/${script}`;
    const service = startCommand(Deno.execPath(), {
      args: ["run", "-A", "-q", "--cached-only", config, path, ...args],
      env: { ...place.environment, PORT: String(this.#port) },
    });
    this.#started.push(service);
    return service;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const service of this.#started) {
      service.kill("SIGKILL");
      await service.ended;
    }
    await this.before[Symbol.asyncDispose]();
  }
}

/** What the web app of the next version answers. */
async function ask(url: string) {
  const response = await fetch(`${url}/api/v1/satellites`);
  return { status: response.status, said: await response.text() };
}

Deno.test("another version's projection is made beside the services that run, and used when they are started again: no request fails", async () => {
  await using versions = await TwoVersions.make(50);
  const { before } = versions;
  const answers = `${before.place.url}/api/v1/satellites`;
  await using asked = new AskedAgain(answers);
  const replay = versions.start("projector/replay/main.ts");
  assert.equal((await replay.ended).code, 0, replay.output());
  assert.match(
    replay.output(),
    new RegExp(
      "There is none in use to compare it with\n.* is ready, and used as " +
        "soon as the services are started again with this version: .* is of " +
        `version ${VERSION} and this program needs ${VERSION + 1}\n$`,
    ),
  );

  versions.start("web/main.ts");
  await waitFor(
    "the next web app",
    async () => (await ask(versions.url)).status === 200,
  );
  await using askedNext = new AskedAgain(`${versions.url}/api/v1/satellites`);
  await before.stop("projector");
  const projector = versions.start("projector/main.ts");
  const log = await openEventLog(before.eventLog);
  await log.append("b_topic", randomHours(createRandom(9), 1));
  await log.close();
  await waitFor(
    "what is new",
    async () => (await ask(versions.url)).said.includes("b_topic"),
  );
  assert.deepEqual(asked.failures, []);
  assert.deepEqual(askedNext.failures, []);
  assert.ok(asked.count > 20 && askedNext.count > 3);
  assert.equal((await stop(projector)).code, 0, projector.output());
});

Deno.test("services of another version that are started at once say how far it is, and serve when it is made", async () => {
  const making = new RegExp(
    `its version must be ${VERSION + 1}: current value is ${VERSION}\\. .* ` +
      "It is being made from the event log: \\d+ %, [\\d,]+ of 600 records " +
      "are applied",
  );
  await using versions = await TwoVersions.make(600);
  await versions.before.stop("projector");
  await versions.before.stop("web");
  const projector = versions.start("projector/main.ts");
  versions.start("web/main.ts");
  const refusals: string[] = [];
  await waitFor("it to be made", async () => {
    const { status, said } = await ask(versions.url);
    if (status === 200) return true;
    assert.equal(status, 503);
    refusals.push(said);
    return false;
  }, 60_000);
  assert.ok(
    refusals.some((said) => making.test(said)),
    refusals.join("\n"),
  );
  assert.equal((await stop(projector)).code, 0, projector.output());
});
