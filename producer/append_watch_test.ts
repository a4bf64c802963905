import assert from "node:assert/strict";
import { EventLogError } from "../shared/event_log/event_log.ts";
import { AppendWatch } from "./append_watch.ts";
import { withTempLog } from "./testdata/temp_log.ts";

const recordAt = (timestampMs: number) => ({
  key: null,
  value: new Uint8Array(),
  timestampMs,
});

Deno.test("AppendWatch passes on what is appended, and counts it by topic", () =>
  withTempLog(async (log) => {
    let nowMs = 100;
    const watch = new AppendWatch(() => nowMs);
    const watched = watch.watch(log);
    await watched.append("a_topic", [recordAt(7), recordAt(9)]);
    nowMs = 200;
    // What is filled in later is of an earlier time.
    await watched.append("a_topic", [recordAt(3)]);
    assert.deepEqual(watch.of("a_topic"), {
      taken: 3,
      refused: 0,
      latestMs: 9,
      takenMs: 200,
      refusal: null,
    });
    assert.equal(watch.of("b_topic").taken, 0);
    const [topic] = await watched.describeTopics(["*"]);
    assert.equal(topic!.partitions[0]!.endOffset, 3);
  }));

Deno.test("AppendWatch notes why the last append was refused, until one is taken", () =>
  withTempLog(async (log) => {
    const watch = new AppendWatch(() => 100);
    let isFull = true;
    const watched = watch.watch({
      ...log,
      append: (topic, records) =>
        isFull
          ? Promise.reject(new EventLogError("the disk is full"))
          : log.append(topic, records),
    });
    for (let i = 0; i < 2; i++) {
      await assert.rejects(watched.append("a_topic", [recordAt(1)]), {
        message: "the disk is full",
      });
    }
    const { taken, refused, refusal, latestMs } = watch.of("a_topic");
    assert.deepEqual([taken, refused, latestMs], [0, 2, null]);
    assert.equal(refusal, "the disk is full");
    isFull = false;
    await watched.append("a_topic", [recordAt(1)]);
    const after = watch.of("a_topic");
    assert.deepEqual([after.refusal, after.refused], [null, 2]);
  }));
