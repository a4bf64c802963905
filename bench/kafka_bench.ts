import { Buffer } from "node:buffer";
import { join } from "node:path";
import { CompressionTypes, Kafka, logLevel } from "kafkajs";
import type { EventLog, NewRecord } from "../shared/event_log/event_log.ts";
import { openEventLog } from "../shared/event_log/open_event_log.ts";
import { runKafkaTool, startBroker } from "../shared/kafka_broker/broker.ts";
import { freePort } from "../shared/kafka_broker/free_port.ts";
import { benchProjector } from "./apply_bench.ts";
import { compare, print, type Run, timed } from "./measure.ts";
import { benchReplay } from "./replay_bench.ts";
import { batches, sampleRecords, START_MS } from "./sample_events.ts";

/** A broker refuses records of times to come, and this holds months. */
const FROM_MS = START_MS - 100 * 86_400_000;

/** As large as kafkajs sends well. */
const BATCH = 2_000;

const SINGLES = { topic: "singles", positions: 1_000_000, samples: 1 };
const THOUSANDS = { topic: "thousands", positions: 3_000_000, samples: 1_000 };

/**
 * Producing, consuming and applying on a real broker, against bare kafkajs and
 * the performance tools that Kafka brings along.
 */
export async function benchKafka(folder: string): Promise<void> {
  const broker = await startBroker({
    folder: join(folder, "kafka"),
    port: freePort(),
    say: console.log,
  });
  const { bootstrap } = broker;
  const log = await openEventLog(`kafka://${bootstrap}`);
  const kafka = new Kafka({ brokers: [bootstrap], logLevel: logLevel.NOTHING });
  try {
    await benchProducing(log, { folder, kafka, bootstrap });
    await benchBatches(log);
    await benchConsuming(log, { kafka, bootstrap });
    for (const events of [SINGLES, THOUSANDS]) {
      await benchProjector(folder, { log, ...events });
    }
    await benchReplay({ EVENT_LOG: `kafka://${bootstrap}` });
  } finally {
    await log.close();
    await broker.stop();
  }
}

/** One million events of one sample, which the other benches then read. */
async function benchProducing(
  log: EventLog,
  { folder, kafka, bootstrap }: {
    folder: string;
    kafka: Kafka;
    bootstrap: string;
  },
): Promise<void> {
  const { positions, samples, topic } = SINGLES;
  // A third a round.
  const count = Math.floor(positions / 3);
  let round = 0;
  let records: NewRecord[][] = [];
  const payloads = join(folder, "payloads");
  const producer = kafka.producer({ idempotent: true });
  await producer.connect();

  print(
    await compare(`Kafka: produce, events of 1 sample`, "events", {
      ours: () => {
        const startMs = FROM_MS + round++ * count * 1000;
        records = batches(sampleRecords(count, samples, startMs), BATCH);
        return timed("append(), one event a call", count, async () => {
          for (const batch of records) {
            await Promise.all(batch.map((r) => log.append(topic, [r])));
          }
        });
      },
      bare: () =>
        timed(`kafkajs, gzip, batches of ${BATCH}`, count, async () => {
          for (const batch of records) {
            const messages = batch.map(({ key, value, timestampMs }) => ({
              key,
              value: Buffer.from(value),
              timestamp: String(timestampMs),
            }));
            const compression = CompressionTypes.GZIP;
            await producer.send({
              topic: "bare",
              acks: -1,
              compression,
              messages,
            });
          }
        }),
      java: async () => {
        const lines = records.flat().map(({ value }) => value);
        await Deno.writeTextFile(
          payloads,
          lines.map((line) => new TextDecoder().decode(line)).join("\n"),
        );
        const report = await runKafkaTool("ProducerPerformance", [
          ...["--bootstrap-server", bootstrap, "--topic", "java"],
          ...["--num-records", `${count}`, "--throughput", "-1"],
          ...["--payload-file", payloads, "--command-property"],
          ...["acks=all", "compression.type=gzip", "batch.size=500000"],
        ]);
        const last = report.trimEnd().split("\n").at(-1)!;
        return toRun("kafka-producer-perf-test", count, {
          printed: last,
          rate: /([\d.]+) records\/sec/,
        });
      },
    }),
  );
  await producer.disconnect();
}

/** Three million positions in events of a thousand. */
async function benchBatches(log: EventLog): Promise<void> {
  const { topic, samples } = THOUSANDS;
  const count = 1_000_000;
  let round = 0;
  let records: NewRecord[][] = [];
  const append = (label: string, to: string) =>
    timed(label, count, async () => {
      for (const batch of records) await log.append(to, batch);
    });
  print(
    await compare("Kafka: produce, events of 1,000 samples", "positions", {
      ours: () => {
        const startMs = FROM_MS + round++ * count * 1000;
        records = batches(sampleRecords(count, samples, startMs), 10);
        return append("append(), ten events a call", topic);
      },
    }),
  );
}

async function benchConsuming(
  log: EventLog,
  { kafka, bootstrap }: { kafka: Kafka; bootstrap: string },
): Promise<void> {
  const { topic } = SINGLES;
  const [described] = await log.describeTopics([topic]);
  const count = described!.partitions[0]!.endOffset;
  print(
    await compare("Kafka: consume without applying", "events", {
      ours: () =>
        timed("read()", count, async () => {
          let read = 0;
          for await (const r of log.read({ topics: [topic], until: "end" })) {
            if (r.kind === "records") read += r.records.length;
          }
          if (read !== count) throw new Error(`${read} of ${count} were read`);
        }),
      bare: () =>
        timed("kafkajs consumer", count, () => consume(kafka, topic, count)),
      java: async () => {
        const report = await runKafkaTool("ConsumerPerformance", [
          ...["--bootstrap-server", bootstrap, "--topic", topic],
          ...["--num-records", `${count}`, "--timeout", "60000"],
          ...["--hide-header"],
        ]);
        return toRun("kafka-consumer-perf-test", count, {
          printed: report.trimEnd().split("\n").at(-1)!,
          rate: /([\d.]+)$/,
        });
      },
    }),
  );
}

async function consume(
  kafka: Kafka,
  topic: string,
  count: number,
): Promise<void> {
  const groupId = crypto.randomUUID();
  const consumer = kafka.consumer({ groupId, maxWaitTimeInMs: 200 });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  const done = Promise.withResolvers<void>();
  let read = 0;
  await consumer.run({
    autoCommit: false,
    eachBatch: ({ batch }) => {
      read += batch.messages.length;
      if (read >= count) done.resolve();
      return Promise.resolve();
    },
  });
  await done.promise;
  await consumer.disconnect();
}

/** What a tool of Kafka's says of itself. */
function toRun(
  label: string,
  count: number,
  { printed, rate }: { readonly printed: string; readonly rate: RegExp },
): Run {
  const perSecond = Number(rate.exec(printed)?.[1]);
  if (Number.isNaN(perSecond)) throw new Error(`Cannot read: ${printed}`);
  return { label, count, ms: count / perSecond * 1000 };
}
