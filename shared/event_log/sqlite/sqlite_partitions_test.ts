import assert from "node:assert/strict";
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
import { openSqliteEventLog } from "./sqlite_event_log.ts";
import { makeTemporaryFolder } from "./sqlite_test_support.ts";

/** Sizes of appends: small ones, and such as take several rows. */
const sizes = fc.array(
  fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: 1, max: 40 }) },
    { weight: 1, arbitrary: fc.integer({ min: 1_900, max: 4_100 }) },
  ),
  { minLength: 1, maxLength: 8 },
);

Deno.test("read() split at any checkpoint returns together what the whole returns", async () => {
  await using folder = await makeTemporaryFolder();
  const log = await openSqliteEventLog(folder.logPath);
  let run = 0;
  const split = fc.asyncProperty(
    sizes,
    fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 3 }),
    async (appends, shares) => {
      const topics = [`t${run++}`];
      let number = 0;
      for (const size of appends) {
        const batch = Array.from({ length: size }, () => `${number++}`);
        await log.append(topics[0]!, batch.map((text) => newRecord(text)));
      }
      const whole = recordsOf(await readAll(log, { topics }));
      const cuts = shares.map((share) => Math.round(share * whole.length));
      const parts: string[] = [];
      let from = 0;
      for (const to of [...cuts.toSorted((a, b) => a - b), whole.length]) {
        const last = whole[from - 1];
        const checkpoints = last === undefined ? [] : [checkpointAfter(last)];
        const until = [{ topic: topics[0]!, partition: 0, endOffset: to }];
        const options = { topics, checkpoints, until };
        parts.push(...textsOf(await readAll(log, options)));
        from = to;
      }
      assert.deepEqual(parts, Array.from({ length: number }, (_, i) => `${i}`));
    },
  );
  await fc.assert(split, { numRuns: 40 });
  await log.close();
});

Deno.test("read() from a time begins where a look at every record finds it", async () => {
  await using folder = await makeTemporaryFolder();
  const log = await openSqliteEventLog(folder.logPath);
  let run = 0;
  const minutes = fc.array(
    fc.array(fc.nat(30), { minLength: 1, maxLength: 4 }),
    { minLength: 1, maxLength: 12 },
  );
  const begins = fc.asyncProperty(minutes, async (appends) => {
    const topics = [`t${run++}`];
    for (const append of appends) {
      const batch = append.map((minute) =>
        newRecord(`${minute}`, { timestampMs: T0 + minute })
      );
      await log.append(topics[0]!, batch);
    }
    const all = appends.flat();
    for (let from = 0; from <= 31; from++) {
      const read = await readAll(log, { topics, fromTimeMs: T0 + from });
      const first = all.findIndex((minute) => minute >= from);
      const expected = first < 0 ? [] : all.slice(first);
      assert.deepEqual(textsOf(read), expected.map(String));
    }
  });
  await fc.assert(begins, { numRuns: 25 });
  await log.close();
});

Deno.test("read() gives one large append in batches of some MiB", async () => {
  await using folder = await makeTemporaryFolder();
  const log = await openSqliteEventLog(folder.logPath);
  const text = "x".repeat(999_000);
  await log.append("a", Array.from({ length: 9 }, () => newRecord(text)));
  const read = await readAll(log, { topics: ["a"] });
  const sizes = read.map((result) => recordsOf([result]).length);
  assert.equal(recordsOf(read).length, 9);
  assert.ok(Math.max(...sizes) <= 2, `${sizes}`);
  await log.close();
});

Deno.test("read() halts a partition whose first records are gone, but not one past them", async () => {
  await using folder = await makeTemporaryFolder();
  const log = await openSqliteEventLog(folder.logPath);
  for (const text of ["0", "1", "2"]) await log.append("a", [newRecord(text)]);
  const all = recordsOf(await readAll(log, { topics: ["a"] }));
  const db = openSqlite(folder.logPath);
  db.exec("DELETE FROM appends WHERE first_offset < 2");
  db.close();
  const readAfter = async (index: number) => {
    const checkpoints = [checkpointAfter(all[index]!)];
    return await readAll(log, { topics: ["a"], checkpoints });
  };
  const [halted] = await readAfter(0);
  assert.match(JSON.stringify(halted), /halted.*begins at offset 2/);
  // The record that was read last is gone too: who is there cannot be told.
  assert.deepEqual(textsOf(await readAfter(1)), ["2"]);
  await log.close();
});

Deno.test("read() halts a partition that is damaged, and only it", async () => {
  await using folder = await makeTemporaryFolder();
  const log = await openSqliteEventLog(folder.logPath);
  await log.append("a", [newRecord("0")]);
  await log.append("b", [newRecord("b")]);
  const db = openSqlite(folder.logPath);
  db.exec("UPDATE appends SET frame = x'09' WHERE topic_id = 1");
  db.close();
  const read = await readAll(log, { topics: ["*"] });
  assert.deepEqual(textsOf(read), ["b"]);
  assert.match(JSON.stringify(read), /a\/0 .* version must be 1,.* 9/);
  await log.close();
});
