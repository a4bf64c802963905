import assert from "node:assert/strict";
import { statSync } from "node:fs";
import fc from "fast-check";
import { openSqlite } from "../../sqlite.ts";
import {
  checkpointAfter,
  newRecord,
  readAll,
  recordsOf,
  T0,
  textsOf,
} from "../contract/contract_support.ts";
import type { EventLog } from "../event_log.ts";
import { openSqliteEventLog } from "./sqlite_event_log.ts";
import {
  createHastyClock,
  makeTemporaryFolder,
  tidyUp,
} from "./sqlite_test_support.ts";
import { liveEvents } from "./testdata/live_events.ts";

const DAY_MS = 86_400_000;

interface Row {
  readonly topic_id: number;
  readonly first_offset: number;
  readonly record_count: number;
  readonly byte_count: number;
  readonly stored: number;
}

function readRows(path: string): Row[] {
  const db = openSqlite(path, { readonly: true });
  const rows = db.prepare(`
    SELECT topic_id, first_offset, record_count, byte_count,
      length(frame) AS stored
    FROM appends ORDER BY topic_id, first_offset`).all();
  db.close();
  return rows as Row[];
}

function readPragma(path: string, pragma: string): unknown {
  const db = openSqlite(path, { readonly: true });
  const value = db.pragma(pragma, { simple: true });
  db.close();
  return value;
}

/** Empties the write-ahead log, so that the file's size is all there is. */
function sizeOf(path: string): number {
  const db = openSqlite(path);
  db.pragma("wal_checkpoint(TRUNCATE)");
  db.close();
  return statSync(path).size;
}

/** One by one: to show how thousands differ takes minutes. */
function requireSame<T>(actual: readonly T[], expected: readonly T[]): void {
  assert.equal(actual.length, expected.length);
  actual.forEach((item, i) => assert.deepEqual(item, expected[i]));
}

/** An append: of so many records, each of so many bytes, at so many minutes. */
const appends = fc.array(
  fc.record({
    count: fc.oneof(
      { weight: 12, arbitrary: fc.integer({ min: 1, max: 700 }) },
      { weight: 1, arbitrary: fc.integer({ min: 1_990, max: 2_300 }) },
    ),
    bytes: fc.oneof(
      { weight: 9, arbitrary: fc.nat(60) },
      { weight: 1, arbitrary: fc.integer({ min: 500, max: 4_000 }) },
    ),
    minute: fc.nat(20),
    tidyAfter: fc.boolean(),
  }),
  { minLength: 1, maxLength: 12 },
);

Deno.test("tidy() after any appends leaves what two logs read the same", async () => {
  await using folder = await makeTemporaryFolder();
  const nowMs = createHastyClock();
  const packed = await openSqliteEventLog(folder.logPath, { nowMs });
  const plain = await openSqliteEventLog(`${folder.path}/plain.db`);
  let run = 0;
  const same = fc.asyncProperty(
    appends,
    fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 4 }),
    async (parts, shares) => {
      const topics = [`t${run++}`];
      const read = (log: EventLog, options = {}) =>
        readAll(log, { topics, ...options }).then(recordsOf);
      for (const { count, bytes, minute, tidyAfter } of parts) {
        const batch = Array.from(
          { length: count },
          (_, i) =>
            newRecord(`${i}`.padEnd(bytes, "x"), {
              key: i % 3 === 0 ? null : `${i % 5}`,
              timestampMs: T0 + minute + (i % 4),
            }),
        );
        await plain.append(topics[0]!, batch);
        await packed.append(topics[0]!, batch);
        if (tidyAfter) await tidyUp(packed);
      }
      const all = await read(plain);
      requireSame(await read(packed), all);
      for (const share of shares) {
        const last = all[Math.floor(share * (all.length - 1))]!;
        const checkpoints = [checkpointAfter(last)];
        const rest = all.slice(last.offset + 1);
        requireSame(await read(packed, { checkpoints }), rest);
      }
      for (let minute = 0; minute <= 24; minute += 3) {
        const first = all.findIndex((r) => r.timestampMs >= T0 + minute);
        const expected = first < 0 ? [] : all.slice(first);
        const options = { fromTimeMs: T0 + minute };
        requireSame(await read(packed, options), expected);
      }
    },
  );
  // To find a smaller example would take minutes.
  await fc.assert(same, { numRuns: 25, endOnFailure: true });
  await Promise.all([packed.close(), plain.close()]);
  const rows = readRows(folder.logPath);
  assert.ok(rows.some(({ stored, byte_count }) => stored < byte_count));
  for (const { record_count, byte_count } of rows) {
    assert.ok(record_count <= 2_000 && byte_count <= 1_200_000);
  }
});

