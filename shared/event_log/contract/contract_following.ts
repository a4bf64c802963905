import assert from "node:assert/strict";
import type { ReadResult } from "../event_log.ts";
import {
  checkpointAfter,
  type ContractTester,
  follow,
  followRecords,
  newRecord,
  readAll,
  recordsOf,
  sleep,
  T0,
  textsOf,
} from "./contract_support.ts";

/** The log's promise is 200 ms; a busy machine that tests is forgiven more. */
const SOON_MS = 2_000;

export function testFollowing(test: ContractTester): void {
  test("read() that follows sees what another client appends, soon", async (c) => {
    const another = await c.openAnother();
    const topic = c.topic("a");
    await another.append(topic, [newRecord("0")]);
    const delaysMs: number[] = [];
    let appendedMs = 0;
    const options = { topics: [topic] };
    const read = await follow(c.log, options, (results) => {
      const count = recordsOf(results).length;
      if (count > 1) delaysMs.push(performance.now() - appendedMs);
      if (count < 5) {
        void sleep(30).then(async () => {
          await another.append(topic, [newRecord(`${count}`)]);
          appendedMs = performance.now();
        });
      }
      return count === 5;
    });
    assert.deepEqual(textsOf(read), ["0", "1", "2", "3", "4"]);
    assert.ok(Math.max(...delaysMs) < SOON_MS, `${delaysMs}`);
  });

  test("read() that follows sees what its own client appends", async (c) => {
    const topic = c.topic("a");
    const reading = followRecords(c.log, { topics: [topic] }, 3);
    for (const text of ["0", "1", "2"]) {
      await sleep(20);
      await c.log.append(topic, [newRecord(text)]);
    }
    assert.deepEqual(textsOf(await reading), ["0", "1", "2"]);
  });

  test("read() that follows takes up topics that appear later", async (c) => {
    await c.log.append(c.topic("first"), [newRecord("0")]);
    const topics = [c.topic("first"), c.topic("*d")];
    const append = (name: string) =>
      c.log.append(c.topic(name), [newRecord(name)]);
    const read = await follow(c.log, { topics }, (results) => {
      const count = recordsOf(results).length;
      if (count === 1) void append("second");
      if (count === 2) void append("other").then(() => append("third"));
      return count === 3;
    });
    assert.deepEqual(textsOf(read), ["0", "second", "third"]);
  });

  test("read() that follows goes on from a checkpoint at the end", async (c) => {
    const topics = [c.topic("a")];
    await c.log.append(c.topic("a"), [newRecord("0")]);
    const [last] = recordsOf(await readAll(c.log, { topics }));
    const checkpoints = [checkpointAfter(last!)];
    const reading = followRecords(c.log, { topics, checkpoints }, 1);
    await sleep(50);
    await c.log.append(c.topic("a"), [newRecord("1")]);
    assert.deepEqual(textsOf(await reading), ["1"]);
  });

  test("read() from a time still to come begins there", async (c) => {
    const topics = [c.topic("a")];
    await c.log.append(c.topic("a"), [newRecord("early")]);
    const options = { topics, fromTimeMs: T0 + 1_000 };
    const reading = followRecords(c.log, options, 1);
    await sleep(50);
    const late = newRecord("late", { timestampMs: T0 + 1_000 });
    await c.log.append(c.topic("a"), [late]);
    assert.deepEqual(textsOf(await reading), ["late"]);
  });

  test("read() that waits ends when its signal aborts", async (c) => {
    await c.log.append(c.topic("a"), [newRecord("0")]);
    const stop = new AbortController();
    const options = { topics: [c.topic("a")], signal: stop.signal };
    const reading = follow(c.log, options, () => false);
    await sleep(100);
    const stoppedMs = performance.now();
    stop.abort();
    assert.deepEqual(textsOf(await reading), ["0"]);
    assert.ok(performance.now() - stoppedMs < SOON_MS);
  });

  test("read() with a signal that is aborted already gives nothing", async (c) => {
    await c.log.append(c.topic("a"), [newRecord("0")]);
    const signal = AbortSignal.abort();
    const options = { topics: [c.topic("a")], signal };
    assert.deepEqual(await readAll(c.log, { ...options, until: "end" }), []);
    assert.deepEqual(await readAll(c.log, { ...options, until: "follow" }), []);
  });

  test("read() that is broken off leaves the log usable", async (c) => {
    const topics = [c.topic("a")];
    await c.log.append(c.topic("a"), [newRecord("0")]);
    await followRecords(c.log, { topics }, 1);
    await c.log.append(c.topic("a"), [newRecord("1")]);
    assert.deepEqual(textsOf(await readAll(c.log, { topics })), ["0", "1"]);
  });

  test("close() ends the readers that wait, and can be called twice", async (c) => {
    await c.log.append(c.topic("a"), [newRecord("0")]);
    const results: ReadResult[] = [];
    const begun = Promise.withResolvers<void>();
    const options = { topics: [c.topic("a")], until: "follow" } as const;
    const reading = (async () => {
      for await (const result of c.log.read(options)) {
        results.push(result);
        begun.resolve();
      }
    })();
    await begun.promise;
    await sleep(50);
    await c.log.close();
    await c.log.close();
    await reading;
    assert.deepEqual(textsOf(results), ["0"]);
  });

  test("close() within a read ends it after the batch in hand", async (c) => {
    const batch = Array.from({ length: 10_000 }, () => newRecord("x"));
    await c.log.append(c.topic("a"), batch);
    let batches = 0;
    const options = { topics: [c.topic("a")], until: "follow" } as const;
    for await (const _ of c.log.read(options)) {
      batches++;
      if (batches === 1) await c.log.close();
    }
    assert.equal(batches, 1);
  });
}
