import assert from "node:assert/strict";
import { join } from "node:path";
import {
  deleteTopic,
  withAdmin,
} from "../shared/event_log/kafka/testdata/with_admin.ts";
import type { NewRecord } from "../shared/event_log/event_log.ts";
import { openEventLog } from "../shared/event_log/open_event_log.ts";
import {
  kafkaTest,
  startTestBroker,
} from "../shared/kafka_broker/testdata/test_broker.ts";
import { randomHours } from "../projector/testdata/random_records.ts";
import { createRandom } from "../projector/random.ts";
import { compareWithLog } from "./compare_with_log.ts";
import { type ProjectionAnswer, warningsOf } from "./projection_answer.ts";
import { RunningServices } from "./running_services.ts";

const random = createRandom(11);

/** So many records, each another one. */
const records = (count: number): NewRecord[] => randomHours(random, count);

kafkaTest(
  "a log that is not the one that was read halts what it concerns until the remedy is followed",
  async () => {
    await using broker = await startTestBroker();
    const { bootstrap } = broker;
    const eventLog = `kafka://${bootstrap}`;
    await using services = await RunningServices.inNewPlace({
      EVENT_LOG: eventLog,
    });
    const log = await openEventLog(eventLog);
    await using _ = { [Symbol.asyncDispose]: () => log.close() };
    for (const name of ["shorter", "longer", "truncated", "fewer", "same"]) {
      await log.append(`${name}_topic`, records(3));
    }
    services.start("projector", "web");
    await services.waitFor("all to be read", () => hasRead(services, 15));

    await deleteTopic(bootstrap, "shorter_topic");
    await log.append("shorter_topic", records(1));
    await requireHalted(services, ["shorter"]);
    await log.append("same_topic", records(1));
    await services.waitFor("another to go on", () => hasRead(services, 16));

    await services.stop("projector");
    await deleteTopic(bootstrap, "longer_topic");
    await log.append("longer_topic", records(5));
    await log.append("truncated_topic", records(4));
    await cutOff(bootstrap, "truncated_topic", 5);
    await deleteTopic(bootstrap, "fewer_topic");
    await log.append("fewer_topic", records(2));
    await log.append("same_topic", records(1));
    services.start("projector");
    await services.waitFor("another to go on", () => hasRead(services, 17));
    await requireHalted(services, ["fewer", "longer", "shorter", "truncated"]);
    const said = services.said("projector");
    for (
      const reason of [
        /ERROR Cannot read fewer_topic\/0 on from offset 3 as .* it ends at offset 2 /,
        /ERROR Cannot read longer_topic\/0 on from offset 3 as .* its hash must be /,
        /ERROR Cannot read shorter_topic\/0 on from offset 3 as .* it ends at offset 1 /,
        /ERROR Cannot read truncated_topic\/0 on from offset 3 as .* it begins at offset 5 /,
      ]
    ) {
      assert.match(said, reason);
    }
    assert.equal(await hasRead(services, 17), true, "nothing else was read");

    // To the letter of what each of them says.
    await services.stop("projector");
    for await (const { name } of Deno.readDir(services.folder)) {
      if (name.startsWith("projection")) {
        await Deno.remove(join(services.folder, name));
      }
    }
    services.start("projector");
    await services.waitFor("it to be made anew", async () => {
      const { partitions } = await services.getJson<ProjectionAnswer>(
        "/api/v1/projection",
      );
      return partitions.length === 5 &&
        partitions.every(({ halted, lag }) => halted === null && lag === 0);
    });
    assert.deepEqual(await warningsOf(services, "partition_halted"), []);
    console.log(await compareWithLog(services));
  },
);

async function cutOff(
  bootstrap: string,
  topic: string,
  offset: number,
): Promise<void> {
  await withAdmin(bootstrap, async (admin) => {
    // Has it learn who leads the topic.
    await admin.fetchTopicOffsets(topic);
    const partitions = [{ partition: 0, offset: `${offset}` }];
    await admin.deleteTopicRecords({ topic, partitions });
  });
}

/** Whether so many records were read, and no more. */
async function hasRead(
  services: RunningServices,
  count: number,
): Promise<boolean> {
  const metrics = await services.metrics("projector");
  const applied = [
    ...metrics.matchAll(
      /^groundtrack_\w+_records_applied_total\{.*\} (\d+)$/gm,
    ),
  ].map((match) => Number(match[1])).reduce((a, b) => a + b, 0);
  return applied === count;
}

/** Waits until these, and no others, are told of wherever people look. */
async function requireHalted(
  services: RunningServices,
  names: readonly string[],
): Promise<void> {
  const topics = names.map((name) => `${name}_topic`);
  await services.waitFor(
    `${topics} to be halted`,
    async () =>
      (await warningsOf(services, "partition_halted")).length === names.length,
  );
  const warnings = await warningsOf(services, "partition_halted");
  const { partitions } = await services.getJson<ProjectionAnswer>(
    "/api/v1/projection",
  );
  const halted = partitions.filter((partition) => partition.halted !== null);
  assert.deepEqual(halted.map(({ topic }) => topic), topics);
  warnings.forEach(({ message, remedy }, i) => {
    assert.ok(message.startsWith(`${topics[i]}/0 is not read on`), message);
    assert.match(
      remedy,
      /or stop the projector, delete the projection, and start it again, /,
    );
    assert.equal(remedy, halted[i]!.halted);
    assert.ok(services.said("projector").includes(`ERROR ${remedy}`));
  });
  const metrics = await services.metrics("projector");
  const told = [
    ...metrics.matchAll(
      /^groundtrack_projector_partition_halted\{topic="(.+)",partition="0"\} 1$/gm,
    ),
  ].map((match) => match[1]);
  assert.deepEqual(told, topics);
  assert.match(
    await services.metrics("web"),
    new RegExp(
      `^groundtrack_web_warnings\\{kind="partition_halted"\\} ${names.length}$`,
      "m",
    ),
  );
}
