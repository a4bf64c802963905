import assert from "node:assert/strict";
import { join } from "node:path";
import { lockProjection } from "./projection_lock.ts";
import { TempFolder } from "./testdata/temp_folder.ts";

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

Deno.test("lockProjection() waits for one that gives it back soon, as a replay does", async () => {
  await using folder = await TempFolder.make();
  const link = join(folder.path, "projection.db");
  const lock = await lockProjection(link);
  setTimeout(() => lock.release(), 150);
  (await lockProjection(link)).release();
});
