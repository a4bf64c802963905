import assert from "node:assert/strict";
import { join } from "node:path";
import {
  otherLink,
  readProjectionLink,
  replaceProjectionLink,
} from "../shared/projection/projection_link.ts";
import { PROJECTION_VERSION } from "../shared/projection/schema.ts";
import { openSqlite } from "../shared/sqlite.ts";
import { findOrBeginProjection } from "./find_or_begin_projection.ts";
import { nameReady } from "./next_projection.ts";
import { createBeside } from "./open_for_writing.ts";
import { putInUse } from "./put_in_use.ts";
import { TempFolder } from "./testdata/temp_folder.ts";

const next = (folder: TempFolder) =>
  readProjectionLink(otherLink(folder.link, "next"));

Deno.test("findOrBeginProjection() begins one where there is none, goes on with it, and finds it when it is in use", async () => {
  await using folder = await TempFolder.make();
  const begun = await findOrBeginProjection(folder.link, 5);
  assert.equal(begun.newBecause, "there is none yet");
  assert.match(begun.path, /data\/projection-[0-9a-f]{8}\.db$/);
  assert.equal(next(folder), begun.path);
  assert.equal(readProjectionLink(folder.link), null);
  const db = openSqlite(begun.path);
  const [row] = db.prepare("SELECT * FROM projection").all();
  const id = begun.path.slice(-11, -3);
  assert.deepEqual({ ...row as object }, { id, created_ms: 5, revision: 0 });
  db.close();

  assert.deepEqual(await findOrBeginProjection(folder.link, 6), begun);
  await putInUse(folder.link, begun.path);
  assert.equal(next(folder), null);
  const found = { path: begun.path, newBecause: null };
  assert.deepEqual(await findOrBeginProjection(folder.link, 7), found);
});

Deno.test("findOrBeginProjection() begins another where the one in use cannot be used, and leaves that as it is", async () => {
  await using folder = await TempFolder.make();
  const path = createBeside(folder.link, 5);
  await putInUse(folder.link, path);
  const db = openSqlite(path);
  db.pragma("user_version = 99");
  db.close();
  const afterVersion = await findOrBeginProjection(folder.link, 6);
  assert.equal(
    afterVersion.newBecause,
    `${path} is of version 99 and this program needs ${PROJECTION_VERSION}`,
  );
  assert.equal(readProjectionLink(folder.link), path);

  await Deno.writeTextFile(path, "x".repeat(5000));
  const afterText = await findOrBeginProjection(folder.link, 7);
  assert.equal(afterText.newBecause, `${path} is no database`);
  assert.equal(afterText.path, afterVersion.path);

  await Deno.remove(path);
  const afterRemoval = await findOrBeginProjection(folder.link, 8);
  assert.equal(afterRemoval.newBecause, `${path} is gone`);
});

Deno.test("findOrBeginProjection() takes the one that was made for its version, rather than one in the making", async () => {
  await using folder = await TempFolder.make();
  const begun = await findOrBeginProjection(folder.link, 5);
  const made = createBeside(folder.link, 6);
  await nameReady(folder.link, made);
  assert.equal((await findOrBeginProjection(folder.link, 7)).path, made);
  await putInUse(folder.link, made);
  assert.equal(readProjectionLink(otherLink(folder.link, "ready")), null);
  assert.equal(next(folder), begun.path);
});

Deno.test("findOrBeginProjection() does not take away a file that is in the link's place", async () => {
  await using folder = await TempFolder.make();
  await Deno.writeTextFile(folder.link, "mine");
  await assert.rejects(findOrBeginProjection(folder.link, 5), {
    message: `Cannot open projection as ${folder.link} must be a symbolic ` +
      "link to the database in use: set PROJECTION to another name, or move away what is there",
  });
  assert.equal(await Deno.readTextFile(folder.link), "mine");
});

Deno.test("a link that cannot be made says why", async () => {
  await using folder = await TempFolder.make();
  await assert.rejects(
    replaceProjectionLink(join(folder.path, "nowhere/projection.db"), "x"),
    /^Error: Cannot link .*nowhere\/projection\.db to x: .*ln: .*No such file or directory$/,
  );
});
