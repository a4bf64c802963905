import assert from "node:assert/strict";
import { openSqlite } from "../../shared/sqlite.ts";
import { CheckpointThread } from "./checkpoint_thread.ts";
import { TempFolder, waitUntil } from "../testdata/temp_folder.ts";

Deno.test("CheckpointThread moves into the database what is committed, and leaves little to it", async () => {
  await using folder = await TempFolder.make();
  const path = `${folder.data}/some.db`;
  const db = openSqlite(path);
  db.pragma("journal_mode = WAL");
  db.pragma("wal_autocheckpoint = 0");
  db.exec("CREATE TABLE some (bytes BLOB)");
  const write = (pages: number) =>
    db.prepare("INSERT INTO some VALUES (zeroblob(?))").run(pages * 4096);
  const waiting = () => {
    const [{ log, checkpointed }] = db.pragma("wal_checkpoint(NOOP)") as [
      { log: number; checkpointed: number },
    ];
    return log - checkpointed;
  };
  const said: string[] = [];
  const thread = new CheckpointThread(path, (reason) => said.push(reason));
  write(1_000);
  await new Promise((resolve) => setTimeout(resolve, 1_200));
  assert.ok(waiting() > 1_000, "so little is not worth it");
  write(4_000);
  await waitUntil("all is moved", () => waiting() === 0);
  await thread.close();
  db.close();
  assert.deepEqual(said, []);
});

Deno.test("CheckpointThread tells once that it cannot, and goes on when it can", async () => {
  await using folder = await TempFolder.make();
  const path = `${folder.data}/later.db`;
  const said: string[] = [];
  const thread = new CheckpointThread(path, (reason) => said.push(reason));
  await waitUntil("it tells", () => said.length > 0);
  await new Promise((resolve) => setTimeout(resolve, 1_200));
  assert.equal(said.length, 1);
  assert.match(
    said[0]!,
    /^Cannot move .*later\.db, so that .*: unable to open/,
  );
  const db = openSqlite(path);
  db.pragma("journal_mode = WAL");
  db.pragma("wal_autocheckpoint = 0");
  db.exec("CREATE TABLE some (bytes BLOB)");
  db.prepare("INSERT INTO some VALUES (zeroblob(?))").run(5_000 * 4096);
  await waitUntil("all is moved", () => {
    const [row] = db.pragma("wal_checkpoint(NOOP)") as [
      { log: number; checkpointed: number },
    ];
    return row.log === row.checkpointed;
  });
  await thread.close();
  db.close();
});
