import assert from "node:assert/strict";
import { openEventLog } from "../shared/event_log/open_event_log.ts";
import {
  kafkaTest,
  shareTestBroker,
} from "../shared/kafka_broker/testdata/test_broker.ts";
import { requireAllAccountedFor } from "../projector/testdata/given_projection.ts";
import { createRandom } from "../projector/random.ts";
import { randomHours } from "../projector/testdata/random_records.ts";
import { compareWithLog, readProjection } from "./compare_with_log.ts";
import { FAULT_LENGTH } from "./fault_length.ts";
import { RunningServices } from "./running_services.ts";
import { startTask, stop } from "./services.ts";

const RECORDS_READ = "SELECT coalesce(sum(records_read), 0) FROM checkpoints";

const REFUSAL =
  /Cannot start the projector as \S+projection\.lock must not be locked: it is held by process \d+, .* set PROJECTION to another folder\n/;

const broker = shareTestBroker();

kafkaTest(
  "two projectors on Kafka: one is refused where both would write, and both get everything where not",
  async () => {
    const random = createRandom(5);
    await using services = await RunningServices.inNewPlace({
      EVENT_LOG: `kafka://${broker().bootstrap}`,
    });
    const { eventLog } = services;
    await using elsewhere = await RunningServices.inNewPlace({
      EVENT_LOG: eventLog,
    });
    const log = await openEventLog(eventLog);
    await using _ = { [Symbol.asyncDispose]: () => log.close() };
    const append = () =>
      Promise.all(
        ["a_topic", "b_topic"].map((topic) =>
          log.append(topic, randomHours(random, 4))
        ),
      );

    await append();
    services.start("projector");
    await services.waitFor(
      "the first to start",
      () => services.said("projector").includes("Projecting"),
    );
    const refused = startTask("projector", services.place);
    let refusal: Deno.CommandStatus | undefined;
    refused.ended.then((status) => refusal = status);
    try {
      await services.waitFor(
        "the second to be refused",
        () => refusal !== undefined,
      );
    } finally {
      await stop(refused);
    }
    assert.match(refused.output(), REFUSAL);
    assert.equal(refusal?.code, 1);

    elsewhere.start("projector");
    await append();
    for (const one of [services, elsewhere]) {
      await compareWithLog(one);
      await one.stop("projector");
    }
  },
);

kafkaTest(
  "invariant 1: kill -9 of the projector on Kafka loses nothing and doubles nothing",
  async () => {
    const seed = Number(Deno.env.get("SEED") ?? Date.now() % 1_000_000);
    const { kills } = FAULT_LENGTH;
    console.log(`SEED=${seed} KILLS=${kills}`);
    const random = createRandom(seed);
    await using services = await RunningServices.inNewPlace({
      EVENT_LOG: `kafka://${broker().bootstrap}`,
    });
    const script = "projector/testdata/append_events.ts";
    services.startScript("appending", script, [services.eventLog, `${seed}`]);
    const log = await openEventLog(services.eventLog);
    await using _ = { [Symbol.asyncDispose]: () => log.close() };

    const recordsRead = () =>
      readProjection(services.link, (db) => {
        requireAllAccountedFor(db);
        return db.prepare<[], number>(RECORDS_READ).pluck().get()!;
      });
    let read = 0;
    for (let i = 0; i < kills; i++) {
      // So much that it has to catch up when it is killed.
      await log.append("d_topic", randomHours(random, 20));
      services.start("projector");
      await services.waitFor(
        "it to start",
        () => services.said("projector").includes("Projecting"),
      );
      if (i % 2 === 0) {
        await services.waitFor("it to commit", () => recordsRead() > read);
      }
      await new Promise((resolve) => setTimeout(resolve, random(400)));
      await services.kill("projector");
      read = recordsRead();
    }
    await services.stop("appending");
    services.start("projector");
    console.log(await compareWithLog(services));
    await services.stop("projector");
  },
);
