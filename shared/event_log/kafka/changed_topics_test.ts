import assert from "node:assert/strict";
import {
  kafkaTest,
  shareTestBroker,
} from "../../kafka_broker/testdata/test_broker.ts";
import {
  checkpointAfter,
  follow,
  newRecord,
  readAll,
  recordsOf,
  textsOf,
} from "../contract/contract_support.ts";
import type { EventLog, ReadResult } from "../event_log.ts";
import { openEventLog } from "../open_event_log.ts";
import { deleteTopic, withAdmin } from "./testdata/with_admin.ts";

const broker = shareTestBroker();
let tests = 0;

interface Given {
  readonly log: EventLog;
  readonly bootstrap: string;
  /** Something is done to this topic; the other one must go on. */
  readonly topic: string;
  readonly other: string;
}

/** Registers a test of its own two topics with three records each. */
function changedTopicTest(name: string, body: (given: Given) => Promise<void>) {
  kafkaTest(`read() of Kafka ${name}`, async () => {
    const { bootstrap } = broker();
    const [topic, other] = [`changed${++tests}_a`, `changed${tests}_b`];
    const log = await openEventLog(`kafka://${bootstrap}`);
    try {
      await append(log, topic, ["0", "1", "2"]);
      await append(log, other, ["other 0"]);
      await body({ log, bootstrap, topic, other });
    } finally {
      await log.close();
    }
  });
}

async function append(
  log: EventLog,
  topic: string,
  texts: readonly string[],
): Promise<void> {
  await log.append(topic, texts.map((text) => newRecord(text)));
}

/** Follows both topics, changes the first, and waits for what is told. */
async function followWhile(
  { log, topic, other }: Given,
  change: () => Promise<void>,
): Promise<ReadResult[]> {
  let changing: Promise<void> | null = null;
  const results = await follow(log, { topics: [topic, other] }, (results) => {
    if (recordsOf(results).length >= 4) {
      changing ??= new Promise((resolve) => setTimeout(resolve, 300))
        .then(change);
    }
    const isHalted = results.some(({ kind }) => kind === "halted");
    if (isHalted && !textsOf(results).includes("other 1")) {
      void append(log, other, ["other 1"]);
    }
    return isHalted && textsOf(results).includes("other 1");
  });
  await changing;
  return results;
}

function requireHalted(
  results: readonly ReadResult[],
  topic: string,
  reason: RegExp,
): void {
  const halted = results.filter((result) => result.kind === "halted");
  assert.deepEqual(halted.map((h) => h.topic), [topic]);
  assert.match(halted[0]!.reason, reason);
  assert.match(halted[0]!.reason, /bring back .* or stop the projector/);
}

changedTopicTest(
  "tells a topic made anew, though it is longer already",
  async (given) => {
    const { log, bootstrap, topic } = given;
    const results = await followWhile(given, async () => {
      await deleteTopic(bootstrap, topic);
      await append(log, topic, ["new 0", "new 1", "new 2", "new 3", "new 4"]);
    });
    // Whichever of the two it was when the reader looked.
    requireHalted(results, topic, /its hash must be|ends at offset/);
    assert.ok(!textsOf(results).some((text) => text.startsWith("new")));
  },
);

changedTopicTest(
  "tells a topic made anew between two looks, as long or longer",
  async (given) => {
    const { log, bootstrap, topic } = given;
    for (const length of [3, 5]) {
      const read: ReadResult[] = [];
      for await (
        const result of log.read({ topics: [topic], until: "follow" })
      ) {
        read.push(result);
        if (result.kind === "halted") break;
        await deleteTopic(bootstrap, topic);
        const texts = Array.from({ length }, (_, i) => `new ${i}`);
        await append(log, topic, texts);
        setTimeout(() => void append(log, topic, ["newer"]), 600);
      }
      requireHalted(read, topic, /its hash must be/);
      assert.equal(read.length, 2);
      await deleteTopic(bootstrap, topic);
      await append(log, topic, ["0", "1", "2"]);
    }
  },
);

changedTopicTest("tells a topic made anew that is shorter", async (given) => {
  const { log, bootstrap, topic } = given;
  const results = await followWhile(given, async () => {
    await deleteTopic(bootstrap, topic);
    await append(log, topic, ["new 0"]);
  });
  requireHalted(results, topic, /ends at offset [01]/);
  assert.ok(!textsOf(results).includes("new 0"));
});

changedTopicTest("tells a topic that was deleted", async (given) => {
  const results = await followWhile(
    given,
    () => deleteTopic(given.bootstrap, given.topic),
  );
  requireHalted(results, given.topic, /has no such topic/);
});

changedTopicTest("tells a topic made anew while nobody read", async (given) => {
  const { log, bootstrap, topic, other } = given;
  const read = recordsOf(await readAll(log, { topics: [topic] }));
  const checkpoints = [checkpointAfter(read.at(-1)!)];
  await deleteTopic(bootstrap, topic);
  await append(log, topic, ["new 0", "new 1", "new 2", "new 3"]);
  const results = await readAll(log, { topics: [topic, other], checkpoints });
  requireHalted(results, topic, /its hash must be/);
  assert.deepEqual(textsOf(results), ["other 0"]);
});

changedTopicTest("tells a log cut off beyond the checkpoint", async (given) => {
  const { log, bootstrap, topic, other } = given;
  const read = recordsOf(await readAll(log, { topics: [topic] }));
  const checkpoints = [checkpointAfter(read[0]!)];
  await cutOff(bootstrap, topic, 3);
  await append(log, topic, ["3"]);
  const results = await readAll(log, { topics: [topic, other], checkpoints });
  requireHalted(results, topic, /begins at offset 3/);
  assert.deepEqual(textsOf(results), ["other 0"]);
});

changedTopicTest(
  "tells a log cut off ahead of a slow reader",
  async (given) => {
    const { log, bootstrap, topic } = given;
    for (let n = 0; n < 20; n++) {
      // Does not compress, so that it takes several answers.
      const values = Array.from({ length: 2 }, () => incompressible(400_000));
      await log.append(
        topic,
        values.map((v) => ({ ...newRecord(""), value: v })),
      );
    }
    const results: ReadResult[] = [];
    for await (const result of log.read({ topics: [topic], until: "follow" })) {
      if (results.length === 0) await cutOff(bootstrap, topic, 43);
      results.push(result);
      if (result.kind === "halted") break;
    }
    requireHalted(results, topic, /begins at offset 43/);
  },
);

changedTopicTest(
  "goes on where retention took only what was read",
  async (given) => {
    const { log, bootstrap, topic } = given;
    const read = recordsOf(await readAll(log, { topics: [topic] }));
    const checkpoints = [checkpointAfter(read[1]!)];
    await cutOff(bootstrap, topic, 2);
    const results = await readAll(log, { topics: [topic], checkpoints });
    assert.deepEqual(textsOf(results), ["2"]);
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
    const partitions = [{ partition: 0, offset: String(offset) }];
    await admin.deleteTopicRecords({ topic, partitions });
  });
}

function incompressible(bytes: number): Uint8Array {
  const value = new Uint8Array(bytes);
  for (let at = 0; at < bytes; at += 65_536) {
    crypto.getRandomValues(value.subarray(at, at + 65_536));
  }
  return value;
}
