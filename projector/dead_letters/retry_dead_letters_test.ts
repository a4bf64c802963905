import assert from "node:assert/strict";
import { encodeEvent } from "../../shared/events/event.ts";
import type { LogPosition } from "../../shared/event_log/event_log.ts";
import { carryOutRequest } from "../requests/carry_out_request.ts";
import { ChangeSet } from "../writing/change_set.ts";
import { retryDeadLetters } from "./retry_dead_letters.ts";
import {
  ARTICLE_MESSAGE,
  batchOf,
  GivenProjection,
  NOW_MS,
  positions,
  recordOf,
} from "../testdata/given_projection.ts";

/** Retries all, as a command has it done; returns what is answered. */
function retryAll(
  { db, writer, topicSatellites }: GivenProjection,
): Promise<string> {
  return carryOutRequest({ kind: "retry dead letters", payload: "" }, {
    writer: Promise.resolve({
      retryDeadLetters: (after: LogPosition | null) =>
        Promise.resolve(
          retryDeadLetters(db, writer, {
            after,
            topicSatellites,
            nowMs: NOW_MS,
          }),
        ),
    }),
    askFor: () => assert.fail(),
  });
}

/** Events that claim each other's keys, on two partitions of one topic. */
const EVENTS = Array.from({ length: 12 }, (_, i) =>
  positions(
    { timeMs: NOW_MS + (i % 4) * 1000, latitudeDeg: i, name: `NAME ${i}` },
    { timeMs: NOW_MS + 9000 + i, latitudeDeg: i, origin: "backfill" },
  ));
const BATCHES = [
  batchOf("a_topic/0", 0, [...EVENTS.slice(0, 6), "garbage"]),
  batchOf("a_topic/1", 0, EVENTS.slice(6)),
];

/** The same, as a version applied it that could not read some of the records. */
function withDeadLetters(unreadable: (i: number) => boolean): GivenProjection {
  const given = new GivenProjection();
  given.apply(BATCHES.map((batch) => ({
    ...batch,
    records: batch.records.map((record, i) =>
      unreadable(i)
        ? { ...record, value: new TextEncoder().encode("not yet") }
        : record
    ),
  })));
  const restore = given.db.prepare(`
    UPDATE dead_letters SET value = ? WHERE partition = ? AND offset = ?`);
  for (const { partition, records } of BATCHES) {
    for (const { value, offset } of records) {
      restore.run(value, partition, offset);
    }
  }
  return given;
}

Deno.test("dead letters that can be applied now give the content that they would have given in order", async () => {
  using inOrder = new GivenProjection();
  inOrder.apply(BATCHES);
  for (const every of [1, 2, 3]) {
    using given = withDeadLetters((i) => i % every === 0);
    given.requireAllAccountedFor();
    assert.notDeepEqual(given.checksums(), inOrder.checksums());
    await retryAll(given);
    assert.deepEqual(given.checksums(), inOrder.checksums());
    assert.deepEqual(given.counters(), inOrder.counters());
    const tables = [
      "SELECT name, name_time_ms, samples FROM recordings",
      "SELECT positions_superseded FROM topics",
      "SELECT topic_ref, partition, offset, key, value FROM dead_letters",
    ];
    for (const sql of tables) {
      assert.deepEqual(given.rows(sql), inOrder.rows(sql));
    }
    given.requireAllAccountedFor();
  }
});

Deno.test("dead letters that still cannot be applied stay, with the reason as it is now", async () => {
  using given = new GivenProjection();
  given.apply([batchOf("a_topic", 0, ["garbage", positions({})])]);
  given.db.exec("UPDATE dead_letters SET reason = 'an older one'");
  assert.equal(
    await retryAll(given),
    "Applied 0 of 1 dead letters; 1 still cannot be applied",
  );
  const [letter] = given.rows<{ reason: string; key: string }>(
    "SELECT reason, key FROM dead_letters",
  );
  assert.match(letter!.reason, /^Cannot decode event as it must be JSON/);
  assert.equal(letter!.key, "garbage");
  given.requireAllAccountedFor();
});

Deno.test("the article's messages give, once their topic's satellite is set, what they would have given in order", async () => {
  const set = new Map([["my_topic", { noradId: 7, name: "MINE" }]]);
  const batch = {
    ...batchOf("my_topic", 0, []),
    records: [0, 1].map((i) => ({
      ...recordOf(i, ARTICLE_MESSAGE),
      timestampMs: NOW_MS + i,
    })),
  };
  using inOrder = new GivenProjection();
  inOrder.topicSatellites = set;
  inOrder.apply([batch]);
  using given = new GivenProjection();
  given.apply([batch]);
  assert.match(await retryAll(given), /^Applied 0 of 2/);
  given.topicSatellites = set;
  assert.equal(await retryAll(given), "Applied 2 of 2 dead letters");
  assert.deepEqual(given.checksums(), inOrder.checksums());
  assert.deepEqual(given.counters(), inOrder.counters());
  given.requireAllAccountedFor();
});

Deno.test("many dead letters are applied in several commits, each once", async () => {
  using given = new GivenProjection();
  given.apply([batchOf("a_topic", 0, Array(250).fill("garbage"))]);
  const restore = given.db.prepare(
    "UPDATE dead_letters SET value = ? WHERE offset = ?",
  );
  for (let i = 0; i < 240; i++) {
    restore.run(encodeEvent(positions({ timeMs: NOW_MS + i })), i);
  }
  const revision = () =>
    given.rows<{ revision: number }>("SELECT revision FROM projection")[0]!
      .revision;
  const before = revision();
  assert.equal(
    await retryAll(given),
    "Applied 240 of 250 dead letters; 10 still cannot be applied",
  );
  assert.equal(revision(), before + 3);
  assert.equal(given.counters()[0]!.positionsDecoded, 240);
  given.requireAllAccountedFor();
});

Deno.test("no dead letters, no commit", async () => {
  using given = new GivenProjection();
  assert.equal(await retryAll(given), "Applied 0 of 0 dead letters");
  assert.deepEqual(given.rows("SELECT revision FROM projection"), [
    { revision: 0 },
  ]);
});

Deno.test("invariant 3: a dead letter that was applied is not applied again", () => {
  using given = withDeadLetters((i) => i === 0);
  const at = { topic: "a_topic", partition: 0, offset: 0 };
  const commit = () => {
    const changes = new ChangeSet();
    changes.addRecovered({ at, positions: 0 });
    given.writer.commit(changes.take(), NOW_MS);
  };
  commit();
  const before = given.counters();
  assert.throws(commit, {
    name: "RangeError",
    message: "Cannot apply a_topic/0 at offset 0 as it must be a dead " +
      "letter: there is none",
  });
  assert.deepEqual(given.counters(), before);
});

Deno.test("carryOutRequest() refuses what it does not know", async () => {
  await assert.rejects(
    carryOutRequest({ kind: "make tea", payload: "" }, {
      writer: Promise.resolve({ retryDeadLetters: () => assert.fail() }),
      askFor: () => assert.fail(),
    }),
    /this projector must know what to do: current value is "make tea"/,
  );
});
