import assert from "node:assert/strict";
import {
  type ContractTester,
  newRecord,
  readAll,
  type ReadRecord,
  recordsOf,
  T0,
  textsOf,
} from "./contract_support.ts";

export function testReading(test: ContractTester): void {
  test("read() of topics without records ends at once", async (c) => {
    assert.deepEqual(await readAll(c.log, { topics: [c.topic("*")] }), []);
  });

  test("read() takes the topics that match, and no others", async (c) => {
    for (const name of ["terra_topic", "aqua_topic", "element_sets", "else"]) {
      await c.log.append(c.topic(name), [newRecord(name)]);
    }
    const topics = [c.topic("*_topic"), c.topic("element_sets")];
    const texts = textsOf(await readAll(c.log, { topics }));
    assert.deepEqual(texts.toSorted(), [
      "aqua_topic",
      "element_sets",
      "terra_topic",
    ]);
  });

  test("read() up to the end stops at the end as it was at first", async (c) => {
    const topics = [c.topic("*")];
    await c.log.append(c.topic("a"), [newRecord("1"), newRecord("2")]);
    const texts: string[] = [];
    for await (const result of c.log.read({ topics, until: "end" })) {
      texts.push(...textsOf([result]));
      await c.log.append(c.topic("a"), [newRecord("later")]);
      await c.log.append(c.topic("new"), [newRecord("later")]);
    }
    assert.deepEqual(texts, ["1", "2"]);
  });

  test("read() up to given offsets stops before them", async (c) => {
    const texts = Array.from({ length: 10 }, (_, i) => `${i}`);
    await c.log.append(c.topic("a"), texts.map((t) => newRecord(t)));
    await c.log.append(c.topic("b"), [newRecord("other")]);
    const topics = [c.topic("*")];
    const all = recordsOf(await readAll(c.log, { topics }))
      .filter(({ topic }) => topic === c.topic("a"));
    for (const count of [0, 1, 7]) {
      const { topic, partition, offset: endOffset } = all[count]!;
      const until = [{ topic, partition, endOffset }];
      const read = await readAll(c.log, { topics, until });
      assert.deepEqual(textsOf(read), texts.slice(0, count));
    }
  });

  test("read() up to offsets that the log does not reach ends at its end", async (c) => {
    await c.log.append(c.topic("a"), [newRecord("1")]);
    const topics = [c.topic("*")];
    const [first] = recordsOf(await readAll(c.log, { topics }));
    const { topic, partition } = first!;
    const until = [{ topic, partition, endOffset: 1_000 }];
    assert.deepEqual(textsOf(await readAll(c.log, { topics, until })), ["1"]);
  });

  test("read() gives partitions their turn before one of them is finished", async (c) => {
    const many = Array.from(
      { length: 1_000 },
      () => newRecord("x".repeat(900)),
    );
    for (const name of ["a", "b"]) {
      for (let i = 0; i < 12; i++) await c.log.append(c.topic(name), many);
    }
    const results = await readAll(c.log, { topics: [c.topic("*")] });
    const topics = recordsOf(results).map(({ topic }) => topic);
    const endOfFirst = topics.lastIndexOf(topics[0]!);
    assert.equal(topics.length, 24_000);
    assert.notEqual(endOfFirst, 11_999);
    for (const result of results) {
      assert.ok(result.kind === "records" && result.records.length <= 10_000);
    }
  });

  test("read() from a time begins at the first record as late", async (c) => {
    // Backfill comes after live records: time does not grow with offsets.
    const minutes = [10, 20, 15, 5, 40, 30, 60, 0];
    const topic = c.topic("a");
    for (const minute of minutes) {
      const timestampMs = T0 + minute * 60_000;
      await c.log.append(topic, [newRecord(`${minute}`, { timestampMs })]);
    }
    for (const from of [0, 5, 11, 20, 21, 41, 60]) {
      const fromTimeMs = T0 + from * 60_000;
      const read = await readAll(c.log, { topics: [topic], fromTimeMs });
      const expected = minutes.slice(minutes.findIndex((m) => m >= from));
      assert.deepEqual(textsOf(read), expected.map(String), `from ${from}`);
    }
    const fromTimeMs = T0 + 61 * 60_000;
    assert.deepEqual(await readAll(c.log, { topics: [topic], fromTimeMs }), []);
  });

  test("read() from a time begins within a batch", async (c) => {
    const batch = [1, 2, 3, 4].map((i) =>
      newRecord(`${i}`, { timestampMs: T0 + i })
    );
    await c.log.append(c.topic("a"), batch);
    const options = { topics: [c.topic("a")], fromTimeMs: T0 + 3 };
    assert.deepEqual(textsOf(await readAll(c.log, options)), ["3", "4"]);
  });

  test("read() of two readers at once gives both everything", async (c) => {
    const texts = Array.from({ length: 3_000 }, (_, i) => `${i}`);
    await c.log.append(c.topic("a"), texts.map((t) => newRecord(t)));
    const another = await c.openAnother();
    const options = { topics: [c.topic("a")] };
    const read = await Promise.all(
      [c.log, c.log, another].map((log) => readAll(log, options)),
    );
    for (const results of read) assert.deepEqual(textsOf(results), texts);
  });

  test("read() can be broken off and begun again", async (c) => {
    const texts = Array.from({ length: 9_000 }, (_, i) => `${i}`);
    await c.log.append(c.topic("a"), texts.map((t) => newRecord(t)));
    const options = { topics: [c.topic("a")], until: "end" } as const;
    const first: ReadRecord[] = [];
    for await (const result of c.log.read(options)) {
      first.push(...recordsOf([result]));
      break;
    }
    assert.ok(first.length > 0);
    assert.deepEqual(textsOf(await readAll(c.log, options)), texts);
  });
}
