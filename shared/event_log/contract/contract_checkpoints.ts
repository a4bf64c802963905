import assert from "node:assert/strict";
import type { Checkpoint, ReadResult } from "../event_log.ts";
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

export function testCheckpoints(test: ContractTester): void {
  test("read() goes on from any checkpoint, also within a batch", async (c) => {
    const texts = ["0", "1", "2", "3", "4", "5"];
    const all = await appendAndRead(c, texts);
    for (let count = 1; count <= texts.length; count++) {
      const read = await readFrom(c, checkpointAfter(all[count - 1]!));
      assert.deepEqual(textsOf(read), texts.slice(count));
      assert.ok(read.every(({ kind }) => kind === "records"));
    }
  });

  test("read() prefers the checkpoint to a time", async (c) => {
    const all = await appendAndRead(c, ["0", "1", "2"]);
    const checkpoints = [checkpointAfter(all[1]!)];
    const topics = [c.topic("*")];
    const options = { topics, checkpoints, fromTimeMs: T0 + 1 };
    assert.deepEqual(textsOf(await readAll(c.log, options)), ["2"]);
  });

  test("read() does not ask who is there if the checkpoint has no hash", async (c) => {
    const all = await appendAndRead(c, ["0", "1"]);
    const checkpoint = { ...checkpointAfter(all[0]!), lastRecordHash: null };
    assert.deepEqual(textsOf(await readFrom(c, checkpoint)), ["1"]);
  });

  test("read() begins a topic of a checkpoint at 0 once it is there", async (c) => {
    const topic = c.topic("a");
    const checkpoint = {
      topic,
      partition: 0,
      nextOffset: 0,
      lastRecordHash: null,
    };
    assert.deepEqual(await readFrom(c, checkpoint), []);
    await c.log.append(topic, [newRecord("1")]);
    assert.deepEqual(textsOf(await readFrom(c, checkpoint)), ["1"]);
  });

  test("read() halts a partition whose last record is another, and only it", async (c) => {
    const all = await appendAndRead(c, ["0", "1", "2"]);
    await c.log.append(c.topic("b"), [newRecord("other topic")]);
    const { lastRecordHash } = checkpointAfter(all[0]!);
    const read = await readFrom(
      c,
      { ...checkpointAfter(all[1]!), lastRecordHash },
    );
    requireHalted(read, c.topic("a"), /hash .* made again/s);
    assert.deepEqual(textsOf(read), ["other topic"]);
  });

  test("read() halts a partition that is shorter than its checkpoint", async (c) => {
    const all = await appendAndRead(c, ["0", "1"]);
    await c.log.append(c.topic("b"), [newRecord("other topic")]);
    const checkpoint = checkpointAfter(all[1]!);
    const nextOffset = checkpoint.nextOffset + 1;
    const read = await readFrom(c, { ...checkpoint, nextOffset });
    requireHalted(read, c.topic("a"), /ends at offset/);
    assert.deepEqual(textsOf(read), ["other topic"]);
  });

  test("read() halts a topic of a checkpoint that is not there", async (c) => {
    await c.log.append(c.topic("b"), [newRecord("other topic")]);
    const checkpoint = {
      topic: c.topic("gone"),
      partition: 0,
      nextOffset: 5,
      lastRecordHash: null,
    };
    const read = await readFrom(c, checkpoint);
    requireHalted(read, c.topic("gone"), /no such topic/);
    assert.deepEqual(textsOf(read), ["other topic"]);
  });

  test("read() pays no heed to checkpoints of topics not asked for", async (c) => {
    const all = await appendAndRead(c, ["0"]);
    const checkpoint = { ...checkpointAfter(all[0]!), nextOffset: 99 };
    const topics = [c.topic("b")];
    const options = { topics, checkpoints: [checkpoint] };
    assert.deepEqual(await readAll(c.log, options), []);
  });

  test("read() that follows halts one partition and follows the others", async (c) => {
    const all = await appendAndRead(c, ["0"]);
    const checkpoints = [{ ...checkpointAfter(all[0]!), nextOffset: 99 }];
    await c.log.append(c.topic("b"), [newRecord("b0")]);
    const options = { topics: [c.topic("*")], checkpoints };
    let isAppended = false;
    const read = await follow(c.log, options, (results) => {
      if (!isAppended && textsOf(results).includes("b0")) {
        isAppended = true;
        void c.log.append(c.topic("a"), [newRecord("not to be read")])
          .then(() => c.log.append(c.topic("b"), [newRecord("b1")]));
      }
      return textsOf(results).includes("b1");
    });
    requireHalted(read, c.topic("a"), /ends at offset/);
    assert.deepEqual(textsOf(read), ["b0", "b1"]);
  });
}

async function appendAndRead(c: ContractContext, texts: readonly string[]) {
  await c.log.append(c.topic("a"), texts.map((text) => newRecord(text)));
  return recordsOf(await readAll(c.log, { topics: [c.topic("a")] }));
}

async function readFrom(c: ContractContext, checkpoint: Checkpoint) {
  const topics = [c.topic("*")];
  return await readAll(c.log, { topics, checkpoints: [checkpoint] });
}

function requireHalted(
  results: readonly ReadResult[],
  topic: string,
  reason: RegExp,
): void {
  const halted = results.filter((result) => result.kind === "halted");
  assert.equal(halted.length, 1);
  assert.equal(halted[0]!.topic, topic);
  assert.match(halted[0]!.reason, reason);
}
