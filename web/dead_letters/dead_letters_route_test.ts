import assert from "node:assert/strict";
import type { LogRecord } from "../../shared/event_log/event_log.ts";
import { PREVIEW_LENGTH } from "../../shared/projection/read_dead_letters.ts";
import { START_MS } from "../testdata/given_positions.ts";
import { TestApp } from "../testdata/test_app.ts";

const PATH = "/api/v1/dead-letters";
const utf8 = new TextEncoder();

/** A record that is no event. */
function letterOf(
  value: string | Uint8Array | null,
  change: Partial<LogRecord> = {},
): Omit<LogRecord, "offset"> {
  const bytes = typeof value === "string" ? utf8.encode(value) : value;
  return { key: null, value: bytes, timestampMs: START_MS, ...change };
}

/** Ten of each of two topics, of which offsets go on from one to the other. */
async function givenTwenty(): Promise<TestApp> {
  const test = await TestApp.given();
  for (const topic of ["b_topic", "a_topic"]) {
    test.projection.commitRecords(Array(10).fill(letterOf("x")), { topic });
  }
  return test;
}

interface Letter {
  readonly topic: string;
  readonly offset: number;
}

const places = (letters: readonly Letter[]) =>
  letters.map(({ topic, offset }) => `${topic}/${offset}`);

const IN_ORDER = [
  ...Array.from({ length: 10 }, (_, i) => `a_topic/${10 + i}`),
  ...Array.from({ length: 10 }, (_, i) => `b_topic/${i}`),
];

Deno.test("GET dead-letters tells of each where, when, why and what", async () => {
  await using test = await TestApp.given();
  test.projection.commitRecords([letterOf("garbage\n🛰", { key: "25994" })], {
    topic: "a_topic",
    partition: 3,
  });
  const response = await test.get(PATH);
  assert.equal(response.headers.get("content-type"), "application/json");
  assert.equal(response.headers.get("link"), null);
  const { dead_letters: [letter], next } = await response.json();
  assert.match(letter.reason, /^Cannot decode event as it must be JSON/);
  assert.deepEqual({ ...letter, reason: "" }, {
    topic: "a_topic",
    partition: 3,
    offset: 0,
    time: new Date(START_MS).toISOString(),
    key: "25994",
    reason: "",
    value_bytes: 12,
    value: "garbage\n🛰",
    value_base64: null,
  });
  assert.equal(next, null);
});

Deno.test("GET dead-letters gives a value that is not text as base64, and none where there is none", async () => {
  await using test = await TestApp.given();
  test.projection.commitRecords([
    letterOf(new Uint8Array([0xff, 0x00, 0x41])),
    letterOf(null, { timestampMs: 2 ** 53 }),
  ]);
  const { dead_letters: [bytes, none] } = await test.getJson(PATH);
  assert.deepEqual(
    [bytes.value_bytes, bytes.value, bytes.value_base64],
    [3, null, "/wBB"],
  );
  assert.deepEqual(
    [none.value_bytes, none.value, none.value_base64, none.time],
    [null, null, null, null],
  );
});

Deno.test("GET dead-letters cuts what is long, within no character, and tells the length of the whole", async () => {
  await using test = await TestApp.given();
  const long = "x" + "é".repeat(PREVIEW_LENGTH);
  test.projection.commitRecords([
    letterOf(long, { key: long }),
    letterOf(new Uint8Array(2 * PREVIEW_LENGTH).fill(0xff)),
  ]);
  const { dead_letters: [text, bytes] } = await test.getJson(PATH);
  assert.equal(text.value, "x" + "é".repeat(PREVIEW_LENGTH / 2 - 1));
  assert.equal(text.value_bytes, 2 * PREVIEW_LENGTH + 1);
  assert.equal(text.key, long.slice(0, PREVIEW_LENGTH));
  assert.equal(atob(bytes.value_base64).length, PREVIEW_LENGTH);
  assert.equal(bytes.value_bytes, 2 * PREVIEW_LENGTH);
});

