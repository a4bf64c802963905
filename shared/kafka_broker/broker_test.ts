import assert from "node:assert/strict";
import { join } from "node:path";
import { runKafkaTool, startBroker } from "./broker.ts";
import { freePort } from "./free_port.ts";
import {
  kafkaTest,
  shareTestBroker,
  startTestBroker,
} from "./testdata/test_broker.ts";

const broker = shareTestBroker();

kafkaTest("startBroker() makes topics that keep their records", async () => {
  await topics("--create", "--topic", "kept");
  assert.match(
    await runKafkaTool("kafka.admin.ConfigCommand", [
      ...["--bootstrap-server", broker().bootstrap, "--describe", "--all"],
      ...["--entity-type", "topics", "--entity-name", "kept"],
    ]),
    /^ +retention\.ms=-1 /m,
  );
  assert.match(
    await topics("--describe", "--topic", "kept"),
    /PartitionCount: 1\s+ReplicationFactor: 1/,
  );
});

kafkaTest("startBroker() makes topics that records name", async () => {
  await produce(broker().bootstrap, "named", "a\nb\n");
  assert.deepEqual(await consume(broker().bootstrap, "named", 2), ["a", "b"]);
});

kafkaTest("startBroker() says that the port is in use", async () => {
  const folder = await Deno.makeTempDir();
  await assert.rejects(
    startBroker({ folder, port: broker().port }),
    {
      message: "Cannot start Kafka as its port must be free: something " +
        `listens on ${broker().bootstrap}. Use that, if it is a broker, or ` +
        "stop it first.",
    },
  );
  await Deno.remove(folder, { recursive: true });
});

kafkaTest("startBroker() says that the folder is in use", async () => {
  const { folder } = broker();
  await assert.rejects(
    startBroker({ folder, port: freePort() }),
    {
      message: "Cannot start Kafka as its folder must be free: another " +
        `broker uses ${folder}. Use that one, or stop it first.`,
    },
  );
});

kafkaTest("startBroker() tells why the broker does not start", async () => {
  const folder = await Deno.makeTempDir();
  const settings = { "authorizer.class.name": "absent.Class" };
  const failing = startBroker({ folder, port: freePort(), settings });
  await assert.rejects(failing, (error: Error) => {
    assert.match(error.message, /must get ready.*has ended.*log ends with/s);
    assert.match(error.message, /absent\.Class/);
    assert.ok(error.message.includes(join(folder, "server.log")));
    return true;
  });
  await Deno.remove(folder, { recursive: true });
});

kafkaTest("startBroker() refuses settings that are wrong", async () => {
  const folder = await Deno.makeTempDir();
  const settings = { "listeners": "nonsense" };
  const failing = startBroker({ folder, port: freePort(), settings });
  await assert.rejects(failing, /listeners.*nonsense/s);
  await Deno.remove(folder, { recursive: true });
});

kafkaTest("startBroker() again keeps records, even after a kill", async () => {
  await using own = await startTestBroker({
    settings: { "num.partitions": "2" },
  });
  await produce(own.bootstrap, "kept", "first\n");
  await own.stop();
  await own.start();
  await produce(own.bootstrap, "kept", "second\n");
  await own.kill();
  await own.start();
  const records = await consume(own.bootstrap, "kept", 2);
  assert.deepEqual(records.sort(), ["first", "second"]);
  assert.match(
    await runKafkaTool("TopicCommand", [
      ...["--bootstrap-server", own.bootstrap, "--describe"],
      ...["--topic", "kept"],
    ]),
    /PartitionCount: 2/,
  );
});

kafkaTest("runKafkaTool() tells why a tool fails", async () => {
  await assert.rejects(
    topics("--describe", "--topic", "absent"),
    /TopicCommand as its status must be 0: current value is 1\..*absent/s,
  );
});

function topics(...args: string[]): Promise<string> {
  return runKafkaTool("TopicCommand", [
    ...["--bootstrap-server", broker().bootstrap, ...args],
  ]);
}

async function produce(bootstrap: string, topic: string, lines: string) {
  await runKafkaTool("ConsoleProducer", [
    ...["--bootstrap-server", bootstrap, "--topic", topic],
  ], { stdin: lines });
}

async function consume(bootstrap: string, topic: string, count: number) {
  const printed = await runKafkaTool("consumer.ConsoleConsumer", [
    ...["--bootstrap-server", bootstrap, "--topic", topic],
    ...["--from-beginning", "--max-messages", String(count)],
    ...["--timeout-ms", "20000"],
  ]);
  return printed.trimEnd().split("\n");
}
