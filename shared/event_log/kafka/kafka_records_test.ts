import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { runKafkaTool } from "../../kafka_broker/broker.ts";
import {
  kafkaTest,
  shareTestBroker,
} from "../../kafka_broker/testdata/test_broker.ts";
import {
  checkpointAfter,
  newRecord,
  readAll,
  recordsOf,
  textsOf,
} from "../contract/contract_support.ts";
import type { EventLog } from "../event_log.ts";
import { openEventLog } from "../open_event_log.ts";
import { createKafka, withAdmin } from "./testdata/with_admin.ts";

// A cleaner that does not wait, for the test of compaction.
const broker = shareTestBroker({
  settings: { "log.cleaner.backoff.ms": "200" },
});

function recordsTest(
  name: string,
  body: (log: EventLog, bootstrap: string) => Promise<void>,
): void {
  kafkaTest(name, async () => {
    const { bootstrap } = broker();
    const log = await openEventLog(`kafka://${bootstrap}`);
    try {
      await body(log, bootstrap);
    } finally {
      await log.close();
    }
  });
}

/** Sends values by kafkajs, where the event log would refuse them. */
async function send(
  bootstrap: string,
  topic: string,
  values: readonly (Uint8Array | null)[],
): Promise<void> {
  const producer = createKafka(bootstrap).producer();
  await producer.connect();
  try {
    await producer.send({
      topic,
      messages: values.map((value) => ({
        value: value === null ? null : Buffer.from(value),
      })),
    });
  } finally {
    await producer.disconnect();
  }
}

for (const codec of ["none", "gzip", "snappy", "lz4", "zstd"]) {
  recordsTest(
    `read() of Kafka understands what Java compressed: ${codec}`,
    async (log, bootstrap) => {
      const topic = `codec_${codec}`;
      // Enough for several blocks of Java's snappy.
      const texts = Array.from(
        { length: 5_000 },
        (_, i) => `event ${i} of many`,
      );
      await runKafkaTool("ConsoleProducer", [
        ...["--bootstrap-server", bootstrap],
        ...["--topic", topic],
        ...["--compression-codec", codec],
        ...["--command-property", "batch.size=200000"],
        ...["--command-property", "linger.ms=200"],
      ], { stdin: texts.join("\n") + "\n" });
      assert.deepEqual(textsOf(await readAll(log, { topics: [topic] })), texts);
    },
  );
}

recordsTest(
  "read() of Kafka gives what was committed, and goes on over markers",
  async (log, bootstrap) => {
    const topic = "transactions";
    const producer = createKafka(bootstrap).producer({
      transactionalId: "test",
      maxInFlightRequests: 1,
      idempotent: true,
    });
    await log.append(topic, [newRecord("first")]);
    await producer.connect();
    for (const text of ["committed 1", "aborted", "committed 2"]) {
      const transaction = await producer.transaction();
      await transaction.send({ topic, messages: [{ value: text }] });
      if (text === "aborted") await transaction.abort();
      else await transaction.commit();
    }
    await producer.disconnect();

    const topics = [topic];
    const all = recordsOf(await readAll(log, { topics }));
    const texts = ["first", "committed 1", "committed 2"];
    assert.deepEqual(all.map(({ value }) => `${value}`), texts);
    for (const [i, record] of all.entries()) {
      const checkpoints = [checkpointAfter(record)];
      const rest = await readAll(log, { topics, checkpoints });
      assert.ok(rest.every(({ kind }) => kind === "records"));
      assert.deepEqual(textsOf(rest), texts.slice(i + 1));
    }
  },
);

recordsTest(
  "read() of Kafka goes on over what compaction took",
  async (log, bootstrap) => {
    const topic = "compacted";
    await withAdmin(bootstrap, (admin) =>
      admin.createTopics({
        topics: [{
          topic,
          configEntries: Object.entries({
            "cleanup.policy": "compact",
            "min.cleanable.dirty.ratio": "0.001",
            "segment.ms": "100",
            "max.compaction.lag.ms": "100",
            "delete.retention.ms": "0",
          }).map(([name, value]) => ({ name, value })),
        }],
      }));
    const appendRound = async (round: number) => {
      const keys = ["a", "b", "c"];
      const texts = keys.map((key) =>
        newRecord(`${key}${round}`, { key, timestampMs: Date.now() })
      );
      await log.append(topic, texts);
      await new Promise((resolve) => setTimeout(resolve, 150));
    };
    await appendRound(0);
    const before = recordsOf(await readAll(log, { topics: [topic] }));
    let read = before;
    let round = 1;
    // Segments are only closed by appending to the next one.
    for (; read[0]!.offset === 0 && round < 200; round++) {
      await appendRound(round);
      read = recordsOf(await readAll(log, { topics: [topic] }));
    }
    const last = round - 1;
    assert.notEqual(read[0]!.offset, 0);
    assert.deepEqual(
      read.slice(-3).map(({ value }) => `${value}`),
      [`a${last}`, `b${last}`, `c${last}`],
    );
    // The record that a checkpoint speaks of is gone: that is legal.
    const checkpoints = [checkpointAfter(before[0]!)];
    const rest = await readAll(log, { topics: [topic], checkpoints });
    assert.ok(rest.every(({ kind }) => kind === "records"));
    assert.equal(textsOf(rest).at(-1), `c${last}`);
  },
);

