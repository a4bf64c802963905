import assert from "node:assert/strict";
import { freePort } from "../shared/kafka_broker/free_port.ts";
import {
  kafkaTest,
  startTestBroker,
} from "../shared/kafka_broker/testdata/test_broker.ts";
import { TcpProxy } from "../shared/event_log/kafka/testdata/tcp_proxy.ts";
import { compareWithLog, readProjection } from "./compare_with_log.ts";
import { FAULT_LENGTH } from "./fault_length.ts";
import { LOAD_BEGIN_MS, LOAD_NORAD_IDS, LOAD_TOPIC } from "./load_content.ts";
import { SATELLITES } from "./recorded.ts";
import { RunningServices } from "./running_services.ts";
import { waitUntilComplete, waitUntilLive } from "./three_satellites.ts";

/** Tasks of the same names run them. */
const PRODUCERS = Object.keys(SATELLITES);
const BACKFILL_MS = 1_200_000;

/** Services start in less, also on a busy machine. */
const START_MS = 60_000;

/** What happens now is seen so soon after a broker is back. */
const MOST_BEHIND_MS = 5_000;

kafkaTest(
  "a broker that stops or is killed under load is waited for, and nothing is lost or doubled",
  async () => {
    await using broker = await startTestBroker();
    await using services = await startServices(broker.bootstrap);
    await waitUntilLive(services, Date.now(), START_MS);
    const startedMs = Date.now();

    const { brokerStops, brokerStopMs } = FAULT_LENGTH;
    for (let i = 0; i < 2 * brokerStops; i++) {
      const how = i % 2 === 0 ? "stop" : "kill";
      await broker[how]();
      if (how === "stop") await sleep(brokerStopMs);
      await broker.start();
      const tookMs = await waitUntilSeen(services);
      console.log(`${how} ${i + 1}: live again after ${tookMs | 0} ms`);
      // So that it goes again amid work, and not amid their coming back.
      await sleep(1_000);
    }
    await requireNothingLost(services, startedMs);
  },
);

kafkaTest(
  "services that start before their broker wait, say so, and join it",
  async () => {
    await using broker = await startTestBroker();
    await broker.stop();
    await using services = await startServices(broker.bootstrap);
    await services.waitFor("the projector to say so", async () => {
      const reasons = await services.whyNotReady("projector");
      return /WARNING .*ECONNREFUSED.* Trying until it answers/
        .test(services.said("projector")) &&
        /^The log cannot be reached: .*ECONNREFUSED/.test(reasons.join());
    });
    for (const name of PRODUCERS) {
      await services.waitFor(`${name} to say so`, async () => {
        const reasons = await services.whyNotReady(name);
        return /ERROR .*ECONNREFUSED.* Trying again/.test(
          services.said(name),
        ) &&
          reasons.some((reason) => /takes no events|nothing/.test(reason));
      });
    }
    await services.waitFor("the web app to warn", async () => {
      const { warnings } = await services.getJson<{
        warnings: readonly { kind: string }[];
      }>("/api/v1/projection");
      return warnings.some(({ kind }) => kind === "log_unreachable");
    });

    await sleep(FAULT_LENGTH.brokerStopMs);
    await broker.start();
    const tookMs = await waitUntilSeen(services);
    const startedMs = Date.now();
    console.log(`joined after ${tookMs | 0} ms`);
    for (const name of [...PRODUCERS, "projector"]) {
      await services.waitFor(
        `${name} to be ready`,
        async () => (await services.whyNotReady(name)).length === 0,
      );
    }
    assert.match(services.said("projector"), /Kafka .* answers again/);
    await requireNothingLost(services, startedMs);
  },
);

kafkaTest(
  "connections that are cut amid batches, again and again, lose and double nothing",
  async () => {
    const port = freePort();
    const address = `CLIENTS://127.0.0.1:${port}`;
    const settings = { "advertised.listeners": address };
    await using broker = await startTestBroker({ settings });
    await using proxy = new TcpProxy(port, broker.port);
    await using services = await startServices(`127.0.0.1:${proxy.port}`);
    await waitUntilLive(services, Date.now(), START_MS);
    const startedMs = Date.now();

    let cuts = 0;
    for (; Date.now() - startedMs < FAULT_LENGTH.cutMs; cuts++) {
      await sleep(200 + Math.random() * 800);
      // Every other time the broker has what it was sent, and nobody knows.
      if (cuts % 2 === 0) proxy.cutAll();
      else await cutAnswers(proxy);
    }
    const tookMs = await waitUntilSeen(services);
    console.log(`${cuts} cuts; live again after ${tookMs | 0} ms`);
    assert.match(services.said("projector"), /Kafka .* answers again/);
    await requireNothingLost(services, startedMs);
  },
);

/** The services, and a load beside what the producers append. */
async function startServices(bootstrap: string): Promise<RunningServices> {
  const services = await RunningServices.inNewPlace({
    EVENT_LOG: `kafka://${bootstrap}`,
    BACKFILL: `${BACKFILL_MS / 1000}s`,
  });
  services.start(...PRODUCERS, "projector", "web");
  services.startScript("load", "e2e/append_load.ts", [services.eventLog]);
  return services;
}

/** Waits for what happens now; returns how long that took, in ms. */
function waitUntilSeen(services: RunningServices): Promise<number> {
  return waitUntilLive(services, Date.now(), MOST_BEHIND_MS);
}

/** For as long as it takes that an append is given up. */
async function cutAnswers(proxy: TcpProxy): Promise<void> {
  proxy.answers = "cut";
  await sleep(2_500);
  proxy.answers = "pass";
}

/**
 * Lets all appending come to an end, and fails unless every second since
 * `startedMs` and of the backfill before it is there, and all of the load.
 */
async function requireNothingLost(
  services: RunningServices,
  startedMs: number,
): Promise<void> {
  await waitUntilComplete(services, {
    fromMs: startedMs - BACKFILL_MS,
    toMs: Date.now() - MOST_BEHIND_MS,
  });
  const [told] = await Promise.all(
    ["load", ...PRODUCERS].map((name) => services.stop(name)),
  );
  console.log(await compareWithLog(services));
  const load = readProjection(services.link, (db) =>
    db.prepare(`
      SELECT norad_id AS noradId, samples AS count,
        first_ms AS firstMs, last_ms AS lastMs
      FROM recordings JOIN topics ON ref = topic_ref
      WHERE topics.name = ? ORDER BY norad_id`).all(LOAD_TOPIC));
  const count = Number(/Appended (\d+) seconds/.exec(told!)![1]);
  const [firstMs, lastMs] = [LOAD_BEGIN_MS, LOAD_BEGIN_MS + (count - 1) * 1000];
  assert.deepEqual(
    load,
    LOAD_NORAD_IDS.map((noradId) => ({ noradId, count, firstMs, lastMs })),
  );
  // Nothing that an outage left behind may keep them.
  await Promise.all(["projector", "web"].map((name) => services.stop(name)));
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
