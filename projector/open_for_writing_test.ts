import assert from "node:assert/strict";
import { join } from "node:path";
import { openSqlite } from "../shared/sqlite.ts";
import { replaceProjectionLink } from "../shared/projection/projection_link.ts";
import { findOrCreateProjection } from "./open_for_writing.ts";
import { lockProjection } from "./projection_lock.ts";
import { TempFolder } from "./testdata/temp_folder.ts";

Deno.test("findOrCreateProjection() makes one where there is none, and finds it again", async () => {
  await using folder = await TempFolder.make();
  const made = await findOrCreateProjection(folder.link, 5);
  assert.equal(made.newBecause, "there is none yet");
  assert.match(made.path, /data\/projection-[0-9a-f]{8}\.db$/);
  const db = openSqlite(made.path);
  const [row] = db.prepare("SELECT * FROM projection").all();
  const id = made.path.slice(-11, -3);
  assert.deepEqual({ ...row as object }, { id, created_ms: 5, revision: 0 });
  db.close();
  assert.deepEqual(await findOrCreateProjection(folder.link, 6), {
    path: made.path,
    newBecause: null,
  });
});

Deno.test("findOrCreateProjection() makes another where the one before cannot be used, and leaves that as it is", async () => {
  await using folder = await TempFolder.make();
  const { path } = await findOrCreateProjection(folder.link, 5);
  const db = openSqlite(path);
  db.pragma("user_version = 99");
  db.close();
  const afterVersion = await findOrCreateProjection(folder.link, 6);
  assert.equal(
    afterVersion.newBecause,
    `${path} is of version 99 and this program needs 2`,
  );
  await Deno.stat(path);

  await Deno.writeTextFile(afterVersion.path, "x".repeat(5000));
  const afterText = await findOrCreateProjection(folder.link, 7);
  assert.equal(afterText.newBecause, `${afterVersion.path} is no database`);

  await Deno.remove(afterText.path);
  const afterRemoval = await findOrCreateProjection(folder.link, 8);
  assert.equal(afterRemoval.newBecause, `${afterText.path} is gone`);
  assert.equal((await findOrCreateProjection(folder.link, 9)).newBecause, null);
});

Deno.test("findOrCreateProjection() does not take away a file that is in the link's place", async () => {
  await using folder = await TempFolder.make();
  await Deno.writeTextFile(folder.link, "mine");
  await assert.rejects(findOrCreateProjection(folder.link, 5), {
    message: `Cannot open projection as ${folder.link} must be a symbolic ` +
      "link to the database in use: set PROJECTION to another name, or move away what is there",
  });
  assert.equal(await Deno.readTextFile(folder.link), "mine");
});

Deno.test("findOrCreateProjection() says why if there can be no link", async () => {
  await using folder = await TempFolder.make();
  await assert.rejects(
    replaceProjectionLink(join(folder.path, "nowhere/projection.db"), "x"),
    /^Error: Cannot link .*nowhere\/projection\.db to x: .*ln: .*No such file or directory$/,
  );
});

Deno.test("lockProjection() lets one in at a time, and makes the folder", async () => {
  await using folder = await TempFolder.make();
  const link = join(folder.path, "new", "folder", "projection.db");
  const lock = await lockProjection(link);
  await assert.rejects(lockProjection(link), {
    message: "Cannot start the projector as " +
      `${link.replace(".db", ".lock")} must not be locked: it is held by ` +
      `process ${Deno.pid}, another projector that writes ${link}. Stop that ` +
      "one, or set PROJECTION to another folder",
  });
  lock.release();
  (await lockProjection(link)).release();
});
