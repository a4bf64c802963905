import assert from "node:assert/strict";
import { openEventLog } from "../../shared/event_log/open_event_log.ts";
import type { Sqlite } from "../../shared/sqlite.ts";
import { applyBatch } from "../apply_batch.ts";
import { ChangeSet } from "./change_set.ts";
import { openWriter } from "./open_for_writing.ts";
import { createInUse } from "../testdata/create_in_use.ts";
import { ProjectionWriter } from "./projection_writer.ts";
import { tidyUp } from "./tidy_up.ts";
import { requireAllAccountedFor } from "../testdata/given_projection.ts";
import { startProjector } from "../testdata/projector_process.ts";
import { createRandom } from "../random.ts";
import { randomHours } from "../testdata/random_records.ts";
import { TempFolder, waitUntil } from "../testdata/temp_folder.ts";

/** A projection of which all is rows, as if its hours had only just begun. */
async function fillWithRows(folder: TempFolder, hours: number) {
  const records = randomHours(createRandom(7), hours);
  const log = await openEventLog(folder.eventLog);
  await log.append("a_topic", records);
  const batches = log.read({ topics: ["a_topic"], until: "end" });
  const path = await createInUse(folder.link, 0);
  const db = openWriter(path);
  const writer = new ProjectionWriter(db, ["*"]);
  for await (const batch of batches) {
    assert.equal(batch.kind, "records");
    const changes = new ChangeSet();
    applyBatch(changes, batch, { nextOffset: 0, topicSatellites: new Map() });
    writer.commit(changes.take(), 0);
  }
  await log.close();
  db.close();
}

const count = (folder: TempFolder, sql: string) =>
  folder.readProjection((db: Sqlite) =>
    db.prepare<[], number>(sql).pluck().get()!
  )!;

const openHours = (folder: TempFolder) =>
  count(
    folder,
    `SELECT count(DISTINCT norad_id * 1000000 + time_ms / 3600000)
     FROM positions`,
  );

Deno.test("kill -9 at any moment of sealing changes nothing of what is stored", async () => {
  await using folder = await TempFolder.make();
  await fillWithRows(folder, 60);
  const checksums = folder.checksums();
  const seed = Number(Deno.env.get("SEED") ?? Date.now() % 1_000_000);
  console.log(`SEED=${seed}`);
  const random = createRandom(seed);
  const pagesBefore = count(folder, "PRAGMA page_count");
  let amid = 0;
  for (let before = openHours(folder); before > 0;) {
    await using projector = startProjector(folder);
    await waitUntil("it starts", () => projector.said.includes("Projecting"));
    await new Promise((resolve) => setTimeout(resolve, random(300)));
    projector.kill("SIGKILL");
    await projector.ended();
    folder.readProjection(requireAllAccountedFor);
    assert.deepEqual(folder.checksums(), checksums);
    const left = openHours(folder);
    if (left > 0 && left < before) amid++;
    before = left;
  }
  assert.ok(amid > 0, "some were killed after an hour, and before the last");
  const sealed = count(folder, "SELECT count(*) FROM hours");
  assert.equal(sealed, checksums.length);
  // What the rows took has gone back to the file system, but for the rest
  // that the last step left.
  const pages = count(folder, "PRAGMA page_count");
  assert.ok(pages < pagesBefore / 2, `${pages} of ${pagesBefore} pages`);
  console.log(
    `${sealed} hours sealed, ${amid} kills amid; ${pages} of ` +
      `${pagesBefore} pages are left`,
  );
});

Deno.test("tidyUp() goes on after a failure, and tells of it once", async () => {
  const stop = new AbortController();
  const said: string[] = [];
  let calls = 0;
  await tidyUp({
    tidy() {
      calls++;
      if (calls === 1 || calls > 4) return Promise.resolve(calls === 1);
      if (calls === 4) stop.abort();
      return Promise.reject(new Error("no room"));
    },
  }, {
    report: (message) => said.push(message),
    signal: stop.signal,
    idleMs: 1,
  });
  assert.equal(calls, 4);
  assert.deepEqual(said, ["Cannot tidy up: no room"]);
});
