import assert from "node:assert/strict";
import { openSqlite } from "../../sqlite.ts";
import {
  makeReadOnly,
  mountSmallDisk,
  smallDiskTest,
} from "../../testdata/small_disk.ts";
import {
  newRecord,
  readAll,
  sleep,
  textsOf,
} from "../contract/contract_support.ts";
import { testEventLogContract } from "../contract/event_log_contract.ts";
import {
  createSqliteEventLog,
  openSqliteEventLog,
} from "./sqlite_event_log.ts";
import { SqliteLogFile } from "./sqlite_log_file.ts";
import {
  makeTemporaryFolder,
  prepareSqliteLog,
  readLines,
  startScript,
} from "./sqlite_test_support.ts";

testEventLogContract("SQLite event log", prepareSqliteLog);

Deno.test("openSqliteEventLog() makes folder and file, and finds them again", async () => {
  await using folder = await makeTemporaryFolder();
  for (const expected of [["1"], ["1", "1"]]) {
    const log = await openSqliteEventLog(folder.logPath);
    await log.append("a", [newRecord("1")]);
    assert.deepEqual(textsOf(await readAll(log, { topics: ["a"] })), expected);
    await log.close();
  }
});

Deno.test("openSqliteEventLog() can be called by many at once on no file", async () => {
  await using folder = await makeTemporaryFolder();
  const logs = await Promise.all(
    Array.from({ length: 8 }, () => openSqliteEventLog(folder.logPath)),
  );
  await Promise.all(logs.map((log) => log.append("a", [newRecord("1")])));
  const [topic] = await logs[0]!.describeTopics(["a"]);
  assert.equal(topic!.partitions[0]!.endOffset, 8);
  await Promise.all(logs.map((log) => log.close()));
});

Deno.test("openSqliteEventLog() refuses a newer schema version", async () => {
  await using folder = await makeTemporaryFolder();
  await (await openSqliteEventLog(folder.logPath)).close();
  const db = openSqlite(folder.logPath);
  db.pragma("user_version = 2");
  db.close();
  await assert.rejects(openSqliteEventLog(folder.logPath), {
    name: "EventLogError",
    message: /schema version must be 1: current value is 2\. .* newer one/,
  });
});

Deno.test("openSqliteEventLog() refuses files that are no event log", async () => {
  await using folder = await makeTemporaryFolder();
  const path = `${folder.logPath}.other`;
  await Deno.mkdir(path.slice(0, path.lastIndexOf("/")));
  await Deno.writeTextFile(path, "some text\n".repeat(1_000));
  await assert.rejects(openSqliteEventLog(path), {
    name: "EventLogError",
    message: /must be a SQLite database: it is another kind of file/,
  });
  await Deno.remove(path);
  const db = openSqlite(path);
  db.exec("CREATE TABLE other (id INTEGER)");
  db.close();
  await assert.rejects(openSqliteEventLog(path), {
    name: "EventLogError",
    message: /must be an event log: it is a SQLite database of another kind/,
  });
});

smallDiskTest(
  "openSqliteEventLog() tells when the file cannot be written",
  async () => {
    await using folder = await makeTemporaryFolder();
    using _disk = mountSmallDisk(folder.path, { sizeKiB: 1_024 });
    const path = `${folder.path}/events.db`;
    await (await openSqliteEventLog(path)).close();
    makeReadOnly(folder.path);
    await assert.rejects(openSqliteEventLog(path), {
      name: "EventLogError",
      message: /events\.db and its folder must be writable: .* write access/,
    });
  },
);