recordsTest(
  "read() of Kafka gives huge, empty, missing and ill-formed values",
  async (log, bootstrap) => {
    const topic = "odd_values";
    await withAdmin(bootstrap, (admin) =>
      admin.createTopics({
        topics: [{
          topic,
          configEntries: [{ name: "max.message.bytes", value: "10000000" }],
        }],
      }));
    const huge = new Uint8Array(5 * 1024 * 1024).fill(120);
    const illFormed = new Uint8Array([0x7b, 0xff, 0xfe]);
    const values = [
      new Uint8Array([1]),
      huge,
      null,
      illFormed,
      new Uint8Array(),
    ];
    for (const value of values) await send(bootstrap, topic, [value]);
    // Beside another one, so that an answer has not room for both.
    await log.append("odd_other", [newRecord("other")]);
    const read = recordsOf(await readAll(log, { topics: ["odd_*"] }));
    const odd = read.filter((record) => record.topic === topic);
    assert.deepEqual(
      odd.map(({ value }) => value?.length ?? null),
      values.map((value) => value?.length ?? null),
    );
    assert.deepEqual([...odd[3]!.value!], [...illFormed]);
    assert.equal(read.length, values.length + 1);
  },
);

recordsTest("nothing but append() creates a topic", async (log, bootstrap) => {
  const topics = ["never_there"];
  assert.deepEqual(await log.describeTopics(topics), []);
  assert.deepEqual(await readAll(log, { topics }), []);
  const checkpoints = [{
    topic: "never_there",
    partition: 0,
    nextOffset: 3,
    lastRecordHash: "0",
  }];
  await readAll(log, { topics, checkpoints });
  const all = await withAdmin(bootstrap, (admin) => admin.listTopics());
  assert.ok(!all.includes("never_there"));
});

recordsTest(
  "describeTopics() of Kafka tells a topic that forgets",
  async (log, bootstrap) => {
    const configEntries = [{ name: "retention.ms", value: "604800000" }];
    await withAdmin(bootstrap, (admin) =>
      admin.createTopics({
        topics: [{ topic: "forgetful", configEntries, numPartitions: 3 }],
      }));
    await log.append("faithful", [newRecord("1")]);
    const described = await log.describeTopics(["f*ful"]);
    assert.deepEqual(
      described.map(({ name, retentionMs }) => [name, retentionMs]),
      [["faithful", null], ["forgetful", 604_800_000]],
    );
    assert.equal(described[1]!.partitions.length, 3);
  },
);

recordsTest(
  "append() to Kafka says what to do where a broker takes less",
  async (log, bootstrap) => {
    const configEntries = [{ name: "max.message.bytes", value: "1000" }];
    await withAdmin(
      bootstrap,
      (admin) =>
        admin.createTopics({ topics: [{ topic: "narrow", configEntries }] }),
    );
    const value = crypto.getRandomValues(new Uint8Array(2_000));
    await assert.rejects(log.append("narrow", [{ ...newRecord(""), value }]), {
      name: "EventLogError",
      message: /append to topic narrow .* Raise max\.message\.bytes/,
    });
    await log.append("narrow", [newRecord("small")]);
    const read = await readAll(log, { topics: ["narrow"] });
    assert.deepEqual(textsOf(read), ["small"]);
  },
);

recordsTest(
  "noteProgress() shows the lag to Kafka's own tools",
  async (log, bootstrap) => {
    const texts = ["1", "2", "3"].map((text) => newRecord(text));
    await log.append("lagging", texts);
    const progress = [{ topic: "lagging", partition: 0, nextOffset: 1 }];
    // A fresh broker makes its coordinator when it is first asked for.
    for (let isNoted = false; !isNoted;) {
      isNoted = await log.noteProgress("test-reader", progress).then(
        () => true,
        (error) => {
          assert.match(error.message, /coordinator/);
          return false;
        },
      );
    }
    const told = await runKafkaTool("consumer.group.ConsumerGroupCommand", [
      ...["--bootstrap-server", bootstrap],
      ...["--describe", "--group", "test-reader"],
    ]);
    // Group, topic, partition, offset, end, lag.
    assert.match(told, /test-reader +lagging +0 +1 +3 +2/);
  },
);
