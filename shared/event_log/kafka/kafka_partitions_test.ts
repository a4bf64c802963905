import assert from "node:assert/strict";
import {
  kafkaTest,
  shareTestBroker,
} from "../../kafka_broker/testdata/test_broker.ts";
import { readSettings } from "../../settings.ts";
import {
  checkpointAfter,
  follow,
  newRecord,
  readAll,
  recordsOf,
  sleep,
} from "../contract/contract_support.ts";
import type { EventLog } from "../event_log.ts";
import { openEventLog } from "../open_event_log.ts";
import { KAFKA_SETTINGS } from "./kafka_options.ts";
import { withAdmin } from "./testdata/with_admin.ts";

const broker = shareTestBroker();

async function open(variables: Record<string, string> = {}): Promise<EventLog> {
  const settings = readSettings(KAFKA_SETTINGS, (name) => variables[name]);
  return await openEventLog(`kafka://${broker().bootstrap}`, settings);
}

kafkaTest(
  "append() to Kafka makes partitions as set, and keeps each key's order",
  async () => {
    const log = await open({ TOPIC_PARTITIONS: "3", TOPIC_REPLICAS: "1" });
    const keys = Array.from({ length: 12 }, (_, i) => `${25_994 + i}`);
    for (let n = 0; n < 20; n++) {
      const batch = keys.map((key) => newRecord(`${n}`, { key }));
      await log.append("parted", batch);
    }
    const [described] = await log.describeTopics(["parted"]);
    assert.deepEqual(described!.partitions.map((p) => p.partition), [0, 1, 2]);
    assert.ok(described!.partitions.every((p) => p.endOffset > 0));

    const topics = ["parted"];
    const all = recordsOf(await readAll(log, { topics }));
    const order = Array.from({ length: 20 }, (_, n) => `${n}`);
    for (const [key, records] of Map.groupBy(all, (record) => record.key)) {
      assert.ok(keys.includes(key!));
      assert.equal(new Set(records.map((r) => r.partition)).size, 1);
      assert.deepEqual(records.map(({ value }) => `${value}`), order);
    }
    // A checkpoint for one of them; the others begin at their first record.
    const last = all.findLast(({ partition }) => partition === 1)!;
    const checkpoints = [checkpointAfter(last)];
    const rest = recordsOf(await readAll(log, { topics, checkpoints }));
    const others = all.filter(({ partition }) => partition !== 1);
    assert.equal(rest.length, others.length);
    await log.close();
  },
);

kafkaTest(
  "append() to Kafka says what to do where there are too few brokers",
  async () => {
    const log = await open({ TOPIC_REPLICAS: "3" });
    await assert.rejects(log.append("replicated", [newRecord("1")]), {
      name: "EventLogError",
      message: /Set TOPIC_REPLICAS to at most the number of brokers/,
    });
    await log.close();
  },
);

kafkaTest(
  "read() of Kafka takes up partitions that are added to a topic",
  async () => {
    const log = await open();
    await log.append("growing", [newRecord("before")]);
    let adding: Promise<unknown> | null = null;
    const results = await follow(log, { topics: ["growing"] }, (results) => {
      adding ??= withAdmin(
        broker().bootstrap,
        (admin) =>
          admin.createPartitions({
            topicPartitions: [{ topic: "growing", count: 4 }],
          }),
      )
        .then(() => open()).then(async (fresh) => {
          const keys = Array.from({ length: 20 }, (_, i) => `key ${i}`);
          const batch = keys.map((key) => newRecord(key, { key }));
          await fresh.append("growing", batch);
          await fresh.close();
        });
      return recordsOf(results).length === 21;
    });
    await adding;
    const partitions = recordsOf(results).map(({ partition }) => partition);
    assert.equal(new Set(partitions).size, 4);
    await log.close();
  },
);

kafkaTest(
  "read() of Kafka takes up topics from their first record, and pauses nobody",
  async () => {
    const [log, other] = [await open(), await open()];
    const stop = new AbortController();
    const ticking = (async () => {
      for (let n = 0; !stop.signal.aborted; n++) {
        await other.append("ticking_topic", [newRecord(`${n}`)]);
        await sleep(50);
      }
    })();
    await sleep(200);
    const late = Array.from({ length: 5 }, (_, i) => `late${i}_topic`);
    const createdMs = new Map<string, number>();
    const creating = (async () => {
      for (const topic of late) {
        await sleep(500);
        createdMs.set(topic, performance.now());
        await other.append(topic, ["1", "2"].map((text) => newRecord(text)));
      }
    })();
    const readMs: number[] = [];
    const delaysMs = new Map<string, number>();
    const results = await follow(log, { topics: ["*_topic"] }, (results) => {
      for (const { topic } of recordsOf([results.at(-1)!])) {
        const nowMs = performance.now();
        if (topic === "ticking_topic") readMs.push(nowMs);
        else if (!delaysMs.has(topic)) {
          delaysMs.set(topic, nowMs - createdMs.get(topic)!);
        }
      }
      return delaysMs.size === late.length;
    });
    stop.abort();
    await Promise.all([ticking, creating]);
    const read = recordsOf(results);
    const offsets = read.filter(({ topic }) => topic === "ticking_topic")
      .map(({ offset }) => offset);
    assert.deepEqual(offsets, offsets.map((_, i) => i));
    for (const topic of late) {
      const [first] = read.filter((record) => record.topic === topic);
      assert.equal(first!.offset, 0);
    }
    assert.ok(Math.max(...delaysMs.values()) < 10_000);
    const pausesMs = readMs.slice(1).map((ms, i) => ms - readMs[i]!);
    assert.ok(Math.max(...pausesMs) < 2_000, `${Math.max(...pausesMs)} ms`);
    await Promise.all([log.close(), other.close()]);
  },
);

kafkaTest(
  "read() of Kafka takes up topics that appear while it looks for them",
  async () => {
    const [log, other] = [await open(), await open()];
    const names = Array.from({ length: 60 }, (_, i) => `sudden${i}`);
    const appending = Promise.all([0, 1, 2].map(async (part) => {
      for (let i = part; i < names.length; i += 3) {
        await other.append(names[i]!, [newRecord("first")]);
      }
    }));
    const options = { topics: ["sudden*"], patienceMs: 30_000 };
    const results = await follow(log, options, (results) => {
      return recordsOf(results).length === names.length;
    });
    await appending;
    const read = recordsOf(results).map(({ topic }) => topic);
    assert.deepEqual(read.toSorted(), names.toSorted());
    assert.ok(results.every(({ kind }) => kind === "records"));
    await Promise.all([log.close(), other.close()]);
  },
);
