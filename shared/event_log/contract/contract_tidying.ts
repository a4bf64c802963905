import assert from "node:assert/strict";
import type { EventLog } from "../event_log.ts";
import {
  checkpointAfter,
  type ContractContext,
  type ContractTester,
  follow,
  newRecord,
  readAll,
  recordsOf,
  T0,
  textsOf,
} from "./contract_support.ts";

export function testTidying(test: ContractTester): void {
  test("tidy() changes nothing that a reader sees", async (c) => {
    const texts = await appendMany(c);
    const topics = [c.topic("*")];
    const all = recordsOf(await readAll(c.log, { topics }));
    const described = await c.log.describeTopics(topics);
    await tidyUp(c.log);
    assert.deepEqual(recordsOf(await readAll(c.log, { topics })), all);
    assert.deepEqual(await c.log.describeTopics(topics), described);
    for (const count of [1, 50, 1_999, 2_000, 2_001, texts.length]) {
      const checkpoints = [checkpointAfter(all[count - 1]!)];
      const read = await readAll(c.log, { topics, checkpoints });
      assert.deepEqual(textsOf(read), texts.slice(count));
      const fromTimeMs = T0 + count - 1;
      const late = await readAll(c.log, { topics, fromTimeMs });
      assert.deepEqual(textsOf(late), texts.slice(count - 1));
    }
  });

  test("tidy() lets a reader go on that is amid what is tidied up", async (c) => {
    const texts = await appendMany(c);
    const read = [];
    const options = { topics: [c.topic("*")], until: "end" } as const;
    for await (const result of c.log.read(options)) {
      read.push(result);
      await tidyUp(c.log);
    }
    assert.deepEqual(textsOf(read), texts);
  });

  test("tidy() lets a log be appended to and followed", async (c) => {
    const texts = await appendMany(c);
    await tidyUp(c.log);
    const another = await c.openAnother();
    await another.append(c.topic("a"), [newRecord("after")]);
    const read = await follow(c.log, { topics: [c.topic("*")] }, (results) => {
      return textsOf(results).includes("after");
    });
    assert.deepEqual(textsOf(read), [...texts, "after"]);
  });

  test("tidy() on a closed log is refused", async (c) => {
    await c.log.close();
    await assert.rejects(c.log.tidy(), {
      name: "EventLogError",
      message: /must be open/,
    });
  });
}

/** Many small appends, each record a millisecond after the one before. */
async function appendMany(c: ContractContext): Promise<string[]> {
  const texts = Array.from({ length: 5_000 }, (_, i) => `${i}`);
  for (let at = 0; at < texts.length; at += 50) {
    const batch = texts.slice(at, at + 50).map((text, i) =>
      newRecord(text, { timestampMs: T0 + at + i })
    );
    await c.log.append(c.topic("a"), batch);
  }
  return texts;
}

async function tidyUp(log: EventLog): Promise<void> {
  while (await log.tidy());
}