Deno.test("tidy() makes live events of three satellites at least eight times smaller", async () => {
  await using folder = await makeTemporaryFolder();
  const path = folder.logPath;
  const log = await openSqliteEventLog(path, { nowMs: createHastyClock() });
  const db = openSqlite(path);
  db.pragma("synchronous = OFF");
  const appended = [...liveEvents(2_001)];
  await Promise.all(
    appended.map(({ topic, record }) => log.append(topic, [record])),
  );
  db.close();
  const before = sizeOf(path);
  await tidyUp(log);
  const after = sizeOf(path);
  // Of each satellite one row is left, and the first of the next one.
  assert.equal(readRows(path).length, 6);
  assert.ok(before / after >= 8, `${before} bytes became ${after}`);
  assert.equal(readPragma(path, "freelist_count"), 0);
  const read = recordsOf(await readAll(log, { topics: ["*"] }));
  for (const [topic, events] of Map.groupBy(appended, (e) => e.topic)) {
    requireSame(
      read.filter((record) => record.topic === topic)
        .map(({ key, value, timestampMs }) => ({
          key,
          value: new Uint8Array(value!),
          timestampMs,
        })),
      events.map(({ record }) => record),
    );
  }
  await log.close();
});

Deno.test("tidy() lets a day pass, and waits until a row is full", async () => {
  await using folder = await makeTemporaryFolder();
  let nowMs = T0;
  const options = { nowMs: () => nowMs };
  const log = await openSqliteEventLog(folder.logPath, options);
  const append = (count: number) =>
    log.append("a", Array.from({ length: count }, () => newRecord("1")));
  const countRows = async () => {
    await tidyUp(log);
    return readRows(folder.logPath).length;
  };
  for (let i = 0; i < 19; i++) await append(100);
  nowMs += DAY_MS - 1;
  await append(99);
  nowMs += DAY_MS;
  assert.equal(await countRows(), 20);
  await append(1);
  assert.equal(await countRows(), 21);
  nowMs += DAY_MS - 1;
  assert.equal(await countRows(), 21);
  nowMs += 1;
  assert.equal(await countRows(), 1);
  // Appended by a clock that was years ahead.
  nowMs += 1_000 * DAY_MS;
  for (let i = 0; i < 20; i++) await append(100);
  nowMs -= 1_000 * DAY_MS;
  assert.equal(await countRows(), 2);
  await log.close();
});

Deno.test("tidy() packs large appends too, and leaves alone what gets no smaller", async () => {
  await using folder = await makeTemporaryFolder();
  const path = folder.logPath;
  const log = await openSqliteEventLog(path, { nowMs: createHastyClock() });
  const random = (bytes: number) => {
    const value = new Uint8Array(bytes);
    for (let at = 0; at < bytes; at += 65_536) {
      crypto.getRandomValues(value.subarray(at, at + 65_536));
    }
    return { ...newRecord(""), value };
  };
  await log.append("a", [newRecord("backfill ".repeat(80_000))]);
  await log.append("a", [random(900_000)]);
  // Two that fit into one row together, though no smaller.
  await log.append("a", [random(500_000)]);
  await log.append("a", [random(500_000)]);
  await log.append("a", [newRecord("backfill ".repeat(80_000))]);
  await log.append("a", [random(900_000)]);
  const before = recordsOf(await readAll(log, { topics: ["a"] }));
  for (let i = 0; i < 2; i++) {
    await tidyUp(log);
    const rows = readRows(path).map(({ stored }) => Math.round(stored / 1e5));
    assert.deepEqual(rows, [0, 9, 10, 0, 9]);
  }
  assert.deepEqual(recordsOf(await readAll(log, { topics: ["a"] })), before);
  await log.close();
});

