import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import {
  formatLogPosition,
  parseLogPosition,
} from "../event_log/log_position.ts";
import {
  countDeadLetters,
  PREVIEW_LENGTH,
  readDeadLetter,
  readDeadLetterPreviews,
  readDeadLetters,
  type StoredDeadLetter,
} from "./read_dead_letters.ts";
import { createProjection } from "./schema.ts";

/** Dead letters of topics that came in another order than that of names. */
function givenDeadLetters(...where: readonly string[]) {
  const db = createProjection(":memory:", { id: "test", createdMs: 0 });
  const addTopic = db.prepare(
    "INSERT INTO topics (name, preference) VALUES (?, 0) ON CONFLICT DO NOTHING",
  );
  const addLetter = db.prepare(`
    INSERT INTO dead_letters VALUES ((SELECT ref FROM topics WHERE name = ?),
      ?, ?, 'key', CAST('value' AS BLOB), 7, 'why')`);
  for (const text of where) {
    const { topic, partition, offset } = parseLogPosition(text)!;
    addTopic.run(topic);
    addLetter.run(topic, partition, offset);
  }
  return { db, [Symbol.dispose]: () => db.close() };
}

const WHERE = ["b/1/3", "b/0/8", "b/0/9", "c/0/0", "a/0/0", "a/0/2", "a/10/1"];
const IN_ORDER = [
  "a/0/0",
  "a/0/2",
  "a/10/1",
  "b/0/8",
  "b/0/9",
  "b/1/3",
  "c/0/0",
];

const written = ({ at }: StoredDeadLetter) => formatLogPosition(at);

Deno.test("readDeadLetters() gives them in order, in pages of any size", () => {
  using given = givenDeadLetters(...WHERE);
  for (const limit of [1, 2, 3, 7, 8]) {
    const read: string[] = [];
    for (;;) {
      const after = parseLogPosition(read.at(-1) ?? "");
      const page = readDeadLetters(given.db, { after, limit });
      assert.ok(page.length <= limit);
      if (page.length === 0) break;
      read.push(...page.map(written));
    }
    assert.deepEqual(read, IN_ORDER);
  }
  assert.equal(countDeadLetters(given.db), IN_ORDER.length);
});

Deno.test("readDeadLetters() begins behind a log position where there is none, too", () => {
  using given = givenDeadLetters(...WHERE);
  const behind = (text: string, topic?: string) =>
    readDeadLetters(given.db, {
      after: parseLogPosition(text),
      topic,
      limit: 99,
    }).map(written);
  assert.deepEqual(behind("a/0/1"), IN_ORDER.slice(1));
  assert.deepEqual(behind("aa/5/5"), IN_ORDER.slice(3));
  assert.deepEqual(behind("c/0/0"), []);
  assert.deepEqual(behind("a/0/1", "b"), IN_ORDER.slice(3, 6));
  assert.deepEqual(behind("b/0/8", "b"), IN_ORDER.slice(4, 6));
  assert.deepEqual(behind("", "d"), []);
});

Deno.test("readDeadLetters() does not go through what is before its page", () => {
  using given = givenDeadLetters("a/0/0");
  given.db.exec(`
    WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n LIMIT 100000)
    INSERT INTO dead_letters SELECT 1, 0, n, NULL, x'', 0, '' FROM n`);
  const readBehind = (offset: number) => {
    const startMs = performance.now();
    for (let i = 0; i < 100; i++) {
      const after = { topic: "a", partition: 0, offset };
      const page = readDeadLetters(given.db, { after, limit: 10 });
      assert.equal(page[9]!.at.offset, offset + 10);
    }
    return performance.now() - startMs;
  };
  readBehind(0);
  // It took hundreds of times as long when it did.
  assert.ok(readBehind(99_000) < 20 * readBehind(0));
});

Deno.test("readDeadLetter() gives the one at a log position, whole", () => {
  using given = givenDeadLetters(...WHERE);
  assert.deepEqual(readDeadLetter(given.db, parseLogPosition("b/0/9")!), {
    at: { topic: "b", partition: 0, offset: 9 },
    key: "key",
    value: Buffer.from("value"),
    timestampMs: 7,
    reason: "why",
  });
  for (const other of ["b/0/7", "b/0/10", "a/5/1", "d/0/0"]) {
    assert.equal(readDeadLetter(given.db, parseLogPosition(other)!), null);
  }
});

Deno.test("readDeadLetterPreviews() cuts what is long, and tells how long the value is", () => {
  using given = givenDeadLetters("a/0/0", "a/0/1", "a/0/2");
  given.db.exec(`
    UPDATE dead_letters SET key = NULL, value = NULL WHERE offset = 1;
    UPDATE dead_letters SET key = hex(zeroblob(5000)),
      value = zeroblob(5000), reason = hex(zeroblob(5000)) WHERE offset = 2`);
  const [short, none, long] = [
    ...readDeadLetterPreviews(given.db, { after: null }),
  ];
  assert.deepEqual([short!.valueBytes, none!.valueBytes], [5, null]);
  assert.deepEqual([none!.key, none!.value], [null, null]);
  assert.equal(long!.valueBytes, 5000);
  for (const part of [long!.key, long!.value, long!.reason]) {
    assert.equal(part!.length, PREVIEW_LENGTH);
  }
});
