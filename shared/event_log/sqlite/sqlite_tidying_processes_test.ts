import assert from "node:assert/strict";
import { openSqlite } from "../../sqlite.ts";
import {
  newRecord,
  readAll,
  recordsOf,
  sleep,
  textOf,
  textsOf,
} from "../contract/contract_support.ts";
import { openSqliteEventLog } from "./sqlite_event_log.ts";
import { SqliteLogFile } from "./sqlite_log_file.ts";
import {
  makeTemporaryFolder,
  readLines,
  startScript,
} from "./sqlite_test_support.ts";

/** Makes a log of many appends of few records each. */
async function fillLog(path: string, records: number): Promise<string[]> {
  const log = await openSqliteEventLog(path);
  const texts = Array.from({ length: records }, (_, i) => `${i}`.padEnd(200));
  for (let at = 0; at < records; at += 5) {
    const batch = texts.slice(at, at + 5).map((text) => newRecord(text));
    await log.append("a", batch);
  }
  await log.close();
  return texts;
}

async function readTexts(path: string): Promise<string[]> {
  const log = await openSqliteEventLog(path);
  const texts = textsOf(await readAll(log, { topics: ["a"] }));
  await log.close();
  return texts;
}

function requireWhole(path: string): void {
  const db = openSqlite(path);
  assert.equal(db.pragma("integrity_check", { simple: true }), "ok");
  db.close();
}

function countRows(path: string): number {
  const db = openSqlite(path);
  const count = db.prepare("SELECT count(*) FROM appends").pluck().get();
  db.close();
  return Number(count);
}

/** Lets processes begin to tidy up at the same time. */
async function startTidying(path: string, processes: number) {
  const children = Array.from(
    { length: processes },
    () => startScript("tidy_worker.ts", [path, "wait"]),
  );
  const lines = children.map((child) => readLines(child).getReader());
  for (const line of lines) assert.equal((await line.read()).value, "open");
  await Promise.all(children.map((child) => child.stdin.close()));
  return children.map((child, i) => ({
    child,
    /** Whether it came to its end. */
    ended: (async () => {
      const last = await lines[i]!.read();
      await lines[i]!.cancel();
      await child.status;
      return last.value === "tidy";
    })(),
  }));
}

Deno.test("tidy() killed at any moment loses and doubles nothing, and is done by the next", async () => {
  await using folder = await makeTemporaryFolder();
  const path = folder.logPath;
  const texts = await fillLog(path, 60_003);
  let count = countRows(path);
  for (let round = 0; round < 8; round++) {
    const [tidying] = await startTidying(path, 1);
    while (countRows(path) === count) await sleep(1);
    await sleep(20 * Math.random());
    tidying!.child.kill("SIGKILL");
    assert.ok(!await tidying!.ended);
    requireWhole(path);
    count = countRows(path);
    assert.deepEqual(await readTexts(path), texts);
  }
  const [tidying] = await startTidying(path, 1);
  assert.ok(await tidying!.ended);
  assert.equal(countRows(path), 31);
  assert.deepEqual(await readTexts(path), texts);
});

Deno.test("tidy() of several processes at once disturbs neither them nor who appends", async () => {
  await using folder = await makeTemporaryFolder();
  const path = folder.logPath;
  const texts = await fillLog(path, 16_003);
  const log = await openSqliteEventLog(path);
  const all = await startTidying(path, 3);
  let isOver = false;
  const over = Promise.all(all.map(({ ended }) => ended))
    .finally(() => isOver = true);
  const waitsMs: number[] = [];
  while (!isOver) {
    const text = `later ${waitsMs.length}`;
    const beganMs = performance.now();
    await log.append("a", [newRecord(text)]);
    waitsMs.push(performance.now() - beganMs);
    texts.push(text);
    await sleep(2);
  }
  assert.deepEqual(await over, [true, true, true]);
  assert.deepEqual(textsOf(await readAll(log, { topics: ["a"] })), texts);
  await log.close();
  requireWhole(path);
  assert.ok(countRows(path) < 600 + waitsMs.length);
  assert.ok(waitsMs.length > 10, `${waitsMs.length} appends`);
  // Locks are held for some ms; a disk that others use may take far longer.
  const medianMs = waitsMs.toSorted((a, b) => a - b)[waitsMs.length >> 1]!;
  assert.ok(medianMs < 100, `the median append took ${medianMs} ms`);
});

Deno.test("read() goes on without a gap while another process packs what it reads", async () => {
  await using folder = await makeTemporaryFolder();
  const path = folder.logPath;
  const texts = await fillLog(path, 60_003);
  const file = new SqliteLogFile(path);
  await file.open({ mustExist: true });
  const { partitions } = file.connection;
  const key = { topicId: 1, partition: 0 };
  const [tidying] = await startTidying(path, 1);
  let isOver = false;
  void tidying!.ended.finally(() => isOver = true);
  const stages = new Set<number>();
  while (!isOver) {
    // A little ahead of where it is packing, or within what it has packed.
    const db = file.connection.db;
    const loose = Number(
      db.prepare(`
        SELECT coalesce(max(first_offset + record_count), 0) FROM appends
        WHERE record_count > 5`).pluck().get(),
    );
    stages.add(loose);
    for (let i = 0; i < 20; i++) {
      const from = Math.min(
        texts.length - 1,
        loose + Math.floor(2_000 * Math.random()),
      );
      const page = partitions.readPage(key, from);
      assert.equal(page[0]?.offset, from);
      assert.deepEqual(page.map(textOf), texts.slice(from, from + page.length));
      assert.ok(partitions.readRecord(key, from) !== null);
    }
    await sleep(0);
  }
  // That it was read meanwhile, however slow the machine is.
  assert.ok(stages.size > 2, `packed up to ${[...stages]} while it was read`);
  assert.ok(await tidying!.ended);
  file.close();
  const log = await openSqliteEventLog(path);
  const read = recordsOf(await readAll(log, { topics: ["a"] }));
  assert.deepEqual(read.map((record) => record.offset), texts.map((_, i) => i));
  await log.close();
});