Deno.test("tidy() goes on where it was when a log is opened again", async () => {
  await using folder = await makeTemporaryFolder();
  const nowMs = createHastyClock();
  const texts: string[] = [];
  for (let round = 0; round < 4; round++) {
    const log = await openSqliteEventLog(folder.logPath, { nowMs });
    for (let i = 0; i < 15; i++) {
      const batch = Array.from({ length: 300 }, (_, n) => `${round}:${i}:${n}`);
      await log.append("a", batch.map((text) => newRecord(text)));
      texts.push(...batch);
    }
    let steps = 0;
    while (await log.tidy()) steps++;
    // Two or three rows of 1,800, and a look that finds no more.
    assert.ok(steps >= 3 && steps <= 4, `${steps} steps`);
    assert.deepEqual(textsOf(await readAll(log, { topics: ["a"] })), texts);
    await log.close();
  }
});

Deno.test("tidy() leaves alone the rows around a damaged one, which can still be read", async () => {
  await using folder = await makeTemporaryFolder();
  const path = folder.logPath;
  const log = await openSqliteEventLog(path, { nowMs: createHastyClock() });
  for (let i = 0; i < 45; i++) {
    const batch = Array.from({ length: 100 }, (_, n) => `${100 * i + n}`);
    await log.append("a", batch.map((text) => newRecord(text)));
  }
  const db = openSqlite(path);
  db.exec(`
    UPDATE appends SET frame = CAST(x'09' || substr(frame, 2) AS BLOB)
    WHERE first_offset = 1100`);
  db.close();
  await tidyUp(log);
  const counts = readRows(path).map((row) => row.record_count);
  const hundreds = (rows: number) => Array.from({ length: rows }, () => 100);
  assert.deepEqual(counts, [...hundreds(20), 2_000, ...hundreds(5)]);
  const checkpoints = [{
    topic: "a",
    partition: 0,
    nextOffset: 1_300,
    lastRecordHash: null,
  }];
  const read = textsOf(await readAll(log, { topics: ["a"], checkpoints }));
  assert.deepEqual(
    read,
    Array.from({ length: 3_200 }, (_, i) => `${1_300 + i}`),
  );
  await log.close();
});

Deno.test("tidy() works on a log that was made before there was packing", async () => {
  await using folder = await makeTemporaryFolder();
  const path = folder.logPath;
  await (await openSqliteEventLog(path)).close();
  const db = openSqlite(path);
  assert.equal(db.pragma("auto_vacuum", { simple: true }), 2);
  db.pragma("journal_mode = DELETE");
  db.pragma("auto_vacuum = NONE");
  db.exec("VACUUM");
  assert.equal(db.pragma("auto_vacuum", { simple: true }), 0);
  db.close();
  const log = await openSqliteEventLog(path, { nowMs: createHastyClock() });
  assert.equal(readPragma(path, "journal_mode"), "wal");
  const texts = Array.from({ length: 5_000 }, (_, i) => `${i}`.padEnd(300));
  for (let at = 0; at < 5_000; at += 50) {
    const batch = texts.slice(at, at + 50);
    await log.append("a", batch.map((text) => newRecord(text)));
  }
  await tidyUp(log);
  assert.ok(Number(readPragma(path, "freelist_count")) > 50);
  assert.deepEqual(textsOf(await readAll(log, { topics: ["a"] })), texts);
  await log.close();
});

Deno.test("tidy() tells of a log that is gone, and looks at one that was made anew", async () => {
  await using folder = await makeTemporaryFolder();
  const path = folder.logPath;
  const log = await openSqliteEventLog(path, { nowMs: createHastyClock() });
  const fill = async () => {
    for (let i = 0; i < 21; i++) {
      const batch = Array.from({ length: 100 }, () => newRecord("1"));
      await log.append("a", batch);
    }
  };
  await fill();
  await tidyUp(log);
  await Deno.remove(path);
  await assert.rejects(log.tidy(), { name: "EventLogError" });
  await fill();
  await tidyUp(log);
  assert.deepEqual(readRows(path).map((row) => row.record_count), [2_000, 100]);
  await log.close();
});
