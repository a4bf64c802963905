import assert from "node:assert/strict";
import { openSqlite } from "../../sqlite.ts";
import { mountSmallDisk, smallDiskTest } from "../../testdata/small_disk.ts";
import {
  checkpointAfter,
  newRecord,
  readAll,
  recordsOf,
  textsOf,
} from "../contract/contract_support.ts";
import { backUpLog } from "./back_up_log.ts";
import { openSqliteEventLog } from "./sqlite_event_log.ts";
import {
  makeTemporaryFolder,
  readLines,
  startScript,
} from "./sqlite_test_support.ts";

async function listFiles(folder: string): Promise<string[]> {
  const entries = await Array.fromAsync(Deno.readDir(folder));
  return entries.map(({ name }) => name).sort();
}

/** Makes a log of some MB, so that copying it takes a while. */
async function fillLog(path: string): Promise<void> {
  const log = await openSqliteEventLog(path);
  const batch = Array.from({ length: 2_000 }, () => newRecord("x".repeat(500)));
  for (let i = 0; i < 40; i++) await log.append("b", batch);
  await log.close();
}

Deno.test("backUpLog() copies a log at one moment of it, while others append at full speed", async () => {
  await using folder = await makeTemporaryFolder();
  const { path, logPath } = folder;
  await fillLog(logPath);
  const sizes = [1, 7, 2_500];
  const children = ["a", "c"].map((topic) =>
    startScript("append_worker.ts", [
      ...[logPath, topic, "w", "1000000", ...sizes.map(String)],
    ])
  );
  const lines = children.map((child) => readLines(child).getReader());
  for (const line of lines) for (let i = 0; i < 20; i++) await line.read();
  const log = await openSqliteEventLog(logPath);
  const topics = ["*"];
  const earlier = recordsOf(await readAll(log, { topics: ["a"] }));
  const copied: number[] = [];
  const backedUp = await backUpLog(logPath, `${path}/copy.db`, {
    onProgress: (bytes) => copied.push(bytes),
  });
  assert.ok(await Promise.all(lines.map((line) => line.read())));
  children.forEach((child) => child.kill("SIGKILL"));
  for (const [i, child] of children.entries()) {
    await lines[i]!.cancel();
    await child.stdin.close();
    await child.status;
  }
  assert.deepEqual(await listFiles(path), ["copy.db", "data"]);
  assert.deepEqual(copied, copied.toSorted((a, b) => a - b));

  const copy = await openSqliteEventLog(`${path}/copy.db`);
  const read = recordsOf(await readAll(copy, { topics }));
  const whole = recordsOf(await readAll(log, { topics }));
  assert.ok(read.length < whole.length);
  assert.equal(backedUp.topics, 3);
  assert.equal(backedUp.records, read.length);
  for (const topic of ["a", "b", "c"]) {
    const own = read.filter((record) => record.topic === topic);
    const all = whole.filter((record) => record.topic === topic);
    assert.deepEqual(own, all.slice(0, own.length));
    if (topic === "b") continue;
    // Records are `<writer>:<append>:<index>:<size>`.
    const [, , index, size] = textsOf([{
      kind: "records",
      topic,
      partition: 0,
      records: own.slice(-1),
    }])[0]!.split(":");
    assert.equal(Number(index), Number(size) - 1);
  }

  // A reader of the log goes on in the copy, and the copy is a log.
  const checkpoints = [checkpointAfter(earlier.at(-1)!)];
  await copy.append("a", [newRecord("restored")]);
  const texts = textsOf(await readAll(copy, { topics: ["a"], checkpoints }));
  const rest = read.filter(({ topic }) => topic === "a").length -
    earlier.length;
  assert.equal(texts.length, rest + 1);
  assert.equal(texts.at(-1), "restored");
  await Promise.all([copy.close(), log.close()]);
  const db = openSqlite(`${path}/copy.db`);
  assert.equal(db.pragma("integrity_check", { simple: true }), "ok");
  assert.equal(db.pragma("journal_mode", { simple: true }), "wal");
  assert.equal(db.pragma("auto_vacuum", { simple: true }), 2);
  db.close();
});

Deno.test("backUpLog() overwrites nothing, and leaves nothing behind where it cannot copy", async () => {
  await using folder = await makeTemporaryFolder();
  const { path, logPath } = folder;
  await (await openSqliteEventLog(logPath)).close();
  await Deno.writeTextFile(`${path}/taken`, "taken");
  await Deno.writeTextFile(`${path}/half.unfinished`, "half");
  await Deno.writeTextFile(`${path}/other-wal`, "other");
  const other = openSqlite(`${path}/no_log.db`);
  other.exec("CREATE TABLE other (id INTEGER)");
  other.close();
  const before = await listFiles(path);
  const refusals: [string, string, RegExp][] = [
    [logPath, `${path}/taken`, /overwritten: .*taken is there already/],
    [logPath, logPath, /overwritten: .*events\.db is there already/],
    [logPath, `${path}/half`, /half\.unfinished is there already/],
    [logPath, `${path}/other`, /other-wal is there already/],
    [logPath, `${path}/none/copy.db`, /folder .*none\/ must be there/],
    [`${path}/none.db`, `${path}/copy.db`, /none\.db as it must be there/],
    [`${path}/taken`, `${path}/copy.db`, /taken must be a SQLite database/],
    [`${path}/no_log.db`, `${path}/copy.db`, /no_log\.db as it must be an eve/],
  ];
  for (const [from, to, message] of refusals) {
    const expected = { name: "EventLogError", message };
    await assert.rejects(backUpLog(from, to), expected);
  }
  assert.deepEqual(await listFiles(path), before);
  assert.equal(await Deno.readTextFile(`${path}/taken`), "taken");
});

Deno.test("backUpLog() that is interrupted leaves no copy", async () => {
  await using folder = await makeTemporaryFolder();
  const { path, logPath } = folder;
  await fillLog(logPath);
  const to = `${path}/copy.db`;
  for (const delayMs of [0, 100, 160]) {
    const stop = new AbortController();
    if (delayMs === 0) stop.abort();
    setTimeout(() => stop.abort(), delayMs);
    const expected = { message: /must not be interrupted/ };
    await assert.rejects(
      backUpLog(logPath, to, { signal: stop.signal }),
      expected,
    );
    assert.deepEqual(await listFiles(path), ["data"]);
  }
});

smallDiskTest(
  "backUpLog() tells of a full disk, and leaves it empty",
  async () => {
    await using folder = await makeTemporaryFolder();
    await fillLog(folder.logPath);
    const disk = `${folder.path}/disk`;
    await Deno.mkdir(disk);
    using _disk = mountSmallDisk(disk, { sizeKiB: 4_096 });
    await assert.rejects(backUpLog(folder.logPath, `${disk}/copy.db`), {
      name: "EventLogError",
      message: /disk of .*disk\/copy\.db must (have room|work)/,
    });
    assert.deepEqual(await listFiles(disk), []);
  },
);