smallDiskTest(
  "append() tells of a full disk, keeps what was there, and goes on",
  async () => {
    await using folder = await makeTemporaryFolder();
    using _disk = mountSmallDisk(folder.path, { sizeKiB: 4_096 });
    const path = `${folder.path}/events.db`;
    const filler = `${folder.path}/filler`;
    const log = await openSqliteEventLog(path);
    await Deno.writeFile(filler, new Uint8Array(2_000_000));
    const acknowledged = await appendUntilRefused(log, {
      name: "EventLogError",
      message:
        /append to topic a as the disk of .*events\.db must have room: .* KiB free\. Nothing was written\. Make room/,
    });
    const texts = () => readAll(log, { topics: ["a"] }).then(textsOf);
    assert.deepEqual((await texts()).map((text) => text.trim()), acknowledged);
    await Deno.remove(filler);
    await log.append("a", [newRecord("after")]);
    assert.deepEqual((await texts()).at(-1), "after");
    await log.close();
  },
);

Deno.test("append() tells of a file that may not grow, and stays usable", async () => {
  await using folder = await makeTemporaryFolder();
  const file = new SqliteLogFile(folder.logPath);
  await file.open({ mustExist: false });
  const log = createSqliteEventLog(file);
  file.connection.db.pragma("max_page_count = 100");
  const acknowledged = await appendUntilRefused(log, {
    name: "EventLogError",
    message: /must have room.*Nothing was written/,
  });
  file.connection.db.pragma("max_page_count = 10000");
  await log.append("a", [newRecord("after")]);
  const texts = textsOf(await readAll(log, { topics: ["a"] }));
  assert.deepEqual(texts.map((t) => t.trim()), [...acknowledged, "after"]);
  await log.close();
});

Deno.test("append() that fails half-way leaves nothing, and the log usable", async () => {
  await using folder = await makeTemporaryFolder();
  const log = await openSqliteEventLog(folder.logPath);
  const db = openSqlite(folder.logPath);
  db.exec(`
    CREATE TRIGGER refuse BEFORE INSERT ON appends WHEN new.first_offset > 0
    BEGIN SELECT RAISE(ABORT, 'refused by test'); END`);
  const batch = Array.from({ length: 5_000 }, () => newRecord("never"));
  await assert.rejects(log.append("a", batch), {
    name: "EventLogError",
    message: /append to topic a .* refused by test\. Nothing was written/,
  });
  db.exec("DROP TRIGGER refuse");
  db.close();
  assert.deepEqual(await log.describeTopics(["*"]), []);
  await log.append("a", [newRecord("after")]);
  assert.deepEqual(textsOf(await readAll(log, { topics: ["a"] })), ["after"]);
  await log.close();
});

Deno.test("append() waits for a lock without blocking, then tells of it", async () => {
  await using folder = await makeTemporaryFolder();
  const options = { busyTimeoutMs: 300 };
  const log = await openSqliteEventLog(folder.logPath, options);
  await log.append("a", [newRecord("before")]);
  const holder = startScript("hold_lock.ts", [folder.logPath]);
  const lines = readLines(holder).getReader();
  assert.equal((await lines.read()).value, "held");

  let ticks = 0;
  const ticking = setInterval(() => ticks++, 10);
  await assert.rejects(log.append("a", [newRecord("never")]), {
    name: "EventLogError",
    message: /must not be locked: another process .* Nothing was written/,
  });
  clearInterval(ticking);
  assert.ok(ticks >= 5, `the event loop ran ${ticks} times`);
  const read = () => readAll(log, { topics: ["a"] }).then(textsOf);
  assert.deepEqual(await read(), ["before"]);

  const [appended] = [log.append("a", [newRecord("after")])];
  await sleep(20);
  await holder.stdin.close();
  await appended;
  await holder.status;
  await lines.cancel();
  assert.deepEqual(await read(), ["before", "after"]);
  await log.close();
});

async function appendUntilRefused(
  log: Awaited<ReturnType<typeof openSqliteEventLog>>,
  error: { readonly name: string; readonly message: RegExp },
): Promise<string[]> {
  const acknowledged: string[] = [];
  for (;;) {
    const text = `${acknowledged.length}`;
    try {
      await log.append("a", [newRecord(text.padEnd(50_000))]);
    } catch (failure) {
      assert.throws(() => {
        throw failure;
      }, error);
      return acknowledged;
    }
    acknowledged.push(text);
    assert.ok(acknowledged.length < 1_000, "the disk never got full");
  }
}
