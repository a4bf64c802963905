import assert from "node:assert/strict";
import { openSqlite } from "../../sqlite.ts";
import type { EventLog, ReadResult } from "../event_log.ts";
import {
  follow,
  newRecord,
  readAll,
  recordsOf,
  textsOf,
} from "../contract/contract_support.ts";
import { openSqliteEventLog } from "./sqlite_event_log.ts";
import {
  makeTemporaryFolder,
  readLines,
  startScript,
} from "./sqlite_test_support.ts";

Deno.test("read() that follows notices a log made again, halts what is gone and follows what is new", async () => {
  await using folder = await makeTemporaryFolder();
  const path = folder.logPath;
  const old = await openSqliteEventLog(path);
  await old.append("a", [newRecord("old 0"), newRecord("old 1")]);
  const read = await followWhile(old, async () => {
    // Only the log itself, as people do; its companions stay behind.
    await Deno.remove(path);
    await appendTo(path, "a", ["new 0"]);
    await appendTo(path, "b", ["new b"]);
  }, (results) => textsOf(results).includes("new b"));
  assert.deepEqual(textsOf(read), ["old 0", "old 1", "new b"]);
  assert.deepEqual(tellConnections(read), [false, true]);
  const halted = read.filter(({ kind }) => kind === "halted");
  assert.equal(halted.length, 1);
  assert.match(JSON.stringify(halted), /from offset 2 .* ends at offset 1/);
  await old.close();
  requireWhole(path);
});

Deno.test("read() that follows goes on when the same log is put back", async () => {
  await using folder = await makeTemporaryFolder();
  const path = folder.logPath;
  await appendTo(path, "a", ["0", "1"]);
  await Deno.copyFile(path, `${path}.copy`);
  const log = await openSqliteEventLog(path);
  const read = await followWhile(log, async () => {
    await Deno.remove(path);
    await Deno.rename(`${path}.copy`, path);
    await appendTo(path, "a", ["2"]);
  }, (results) => textsOf(results).includes("2"));
  assert.deepEqual(textsOf(read), ["0", "1", "2"]);
  assert.ok(read.every(({ kind }) => kind !== "halted"));
  await log.close();
  requireWhole(path);
});

Deno.test("read() that follows waits for a log that was moved away and back", async () => {
  await using folder = await makeTemporaryFolder();
  const path = folder.logPath;
  const log = await openSqliteEventLog(path);
  await log.append("a", [newRecord("0")]);
  let isBack = false;
  const read = await follow(log, { topics: ["*"] }, (results) => {
    const last = results.at(-1)!;
    if (last.kind === "records" && !isBack) {
      Deno.renameSync(path, `${path}.away`);
    } else if (last.kind === "connection" && !last.connected) {
      isBack = true;
      Deno.renameSync(`${path}.away`, path);
    } else if (last.kind === "connection") {
      void log.append("a", [newRecord("1")]);
    }
    return textsOf(results).includes("1");
  });
  assert.deepEqual(textsOf(read), ["0", "1"]);
  assert.deepEqual(tellConnections(read), [false, true]);
  await log.close();
});

Deno.test("append() goes to the log that is there now, not to a deleted one", async () => {
  await using folder = await makeTemporaryFolder();
  const path = folder.logPath;
  const log = await openSqliteEventLog(path);
  await log.append("a", [newRecord("old")]);
  await Deno.remove(path);
  await log.append("a", [newRecord("new")]);
  const another = await openSqliteEventLog(path);
  for (const reader of [log, another]) {
    assert.deepEqual(textsOf(await readAll(reader, { topics: ["a"] })), [
      "new",
    ]);
    await reader.close();
  }
  requireWhole(path);
});

Deno.test("openSqliteEventLog() makes a log beside what a deleted one has left to another process", async () => {
  await using folder = await makeTemporaryFolder();
  const path = folder.logPath;
  await appendTo(path, "a", ["old"]);
  const holder = startScript("hold_lock.ts", [path]);
  const lines = readLines(holder).getReader();
  assert.equal((await lines.read()).value, "held");
  await Deno.remove(path);
  const log = await openSqliteEventLog(path, { busyTimeoutMs: 500 });
  await log.append("a", [newRecord("new")]);
  await holder.stdin.close();
  await holder.status;
  await lines.cancel();
  assert.deepEqual(textsOf(await readAll(log, { topics: ["a"] })), ["new"]);
  await log.close();
  requireWhole(path);
});

/** Follows everything; acts once after the first records. */
async function followWhile(
  log: EventLog,
  act: () => Promise<void>,
  isEnough: (results: readonly ReadResult[]) => boolean,
): Promise<ReadResult[]> {
  let acting: Promise<void> | null = null;
  const read = await follow(log, { topics: ["*"] }, (results) => {
    if (recordsOf(results).length > 0) acting ??= act();
    return isEnough(results);
  });
  await acting;
  return read;
}

async function appendTo(
  path: string,
  topic: string,
  texts: readonly string[],
): Promise<void> {
  const log = await openSqliteEventLog(path);
  await log.append(topic, texts.map((text) => newRecord(text)));
  await log.close();
}

function tellConnections(results: readonly ReadResult[]): boolean[] {
  return results.flatMap((r) => r.kind === "connection" ? [r.connected] : []);
}

function requireWhole(path: string): void {
  const db = openSqlite(path);
  assert.equal(db.pragma("integrity_check", { simple: true }), "ok");
  db.close();
}
