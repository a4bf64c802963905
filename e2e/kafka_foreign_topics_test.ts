import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import {
  createKafka,
  withAdmin,
} from "../shared/event_log/kafka/testdata/with_admin.ts";
import { runKafkaTool } from "../shared/kafka_broker/broker.ts";
import {
  kafkaTest,
  startTestBroker,
} from "../shared/kafka_broker/testdata/test_broker.ts";
import { encodeEvent } from "../shared/events/event.ts";
import { NOW_MS, positions } from "../projector/testdata/given_projection.ts";
import { compareWithLog } from "./compare_with_log.ts";
import { FAULT_LENGTH } from "./fault_length.ts";
import { type ProjectionAnswer, warningsOf } from "./projection_answer.ts";
import { RunningServices } from "./running_services.ts";

const HUGE_BYTES = 5 * 1024 * 1024;

/** What others may send: three events, one of them huge, and four that are none. */
const VALUES = [
  eventOf(0),
  eventOf(1, HUGE_BYTES),
  "x".repeat(HUGE_BYTES),
  null,
  Buffer.from([0x7b, 0xff, 0xfe]),
  "",
  eventOf(2),
];
const DEAD_LETTERS = 4;

/** Enough for several blocks of a codec. */
const COMPRESSED_EVENTS = 500;

kafkaTest(
  "a topic of others is warned of while it forgets, and whatever they send is applied or a dead letter",
  async () => {
    await using broker = await startTestBroker();
    const { bootstrap } = broker;
    await withAdmin(bootstrap, (admin) =>
      admin.createTopics({
        topics: [{
          topic: "odd_topic",
          configEntries: [
            { name: "retention.ms", value: "604800000" },
            { name: "max.message.bytes", value: "10000000" },
          ],
        }],
      }));
    await using services = await RunningServices.inNewPlace({
      EVENT_LOG: `kafka://${bootstrap}`,
    });
    services.start("projector", "web");
    await requireWarning(services);
    await runCommandOfWarning(services);

    await send(bootstrap, "odd_topic", VALUES);
    await services.waitFor(
      "all to be read, and some to be dead letters",
      async () => {
        const { partitions, dead_letters } = await services.getJson<
          ProjectionAnswer
        >("/api/v1/projection");
        return partitions[0]!.next_offset === VALUES.length &&
          dead_letters.count === DEAD_LETTERS;
      },
    );
    const { codecs } = FAULT_LENGTH;
    for (const codec of codecs) await sendCompressed(bootstrap, codec);
    assert.deepEqual(await compareWithLog(services), {
      records: VALUES.length + COMPRESSED_EVENTS * codecs.length,
      deadLetters: DEAD_LETTERS,
      positions: 3 + COMPRESSED_EVENTS,
      superseded: COMPRESSED_EVENTS * (codecs.length - 1),
    });

    await services.waitFor(
      "nothing to be warned of but dead letters",
      async () => {
        const { warnings } = await services.getJson<ProjectionAnswer>(
          "/api/v1/projection",
        );
        return warnings.length === 1 &&
          warnings[0]!.message ===
            `${DEAD_LETTERS} records could not be applied`;
      },
    );
    assert.match(
      await services.stop("projector"),
      /The log keeps what is in odd_topic for ever now\n/,
    );
  },
);

async function requireWarning(services: RunningServices): Promise<void> {
  await services.waitFor(
    "the warning",
    async () => (await warningsOf(services, "retention_finite")).length > 0,
  );
  const [warning] = await warningsOf(services, "retention_finite");
  const { message } = warning!;
  assert.match(message, /forgets what is in odd_topic after 7 d: /);
  assert.ok(services.said("projector").includes(`WARNING ${message}. To mend`));
  assert.match(
    await services.metrics("projector"),
    /^groundtrack_projector_topic_retention_seconds\{topic="odd_topic"\} 604800$/m,
  );
}

/** Runs the very command, which Kafka's scripts hand on to this tool. */
async function runCommandOfWarning(services: RunningServices): Promise<void> {
  const [warning] = await warningsOf(services, "retention_finite");
  const [, args] = /`kafka-configs\.sh (.+)`/.exec(warning!.remedy)!;
  await runKafkaTool("kafka.admin.ConfigCommand", args!.split(" "));
}

/** One position, as JSON of at least so many bytes. */
function eventOf(second: number, bytes = 0): string {
  const event = encodeEvent(positions({ timeMs: NOW_MS + second * 1000 }));
  return new TextDecoder().decode(event).padEnd(bytes);
}

/** Sends values one by one, as the event log would refuse some of them. */
async function send(
  bootstrap: string,
  topic: string,
  values: readonly (string | Buffer | null)[],
): Promise<void> {
  const producer = createKafka(bootstrap).producer();
  await producer.connect();
  try {
    for (const value of values) {
      await producer.send({ topic, messages: [{ value }] });
    }
  } finally {
    await producer.disconnect();
  }
}

/** Sends the same events each time, by Kafka's own producer. */
async function sendCompressed(
  bootstrap: string,
  codec: string,
): Promise<void> {
  const events = Array.from(
    { length: COMPRESSED_EVENTS },
    (_, i) => eventOf(i),
  );
  await runKafkaTool("ConsoleProducer", [
    ...["--bootstrap-server", bootstrap],
    ...["--topic", "compressed_topic"],
    ...["--compression-codec", codec],
    ...["--command-property", "linger.ms=200"],
  ], { stdin: `${events.join("\n")}\n` });
}
