import assert from "node:assert/strict";
import { openSqlite } from "../../sqlite.ts";
import {
  followRecords,
  newRecord,
  readAll,
  recordsOf,
  sleep,
  textOf,
  textsOf,
} from "../contract/contract_support.ts";
import { openSqliteEventLog } from "./sqlite_event_log.ts";
import {
  makeTemporaryFolder,
  readLines,
  startScript,
} from "./sqlite_test_support.ts";

Deno.test("Several processes append and read at once, and nothing is lost or doubled", async () => {
  await using folder = await makeTemporaryFolder();
  const writers = ["p", "q", "r"];
  // All of them find no file, and one of them makes it.
  const children = writers.map((writer) =>
    startScript("append_worker.ts", [
      ...[folder.logPath, "a", writer, "200", "1", "10"],
    ])
  );
  const log = await openSqliteEventLog(folder.logPath);
  const count = writers.length * 1_100;
  const followed = followRecords(log, { topics: ["a"] }, count);
  for (const child of children) {
    await Array.fromAsync(readLines(child));
    await child.stdin.close();
    assert.ok((await child.status).success);
  }
  const read = recordsOf(await readAll(log, { topics: ["a"] }));
  assert.deepEqual(read.map((r) => r.offset), read.map((_, i) => i));
  assert.deepEqual(recordsOf(await followed), read);
  const texts = read.map(textOf);
  for (const writer of writers) {
    const own = texts.filter((text) => text.startsWith(writer));
    assert.deepEqual(own, expectBatches(writer, 200, [1, 10]));
  }
  await log.close();
});

Deno.test("A process killed while it appends leaves whole appends, and all that it was told of", async () => {
  await using folder = await makeTemporaryFolder();
  const sizes = [3, 2_500];
  const acknowledged = new Map<string, number>();
  for (let round = 0; round < 7; round++) {
    await Promise.all(["p", "q"].map(async (name) => {
      const writer = `${name}${round}`;
      const child = startScript("append_worker.ts", [
        ...[folder.logPath, "a", writer, "100000", ...sizes.map(String)],
      ]);
      let lastLine = "-1";
      for await (const line of readLines(child)) {
        if (lastLine === "-1") {
          void sleep(Math.random() * 60).then(() => child.kill("SIGKILL"));
        }
        lastLine = line;
      }
      await child.status;
      await child.stdin.close();
      acknowledged.set(writer, Number(lastLine) + 1);
    }));
  }
  const log = await openSqliteEventLog(folder.logPath);
  await log.append("a", [newRecord("after")]);
  const texts = textsOf(await readAll(log, { topics: ["a"] }));
  assert.equal(texts.pop(), "after");
  for (const [writer, batches] of acknowledged) {
    const own = texts.filter((text) => text.startsWith(`${writer}:`));
    const told = expectBatches(writer, batches, sizes);
    const withOneMore = expectBatches(writer, batches + 1, sizes);
    assert.ok(batches > 0);
    assert.deepEqual(own, own.length === told.length ? told : withOneMore);
  }
  await log.close();
  const db = openSqlite(folder.logPath);
  assert.equal(db.pragma("integrity_check", { simple: true }), "ok");
  db.close();
});

function expectBatches(
  writer: string,
  batches: number,
  sizes: readonly number[],
): string[] {
  return Array.from({ length: batches }, (_, n) => {
    const size = sizes[n % sizes.length]!;
    return Array.from(
      { length: size },
      (_, i) => `${writer}:${n}:${i}:${size}`,
    );
  }).flat();
}
