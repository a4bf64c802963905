import assert from "node:assert/strict";
import { openSqlite, type Sqlite } from "../../sqlite.ts";
import { newRecord, textOf } from "../contract/contract_support.ts";
import { encodeAppend } from "./append_codec.ts";
import { openSqliteEventLog } from "./sqlite_event_log.ts";
import { createPackingQueries, type Run } from "./sqlite_packing.ts";
import { createPartitionQueries } from "./sqlite_partitions.ts";
import { makeTemporaryFolder } from "./sqlite_test_support.ts";

const KEY = { topicId: 1, partition: 0 };
const COUNT = 2_500;
const TEXTS = Array.from({ length: COUNT }, (_, i) => `${i}`);

/** A log of appends of one record each, and two connections to it. */
async function openFilled(path: string): Promise<[Sqlite, Sqlite]> {
  const log = await openSqliteEventLog(path);
  await Promise.all(TEXTS.map((text) => log.append("a", [newRecord(text)])));
  await log.close();
  return [openSqlite(path), openSqlite(path)];
}

/** Makes one row of a run, as tidying up does. */
function replace(db: Sqlite, run: Run): boolean {
  const texts = TEXTS.slice(run.firstOffset, run.endOffset);
  const frame = encodeAppend(texts.map((text) => newRecord(text)));
  const packed = { frame, byteCount: frame.length };
  return createPackingQueries(db).replaceRun(run, packed);
}

function readTexts(db: Sqlite): string[] {
  const queries = createPartitionQueries(db);
  const texts: string[] = [];
  while (texts.length < COUNT) {
    texts.push(...queries.readPage(KEY, texts.length).map(textOf));
  }
  return texts;
}

/** The same connection, where something happens after each single row read. */
function interrupt(db: Sqlite, act: () => void): Sqlite {
  const prepare = (sql: string) => {
    const statement = db.prepare(sql);
    const get = statement.get.bind(statement);
    const interrupted = (...bounds: unknown[]) => {
      const row = get(...bounds);
      act();
      return row;
    };
    return Object.assign(statement, { get: interrupted });
  };
  const transaction = db.transaction.bind(db);
  return { prepare, transaction } as unknown as Sqlite;
}

Deno.test("readPage() and readRecord() do not notice rows that are packed amid them", async () => {
  for (const way of ["readPage", "readRecord", "findOffsetAtTime"] as const) {
    await using folder = await makeTemporaryFolder();
    const [reader, packer] = await openFilled(folder.logPath);
    const run = createPackingQueries(packer).findRun(KEY, 0)!;
    let isPacked = false;
    const queries = createPartitionQueries(interrupt(reader, () => {
      isPacked ||= replace(packer, run);
    }));
    if (way === "readPage") {
      const page = queries.readPage(KEY, 1_234);
      const expected = TEXTS.slice(1_234, 1_234 + page.length);
      assert.deepEqual(page.map(textOf), expected);
    } else if (way === "readRecord") {
      assert.equal(textOf(queries.readRecord(KEY, 1_234)!), "1234");
    } else {
      assert.equal(queries.findOffsetAtTime(KEY, 0), 0);
    }
    assert.ok(isPacked);
    assert.deepEqual(readTexts(reader), TEXTS);
    reader.close();
    packer.close();
  }
});

Deno.test("replaceRun() replaces nothing where another has packed some of the rows", async () => {
  await using folder = await makeTemporaryFolder();
  const [first, second] = await openFilled(folder.logPath);
  const run = createPackingQueries(first).findRun(KEY, 0)!;
  // As a version with other bounds would have it.
  const other = createPackingQueries(second).findRun(KEY, 400)!;
  assert.deepEqual([run.endOffset, other.endOffset], [2_000, 2_400]);
  assert.ok(replace(second, other));
  assert.equal(replace(first, run), false);
  assert.deepEqual(readTexts(first), TEXTS);
  first.close();
  second.close();
});
