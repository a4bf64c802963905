import assert from "node:assert/strict";
import type { NewRecord } from "../event_log.ts";
import { AppendQueue } from "./append_queue.ts";

function record(name: string, bytes = 10): NewRecord {
  return { key: name, value: new Uint8Array(bytes), timestampMs: 0 };
}

/** A queue whose sends are answered by hand. */
function createQueue() {
  const sent: { names: string[]; answer: PromiseWithResolvers<void> }[] = [];
  const queue = new AppendQueue(async (records) => {
    const answer = Promise.withResolvers<void>();
    sent.push({ names: records.map(({ key }) => key!), answer });
    await answer.promise;
  });
  return { queue, sent };
}

const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

Deno.test("AppendQueue sends together what is appended meanwhile", async () => {
  const { queue, sent } = createQueue();
  const appends = [queue.append([record("a")])];
  await turn();
  appends.push(queue.append([record("b"), record("c")]));
  appends.push(queue.append([record("d")]));
  await turn();
  assert.deepEqual(sent.map(({ names }) => names), [["a"]]);
  sent[0]!.answer.resolve();
  await appends[0];
  await turn();
  assert.deepEqual(sent.map(({ names }) => names), [["a"], ["b", "c", "d"]]);
  sent[1]!.answer.resolve();
  await Promise.all(appends);
});

Deno.test("AppendQueue cuts what no broker would take as one, and resolves at its end", async () => {
  const { queue, sent } = createQueue();
  let isDone = false;
  const names = ["a", "b", "c"];
  const done = queue.append(names.map((n) => record(n, 450_000)))
    .then(() => isDone = true);
  await turn();
  sent[0]!.answer.resolve();
  await turn();
  assert.equal(isDone, false);
  sent[1]!.answer.resolve();
  await done;
  assert.deepEqual(sent.map(({ names }) => names), [["a", "b"], ["c"]]);
});

Deno.test("AppendQueue lets nothing overtake what failed, and goes on after", async () => {
  const { queue, sent } = createQueue();
  const first = queue.append([record("a")]);
  await turn();
  const second = queue.append([record("b")]);
  sent[0]!.answer.reject(new Error("no broker"));
  await assert.rejects(first, /no broker/);
  await assert.rejects(second, /no broker/);
  const third = queue.append([record("c")]);
  await turn();
  sent[1]!.answer.resolve();
  await third;
  assert.deepEqual(sent.map(({ names }) => names), [["a"], ["c"]]);
});

Deno.test("AppendQueue.finish() waits for what is under way", async () => {
  const { queue, sent } = createQueue();
  const append = queue.append([record("a")]);
  await turn();
  let isFinished = false;
  const finished = queue.finish().then(() => isFinished = true);
  await turn();
  assert.equal(isFinished, false);
  sent[0]!.answer.resolve();
  await Promise.all([append, finished]);
});
