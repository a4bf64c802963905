import assert from "node:assert/strict";
import type { Sqlite } from "../../shared/sqlite.ts";
import { applyBatch } from "../apply_batch.ts";
import { ChangeSet } from "./change_set.ts";
import type { Changes } from "./changes.ts";
import { createInUse } from "../testdata/create_in_use.ts";
import {
  batchOf,
  NOW_MS,
  positions,
  requireAllAccountedFor,
} from "../testdata/given_projection.ts";
import { openWriter } from "./open_for_writing.ts";
import { TempFolder } from "../testdata/temp_folder.ts";
import { WriterThread } from "./writer_thread.ts";

function changesOf(offset: number, value = positions({})): Changes {
  const changes = new ChangeSet();
  applyBatch(changes, batchOf("a_topic", offset, [value, "garbage"]), {
    nextOffset: 0,
    topicSatellites: new Map(),
  });
  return changes.take();
}

const readNextOffset = (db: Sqlite) =>
  db.prepare("SELECT next_offset FROM checkpoints").pluck().get();
const readRevision = (db: Sqlite) =>
  db.prepare("SELECT revision FROM projection").pluck().get();

function open(
  path: string,
  onTrouble: (message: string) => void = assert.fail,
) {
  return WriterThread.open(path, {
    topics: ["*_topic"],
    topicSatellites: new Map(),
    notesLateRanges: true,
    onWaiting: () => assert.fail("nothing to wait for"),
    onTrouble,
  });
}

Deno.test("WriterThread writes what it is given, and knows it again when it is opened again", async () => {
  await using folder = await TempFolder.make();
  const path = await createInUse(folder.link, NOW_MS);
  const first = await open(path);
  assert.deepEqual(first.checkpoints, []);
  const changes = changesOf(0);
  const { lastRecordHash } = changes.progress[0]!;
  await first.writer.commit(changes);
  await first.writer.close();

  const second = await open(path);
  assert.deepEqual(second.checkpoints, [
    { topic: "a_topic", partition: 0, nextOffset: 2, lastRecordHash },
  ]);
  await second.writer.close();
  folder.readProjection(requireAllAccountedFor);
});

Deno.test("WriterThread tells once of rows that cannot be made, and makes the others", async () => {
  await using folder = await TempFolder.make();
  const path = await createInUse(folder.link, NOW_MS);
  const db = openWriter(path);
  db.exec(`INSERT INTO pending VALUES
    ('nodes', 5, 0, 1), ('of no kind', 5, 0, 1), ('set audits', 5, 0, 1)`);
  const said: string[] = [];
  const { writer } = await open(path, (message) => said.push(message));
  while (await writer.tidy());
  await writer.close();
  assert.equal(said.length, 1);
  assert.match(said[0]!, /^Cannot make of no kind of 5 anew: /);
  const left = db.prepare("SELECT kind FROM pending").pluck().all();
  assert.deepEqual(left, ["of no kind"]);
  db.close();
});

Deno.test("WriterThread does one request after another, in the order asked", async () => {
  await using folder = await TempFolder.make();
  const path = await createInUse(folder.link, NOW_MS);
  const { writer } = await open(path);
  const [_, retried] = await Promise.all([
    writer.commit(changesOf(0)),
    writer.retryDeadLetters(null),
    writer.commit(changesOf(2, positions({ timeMs: NOW_MS + 1 }))),
    writer.close(),
  ]);
  assert.deepEqual(retried, {
    applied: 0,
    failed: 1,
    last: { topic: "a_topic", partition: 0, offset: 1 },
  });
  assert.equal(folder.readProjection(readNextOffset), 4);
  assert.equal(folder.readProjection(readRevision), 3);
});

Deno.test("WriterThread tells why it cannot write, and goes on", async () => {
  await using folder = await TempFolder.make();
  const path = await createInUse(folder.link, NOW_MS);
  const { writer } = await open(path);
  await writer.commit(changesOf(0));
  await assert.rejects(writer.commit(changesOf(0)), {
    message: `Cannot write ${path}: Cannot apply a_topic/0 as it must go on ` +
      "at offset 2: current value is 0. If that does not pass, delete it: it " +
      "is made again from the log",
  });
  await writer.commit(changesOf(2));
  assert.equal(folder.readProjection(readNextOffset), 4);
  await writer.close();
});

Deno.test("WriterThread refuses to open what is not there", async () => {
  await using folder = await TempFolder.make();
  await assert.rejects(
    open(`${folder.data}/projection-gone.db`),
    /^Error: Cannot write .*projection-gone\.db: unable to open database file\./,
  );
});
