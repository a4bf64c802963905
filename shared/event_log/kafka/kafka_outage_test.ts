import assert from "node:assert/strict";
import { runKafkaTool } from "../../kafka_broker/broker.ts";
import { freePort } from "../../kafka_broker/free_port.ts";
import {
  kafkaTest,
  startTestBroker,
  type TestBroker,
} from "../../kafka_broker/testdata/test_broker.ts";
import { readSettings } from "../../settings.ts";
import {
  checkpointAfter,
  follow,
  newRecord,
  readAll,
  recordsOf,
  sleep,
  textsOf,
} from "../contract/contract_support.ts";
import { type EventLog, EventLogError } from "../event_log.ts";
import { openEventLog } from "../open_event_log.ts";
import { KAFKA_SETTINGS } from "./kafka_options.ts";
import { TcpProxy } from "./testdata/tcp_proxy.ts";

/** Appends until the log takes it, as a producer does. */
async function appendSurely(
  log: EventLog,
  topic: string,
  text: string,
): Promise<void> {
  for (;;) {
    try {
      return await log.append(topic, [newRecord(text)]);
    } catch (error) {
      if (!(error instanceof EventLogError)) throw error;
      await sleep(100);
    }
  }
}

/** A broker that is reached by way of a proxy alone. */
async function startBehindProxy(): Promise<{
  broker: TestBroker;
  proxy: TcpProxy;
}> {
  const port = freePort();
  const address = `CLIENTS://127.0.0.1:${port}`;
  const settings = { "advertised.listeners": address };
  const broker = await startTestBroker({ settings });
  return { broker, proxy: new TcpProxy(port, broker.port) };
}

kafkaTest(
  "a broker that is absent is told of, waited for and joined",
  async () => {
    await using broker = await startTestBroker();
    await broker.stop();
    const log = await openEventLog(`kafka://${broker.bootstrap}`);
    await assert.rejects(log.append("a", [newRecord("1")]), {
      name: "EventLogError",
      message: /127\.0\.0\.1:\d+ .*ECONNREFUSED/,
    });
    await assert.rejects(log.describeTopics(["a"]), { name: "EventLogError" });
    let starting: Promise<void> | null = null;
    const results = await follow(log, { topics: ["a"] }, (results) => {
      starting ??= broker.start().then(() => appendSurely(log, "a", "1"));
      return textsOf(results).length === 1;
    });
    await starting;
    const told = results.filter((result) => result.kind === "connection");
    assert.deepEqual(told.map(({ connected }) => connected), [false, true]);
    assert.match(told[0]!.reason, /ECONNREFUSED.* Trying until it answers\.$/);
    assert.deepEqual(textsOf(results), ["1"]);
    await log.close();
  },
);

for (const how of ["stop", "kill"] as const) {
  const name = `a broker that goes (${how}) and comes loses nothing`;
  kafkaTest(name, () => testRestart(how));
}

async function testRestart(how: "stop" | "kill"): Promise<void> {
  await using broker = await startTestBroker();
  const place = `kafka://${broker.bootstrap}`;
  const [log, reader] = [await openEventLog(place), await openEventLog(place)];
  const texts = Array.from({ length: 300 }, (_, i) => `${i}`);
  const append = async (from: number, to: number) => {
    for (const text of texts.slice(from, to)) {
      await appendSurely(log, "a", text);
      await sleep(5);
    }
  };
  const restart = async () => {
    await broker[how]();
    await sleep(500);
    await broker.start();
  };
  await append(0, 100);
  const changing = Promise.all([restart(), append(100, 300)]);
  const options = { topics: ["a"], patienceMs: 30_000 };
  const results = await follow(reader, options, (results) => {
    return textsOf(results).includes("299");
  });
  await changing;
  // What failed was perhaps written, and is appended again by its caller.
  const read = textsOf(results);
  assert.deepEqual([...new Set(read)], texts);
  assert.ok(read.length - texts.length <= 1, `${read.length}`);
  const offsets = recordsOf(results).map(({ offset }) => offset);
  assert.deepEqual(offsets, offsets.map((_, i) => i));
  const told = results.filter((result) => result.kind === "connection");
  assert.deepEqual(told.map(({ connected }) => connected), [false, true]);
  await Promise.all([log.close(), reader.close()]);
}

kafkaTest(
  "append() after one whose answer was lost is not taken for it",
  async () => {
    const { broker, proxy } = await startBehindProxy();
    await using _ = broker;
    await using __ = proxy;
    const log = await openEventLog(`kafka://127.0.0.1:${proxy.port}`);
    await log.append("a", [newRecord("first")]);
    proxy.answers = "cut";
    await assert.rejects(log.append("a", [newRecord("unanswered")]), {
      name: "EventLogError",
    });
    proxy.answers = "pass";
    await log.append("a", [newRecord("second")]);
    const read = textsOf(await readAll(log, { topics: ["a"] }));
    assert.deepEqual(read, ["first", "unanswered", "second"]);
    await log.close();
  },
);

