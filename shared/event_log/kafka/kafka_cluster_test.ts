import assert from "node:assert/strict";
import { freePort } from "../../kafka_broker/free_port.ts";
import {
  kafkaTest,
  startTestBroker,
} from "../../kafka_broker/testdata/test_broker.ts";
import {
  follow,
  newRecord,
  readAll,
  recordsOf,
  sleep,
  textsOf,
} from "../contract/contract_support.ts";
import { openEventLog } from "../open_event_log.ts";
import { withAdmin } from "./testdata/with_admin.ts";

/** Two brokers of one cluster; the first one is its controller. */
async function startCluster() {
  const [port, controllerPort] = [freePort(), freePort()];
  const controller = `CONTROLLER://127.0.0.1:${controllerPort}`;
  const quorum = {
    "controller.quorum.voters": `1@127.0.0.1:${controllerPort}`,
  };
  const first = await startTestBroker({
    settings: {
      ...quorum,
      "listeners": `CLIENTS://127.0.0.1:${port},${controller}`,
      "advertised.listeners": `CLIENTS://127.0.0.1:${port},${controller}`,
    },
  });
  const otherPort = freePort();
  const second = await startTestBroker({
    settings: {
      ...quorum,
      "process.roles": "broker",
      "node.id": "2",
      "listeners": `CLIENTS://127.0.0.1:${otherPort}`,
      "advertised.listeners": `CLIENTS://127.0.0.1:${otherPort}`,
    },
  });
  return { first, second, bootstrap: `127.0.0.1:${port}` };
}

kafkaTest(
  "read() of Kafka asks each leader, and goes on while one is gone",
  async () => {
    const { first, second, bootstrap } = await startCluster();
    await using _first = first;
    await using _second = second;
    await withAdmin(bootstrap, (admin) =>
      admin.createTopics({
        topics: [1, 2].map((broker) => ({
          topic: `on${broker}`,
          replicaAssignment: [{ partition: 0, replicas: [broker] }],
        })),
      }));
    const log = await openEventLog(`kafka://${bootstrap}`);
    for (const topic of ["on1", "on2"]) {
      await log.append(topic, [
        newRecord("0"),
      ]);
    }
    const topics = ["on*"];
    assert.equal(recordsOf(await readAll(log, { topics })).length, 2);

    const stop = new AbortController();
    const appending = (async () => {
      for (let n = 1; !stop.signal.aborted; n++) {
        await log.append("on1", [newRecord(`${n}`)]);
        await sleep(100);
      }
    })();
    let killing: Promise<void> | null = null;
    let gone = 0;
    const options = { topics, patienceMs: 60_000 };
    const results = await follow(log, options, (results) => {
      const count = recordsOf(results).length;
      if (count === 5) {
        killing = second.kill().then(() => sleep(4_000)).then(() => {
          gone = count;
        });
      }
      // Long after the controller has given it up.
      if (gone > 0 && count > gone + 60) return true;
      return false;
    });
    await killing;
    stop.abort();
    await appending;
    const texts = textsOf(
      results.filter((r) => r.kind === "records" && r.topic === "on1"),
    );
    assert.deepEqual(texts, texts.map((_, n) => `${n}`));
    assert.ok(results.every(({ kind }) => kind !== "halted"));
    await log.close();
  },
);
