import assert from "node:assert/strict";
import { openSqlite, preparedOnce, sqliteErrorCode } from "./sqlite.ts";

Deno.test("openSqlite() makes a file, unless it must exist or is only read", async () => {
  const folder = await Deno.makeTempDir();
  const path = `${folder}/test.db`;
  for (const options of [{ mustExist: true }, { readonly: true }]) {
    assert.throws(() => openSqlite(path, options), { code: "SQLITE_CANTOPEN" });
  }
  const db = openSqlite(path);
  db.exec("CREATE TABLE t (x)");
  db.close();
  const reader = openSqlite(path, { readonly: true });
  assert.throws(() => reader.exec("INSERT INTO t VALUES (1)"), {
    code: "SQLITE_READONLY",
  });
  reader.close();
  await Deno.remove(folder, { recursive: true });
});

Deno.test("sqliteErrorCode() is the code of a SQLite error, and null for others", () => {
  const db = openSqlite(":memory:");
  try {
    db.exec("CREATE TABLE t (x UNIQUE); INSERT INTO t VALUES (1), (1)");
    assert.fail();
  } catch (error) {
    assert.equal(sqliteErrorCode(error), "SQLITE_CONSTRAINT_UNIQUE");
  }
  assert.equal(sqliteErrorCode(new Error("SQLITE_FULL")), null);
  db.close();
});

Deno.test("preparedOnce() prepares once for each database", () => {
  let count = 0;
  const one = preparedOnce((db) => {
    count++;
    return db.prepare<[], number>("SELECT one FROM numbers").pluck();
  });
  const databases = [1, 2].map((number) => {
    const db = openSqlite(":memory:");
    db.exec(`CREATE TABLE numbers AS SELECT ${number} AS one`);
    return db;
  });
  const read = () => databases.map((db) => one(db).get());
  assert.deepEqual([read(), read()], [[1, 2], [1, 2]]);
  assert.equal(count, 2);
  for (const db of databases) db.close();
});
