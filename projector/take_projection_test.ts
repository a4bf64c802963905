import assert from "node:assert/strict";
import { join } from "node:path";
import {
  otherLink,
  readProjectionLink,
  replaceProjectionLink,
} from "../shared/projection/projection_link.ts";
import { PROJECTION_VERSION } from "../shared/projection/schema.ts";
import { openSqlite } from "../shared/sqlite.ts";
import { nameReady } from "./next_projection.ts";
import { createBeside } from "./writing/open_for_writing.ts";
import { lockProjection } from "./projection_lock.ts";
import { putInUse } from "./put_in_use.ts";
import { lockReplay } from "./replay_lock.ts";
import { takeProjection } from "./take_projection.ts";
import { TempFolder, waitUntil } from "./testdata/temp_folder.ts";

/** Takes it, gives it back, and tells what was said of it. */
async function take(folder: TempFolder, nowMs: number) {
  let said: string | null = null;
  const taken = await takeProjection(folder.link, {
    nowMs: () => nowMs,
    report: (message) => said = message,
    signal: new AbortController().signal,
  });
  const { path, lock, making } = taken!;
  making?.release();
  lock.release();
  return { path, isMaking: making !== null, said };
}

const made = (path: string, reason: string) =>
  `Making a new projection ${path} from the log: ${reason}`;

const next = (folder: TempFolder) =>
  readProjectionLink(otherLink(folder.link, "next"));

Deno.test("takeProjection() begins one where there is none, goes on with it, and finds it when it is in use", async () => {
  await using folder = await TempFolder.make();
  const begun = await take(folder, 5);
  assert.equal(begun.said, made(begun.path, "there is none yet"));
  assert.match(begun.path, /data\/projection-[0-9a-f]{8}\.db$/);
  assert.equal(next(folder), begun.path);
  assert.equal(readProjectionLink(folder.link), null);
  const db = openSqlite(begun.path);
  const [row] = db.prepare("SELECT * FROM projection").all();
  const id = begun.path.slice(-11, -3);
  assert.deepEqual({ ...row as object }, { id, created_ms: 5, revision: 0 });
  db.close();

  assert.deepEqual(await take(folder, 6), begun);
  await putInUse(folder.link, begun.path);
  assert.equal(next(folder), null);
  const found = { path: begun.path, isMaking: false, said: null };
  assert.deepEqual(await take(folder, 7), found);
});

Deno.test("takeProjection() begins another where the one in use cannot be used, and leaves that as it is", async () => {
  await using folder = await TempFolder.make();
  const path = createBeside(folder.link, 5);
  await putInUse(folder.link, path);
  const db = openSqlite(path);
  db.pragma("user_version = 99");
  db.close();
  const afterVersion = await take(folder, 6);
  const reason =
    `${path} is of version 99 and this program needs ${PROJECTION_VERSION}`;
  assert.equal(afterVersion.said, made(afterVersion.path, reason));
  assert.equal(readProjectionLink(folder.link), path);

  await Deno.writeTextFile(path, "x".repeat(5000));
  const afterText = await take(folder, 7);
  assert.equal(afterText.path, afterVersion.path);
  assert.equal(afterText.said, made(afterText.path, `${path} is no database`));

  await Deno.remove(path);
  const afterRemoval = await take(folder, 8);
  assert.equal(afterRemoval.said, made(afterText.path, `${path} is gone`));
});

Deno.test("takeProjection() takes the one that was made for its version, rather than one in the making", async () => {
  await using folder = await TempFolder.make();
  const begun = await take(folder, 5);
  const ready = createBeside(folder.link, 6);
  await nameReady(folder.link, ready);
  assert.equal((await take(folder, 7)).path, ready);
  await putInUse(folder.link, ready);
  assert.equal(readProjectionLink(otherLink(folder.link, "ready")), null);
  assert.equal(next(folder), begun.path);
});

Deno.test("takeProjection() does not take away a file that is in the link's place", async () => {
  await using folder = await TempFolder.make();
  await Deno.writeTextFile(folder.link, "mine");
  await assert.rejects(take(folder, 5), {
    message: `Cannot open projection as ${folder.link} must be a symbolic ` +
      "link to the database in use: set PROJECTION to another name, or move away what is there",
  });
  assert.equal(await Deno.readTextFile(folder.link), "mine");
});

Deno.test("takeProjection() waits for a replay that makes one, and takes what that puts in use", async () => {
  await using folder = await TempFolder.make();
  const replay = await lockReplay(folder.link);
  const said: string[] = [];
  const taking = takeProjection(folder.link, {
    nowMs: () => 5,
    report: (message) => said.push(message),
    signal: new AbortController().signal,
  });
  await waitUntil("it says so", () => said.length > 0);
  assert.deepEqual(said, [
    `Waiting for process ${Deno.pid}, which makes the next projection: there ` +
    "is none yet",
  ]);
  const path = createBeside(folder.link, 6);
  const lock = await lockProjection(folder.link);
  await putInUse(folder.link, path);
  lock.release();
  const taken = await taking;
  replay.release();
  taken!.lock.release();
  assert.equal(taken!.path, path);
  assert.equal(taken!.making, null);
});

Deno.test("takeProjection() that waits ends with the signal", async () => {
  await using folder = await TempFolder.make();
  const replay = await lockReplay(folder.link);
  const signal = AbortSignal.timeout(300);
  const options = { nowMs: () => 5, report: () => {}, signal };
  assert.equal(await takeProjection(folder.link, options), null);
  replay.release();
});

Deno.test("a link that cannot be made says why", async () => {
  await using folder = await TempFolder.make();
  await assert.rejects(
    replaceProjectionLink(join(folder.path, "nowhere/projection.db"), "x"),
    /^Error: Cannot link .*nowhere\/projection\.db to x: .*ln: .*No such file or directory$/,
  );
});