kafkaTest(
  "connections that are cut again and again lose and double nothing",
  async () => {
    const { broker, proxy } = await startBehindProxy();
    await using _ = broker;
    await using __ = proxy;
    const place = `kafka://127.0.0.1:${proxy.port}`;
    const [log, reader] = [
      await openEventLog(place),
      await openEventLog(place),
    ];
    const texts = Array.from({ length: 5_000 }, (_, i) => `${i}`);
    // Now and then long enough for all that a connection begins with, however
    // slow the machine.
    let cutting = setTimeout(cut, 150);
    function cut() {
      proxy.cutAll();
      cutting = setTimeout(cut, Math.random() < 0.9 ? 150 : 1500);
    }
    const appending = (async () => {
      for (let i = 0; i < texts.length; i += 50) {
        const batch = texts.slice(i, i + 50);
        for (;;) {
          try {
            await log.append("a", batch.map((text) => newRecord(text)));
            break;
          } catch (error) {
            if (!(error instanceof EventLogError)) throw error;
          }
        }
      }
    })();
    const options = { topics: ["a"], patienceMs: 60_000 };
    const results = await follow(
      reader,
      options,
      (results) => textsOf([results.at(-1)!]).includes("4999"),
    );
    await appending;
    clearTimeout(cutting);
    assert.deepEqual([...new Set(textsOf(results))], texts);
    const offsets = recordsOf(results).map(({ offset }) => offset);
    assert.deepEqual(offsets, offsets.map((_, i) => i));
    await Promise.all([log.close(), reader.close()]);
  },
);

kafkaTest("close() does not wait for a broker that hangs", async () => {
  const { broker, proxy } = await startBehindProxy();
  await using _ = broker;
  await using __ = proxy;
  const log = await openEventLog(`kafka://127.0.0.1:${proxy.port}`);
  await log.append("a", [newRecord("first")]);
  const reading = Array.fromAsync(log.read({ topics: ["a"], until: "follow" }));
  await sleep(500);
  proxy.answers = "hold";
  const appending = assert.rejects(log.append("a", [newRecord("second")]), {
    name: "EventLogError",
  });
  const described = assert.rejects(log.describeTopics(["a"]));
  await sleep(100);
  const closedMs = performance.now();
  await log.close();
  await Promise.all([appending, described]);
  assert.deepEqual(textsOf(await reading), ["first"]);
  const tookMs = performance.now() - closedMs;
  assert.ok(tookMs < 8_000, `${tookMs} ms`);
});

kafkaTest(
  "read() gives up a connection on which nothing passes any more",
  async () => {
    const { broker, proxy } = await startBehindProxy();
    await using _ = broker;
    await using __ = proxy;
    const place = `kafka://127.0.0.1:${proxy.port}`;
    const log = await openEventLog(place);
    await log.append("a", [newRecord("before")]);
    let appending: Promise<void> | null = null;
    const options = { topics: ["a"], patienceMs: 30_000 };
    const results = await follow(log, options, (results) => {
      const texts = textsOf(results);
      if (texts.length === 1 && appending === null) {
        proxy.holdAll();
        appending = (async () => {
          const other = await openEventLog(place);
          await other.append("a", [newRecord("after")]);
          await other.close();
        })();
      }
      return texts.includes("after");
    });
    await appending;
    assert.deepEqual(textsOf(results), ["before", "after"]);
    await log.close();
  },
);

kafkaTest("read() of many partitions has few connections", async () => {
  const { broker, proxy } = await startBehindProxy();
  await using _ = broker;
  await using __ = proxy;
  const settings = readSettings(
    KAFKA_SETTINGS,
    (name) => name === "TOPIC_PARTITIONS" ? "60" : undefined,
  );
  const log = await openEventLog(`kafka://127.0.0.1:${proxy.port}`, settings);
  const keys = Array.from({ length: 600 }, (_, i) => `${i}`);
  await log.append("many", keys.map((key) => newRecord(key, { key })));
  const topics = ["many"];
  const read = recordsOf(await readAll(log, { topics }));
  const latest = new Map(read.map((record) => [record.partition, record]));
  const checkpoints = [...latest.values()].map(checkpointAfter);
  // All of them are looked at again, and then waited for.
  const reader = await openEventLog(`kafka://127.0.0.1:${proxy.port}`);
  const more = keys.map((key) => newRecord(`more ${key}`, { key }));
  const appending = sleep(1_000).then(() => log.append("many", more));
  let most = 0;
  const watching = setInterval(() => {
    most = Math.max(most, proxy.connections);
  }, 1);
  const results = await follow(reader, { topics, checkpoints }, (results) => {
    return recordsOf(results).length === more.length;
  });
  clearInterval(watching);
  await appending;
  assert.equal(recordsOf(results).length, more.length);
  assert.ok(most < 12, `${most} connections`);
  await Promise.all([log.close(), reader.close()]);
});

kafkaTest("read() goes on, only slower, beyond its quota", async () => {
  await using broker = await startTestBroker();
  await runKafkaTool("kafka.admin.ConfigCommand", [
    ...["--bootstrap-server", broker.bootstrap, "--alter"],
    ...["--entity-type", "clients", "--entity-default"],
    ...["--add-config", "consumer_byte_rate=40000"],
  ]);
  const log = await openEventLog(`kafka://${broker.bootstrap}`);
  for (let n = 0; n < 10; n++) {
    const value = crypto.getRandomValues(new Uint8Array(48_000));
    await log.append("a", [{ ...newRecord(""), value }]);
  }
  const options = { topics: ["a"], patienceMs: 60_000 };
  const results = await follow(log, options, (results) => {
    return recordsOf(results).length === 10;
  });
  const offsets = recordsOf(results).map(({ offset }) => offset);
  assert.deepEqual(offsets, offsets.map((_, i) => i));
  await log.close();
});