Deno.test("GET dead-letters pages through all of them by next, and by the link", async () => {
  await using test = await givenTwenty();
  for (const limit of [1, 3, 10, 19, 20, 1_000]) {
    const read: string[] = [];
    let path: string | undefined = `${PATH}?limit=${limit}`;
    while (path !== undefined) {
      const response = await test.get(path);
      const { dead_letters: letters, next } = await response.json();
      assert.ok(letters.length <= limit);
      read.push(...places(letters));
      const link = response.headers.get("link");
      path = /^<(.*)>; rel="next"$/.exec(link ?? "")?.[1];
      const cursor = path &&
        new URL(path, "http://a").searchParams.get("cursor");
      assert.equal(cursor ?? null, next);
    }
    assert.deepEqual(read, IN_ORDER);
  }
});

Deno.test("GET dead-letters gives a hundred, if nothing else is said", async () => {
  await using test = await TestApp.given();
  test.projection.commitRecords(Array(101).fill(letterOf("x")));
  const { dead_letters: letters, next } = await test.getJson(PATH);
  assert.equal(letters.length, 100);
  assert.equal(next, "test_topic/0/100");
});

Deno.test("GET dead-letters goes on where the letter of the cursor is none any more", async () => {
  await using test = await givenTwenty();
  test.projection.change((db) =>
    db.exec("DELETE FROM dead_letters WHERE offset = 12")
  );
  const { dead_letters: letters } = await test.getJson(
    `${PATH}?cursor=a_topic/0/12&limit=2`,
  );
  assert.deepEqual(places(letters), ["a_topic/13", "a_topic/14"]);
});

Deno.test("GET dead-letters gives those of one topic", async () => {
  await using test = await givenTwenty();
  const ofTopic = async (query: string) => {
    const { dead_letters: letters, next } = await test.getJson(
      `${PATH}?${query}`,
    );
    return [places(letters), next];
  };
  assert.deepEqual(await ofTopic("topic=a_topic"), [
    IN_ORDER.slice(0, 10),
    null,
  ]);
  assert.deepEqual(await ofTopic("topic=b_topic&cursor=b_topic/0/8&limit=1"), [
    ["b_topic/8"],
    "b_topic/0/9",
  ]);
  assert.deepEqual(await ofTopic("topic=c_topic"), [[], null]);
});

const CURSOR = "must be what the page before gave as next";
const WRONG: [query: string, parameter: string, detail: string][] = [
  ["partition=0", "partition", "the parameters are topic, limit, cursor"],
  ["limit=0", "limit", "must be a whole number from 1 to 1000"],
  ["limit=1001", "limit", "must be a whole number from 1 to 1000"],
  ["topic=a/b", "topic", "must be the name of a topic"],
  ["cursor=42", "cursor", CURSOR],
  ["cursor=a_topic/0/x", "cursor", CURSOR],
  [
    "topic=b_topic&cursor=a_topic/0/1",
    "cursor",
    `${CURSOR}, within the topic: current value is "a_topic/0/1"`,
  ],
];

for (const [query, parameter, detail] of WRONG) {
  Deno.test(`GET dead-letters refuses ${query}`, async () => {
    await using test = await TestApp.given();
    const response = await test.get(`${PATH}?${query}`);
    assert.equal(response.status, 400);
    const problem = await response.json();
    assert.deepEqual(
      problem.faults.map((fault: { parameter: string }) => fault.parameter),
      [parameter],
    );
    assert.ok(problem.detail.includes(detail), problem.detail);
  });
}

Deno.test("GET dead-letters lets others run while it reads and writes many that are long", async () => {
  await using test = await TestApp.given();
  const long = letterOf("\x01".repeat(30_000));
  test.projection.commitRecords(Array(1_000).fill(long));
  let turns = 0;
  let isOver = false;
  const others = (async () => {
    for (; !isOver; turns++) await new Promise((done) => setTimeout(done));
  })();
  const response = await test.get(`${PATH}?limit=1000`);
  const turnsToRead = turns;
  const { dead_letters: letters } = await response.json();
  isOver = true;
  await others;
  assert.equal(letters.length, 1_000);
  assert.ok(turnsToRead > 2, `${turnsToRead} turns`);
  assert.ok(turns > turnsToRead + 2, `${turns - turnsToRead} turns`);
});
