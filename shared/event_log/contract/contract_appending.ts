import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import {
  type ContractTester,
  newRecord,
  readAll,
  recordsOf,
  T0,
  textOf,
  textsOf,
} from "./contract_support.ts";

export function testAppending(test: ContractTester): void {
  test("append() keeps the order of records and appends", async (c) => {
    const topics = [c.topic("a")];
    await c.log.append(topics[0]!, ["1", "2"].map((t) => newRecord(t)));
    await c.log.append(topics[0]!, [newRecord("3")]);
    const records = recordsOf(await readAll(c.log, { topics }));
    assert.deepEqual(records.map(textOf), ["1", "2", "3"]);
    const offsets = records.map(({ offset }) => offset);
    assert.deepEqual(offsets, offsets.toSorted((a, b) => a - b));
    assert.equal(new Set(offsets).size, 3);
  });

  test("append() keeps the order of calls not waited for", async (c) => {
    const texts = Array.from({ length: 20 }, (_, i) => `${i}`);
    const topic = c.topic("a");
    await Promise.all(texts.map((t) => c.log.append(topic, [newRecord(t)])));
    assert.deepEqual(textsOf(await readAll(c.log, { topics: [topic] })), texts);
  });

  test("append() keeps keys, null too, and timestamps", async (c) => {
    const long = "x".repeat(300);
    const keys = ["25994", null, "", "Ærø 衛星 🛰", "\u{feff}bom", long];
    const appended = keys.map((key, i) =>
      newRecord(`${i}`, { key, timestampMs: T0 + 1_000 * (i % 3) })
    );
    await c.log.append(c.topic("a"), appended);
    const records = recordsOf(await readAll(c.log, { topics: [c.topic("a")] }));
    const byText = records.toSorted((a, b) => +textOf(a) - +textOf(b));
    assert.deepEqual(byText.map(({ key }) => key), keys);
    assert.deepEqual(
      byText.map(({ timestampMs }) => timestampMs),
      appended.map(({ timestampMs }) => timestampMs),
    );
  });

  test("append() keeps values of no byte, any byte, and almost 1 MB", async (c) => {
    const values = [
      new Uint8Array(0),
      Uint8Array.from({ length: 256 }, (_, i) => i),
      new Uint8Array(999_995).fill(7),
    ];
    for (const value of values) {
      await c.log.append(c.topic("a"), [{ ...newRecord(""), value }]);
    }
    const records = recordsOf(await readAll(c.log, { topics: [c.topic("a")] }));
    assert.equal(records.length, 3);
    records.forEach(({ value }, i) => {
      assert.ok(value !== null && Buffer.compare(value, values[i]!) === 0);
    });
  });

  test("append() of nothing does nothing", async (c) => {
    await c.log.append(c.topic("a"), []);
    assert.deepEqual(await c.log.describeTopics([c.topic("*")]), []);
  });

  test("append() refuses a record above 1 MB and takes none of its batch", async (c) => {
    const value = new Uint8Array(999_996);
    const batch = [newRecord("1"), { ...newRecord(""), value }];
    await assert.rejects(c.log.append(c.topic("a"), batch), {
      name: "RangeError",
      message: /record 1 .* must be at most 1000000 bytes: .* 1000001/,
    });
    assert.deepEqual(await readAll(c.log, { topics: [c.topic("*")] }), []);
  });

  test("append() refuses names that are not a topic's", async (c) => {
    for (const name of ["", ".", "..", "a b", "a/b", "ä", "x".repeat(250)]) {
      await assert.rejects(c.log.append(name, [newRecord("1")]), RangeError);
    }
  });

  test("append() takes batches of thousands, as one", async (c) => {
    const texts = Array.from({ length: 5_000 }, (_, i) => `${i}`);
    await c.log.append(c.topic("a"), texts.map((t) => newRecord(t)));
    const read = await readAll(c.log, { topics: [c.topic("a")] });
    assert.deepEqual(textsOf(read), texts);
  });

  test("append() of two clients at once loses and doubles nothing", async (c) => {
    const clients = [c.log, await c.openAnother()];
    const topic = c.topic("a");
    await Promise.all(clients.map(async (client, who) => {
      for (let n = 0; n < 20; n++) {
        const texts = Array.from({ length: 10 }, (_, i) => `${who}:${n}:${i}`);
        await client.append(topic, texts.map((t) => newRecord(t)));
      }
    }));
    const texts = textsOf(await readAll(c.log, { topics: [topic] }));
    assert.equal(texts.length, 400);
    for (const who of ["0", "1"]) {
      const own = texts.filter((text) => text.startsWith(who));
      const expected = Array.from(
        { length: 200 },
        (_, i) => `${who}:${Math.floor(i / 10)}:${i % 10}`,
      );
      assert.deepEqual(own, expected);
    }
  });

  test("describeTopics() tells offsets of the topics that match", async (c) => {
    await c.log.append(c.topic("b"), [newRecord("1"), newRecord("2")]);
    await c.log.append(c.topic("a"), [newRecord("3")]);
    await c.log.append(c.topic("other"), [newRecord("4")]);
    const patterns = [c.topic("a"), c.topic("b*"), c.topic("missing")];
    const topics = await c.log.describeTopics(patterns);
    assert.deepEqual(topics.map((t) => t.name), [c.topic("a"), c.topic("b")]);
    const sizes = topics.map(({ partitions }) =>
      partitions.reduce((n, p) => n + p.endOffset - p.firstOffset, 0)
    );
    assert.deepEqual(sizes, [1, 2]);
    assert.ok(topics.every(({ retentionMs }) => retentionMs === null));
  });

  test("append() on a closed log is refused", async (c) => {
    await c.log.close();
    await assert.rejects(c.log.append(c.topic("a"), [newRecord("1")]), {
      name: "EventLogError",
      message: /must be open/,
    });
  });
}
