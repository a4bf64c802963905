import assert from "node:assert/strict";
import { openEventLog } from "../shared/event_log/open_event_log.ts";
import { checksumsOfLog, countRecords } from "./testdata/clean_projection.ts";
import { requireAllAccountedFor } from "./testdata/given_projection.ts";
import {
  startAppending,
  startProjector,
} from "./testdata/projector_process.ts";
import {
  append,
  numbered,
  recordsRead,
  stop,
  waitUntilRead,
} from "./testdata/projector_steps.ts";
import { createRandom } from "./random.ts";
import { randomHours, randomRecords } from "./testdata/random_records.ts";
import { TempFolder, waitUntil } from "./testdata/temp_folder.ts";

/** `deno task crashes` kills more, and more than the projector. */
const KILLS = 5;

Deno.test("SIGTERM ends the projector with all that it has read, and it goes on from there", async () => {
  await using folder = await TempFolder.make();
  await append(folder, "a_topic", numbered(0, 10));
  await using projector = startProjector(folder);
  await waitUntilRead(folder, 10);
  await stop(projector);
  assert.match(projector.said, /Making a new projection .*there is none yet\n/);
  assert.match(projector.said, /Stopped\n$/);

  await append(folder, "a_topic", numbered(10, 5));
  await using again = startProjector(folder);
  await waitUntilRead(folder, 15);
  await stop(again);
  assert.doesNotMatch(again.said, /new projection/);
  folder.readProjection(requireAllAccountedFor);
});

Deno.test("a second projector is refused, and disturbs nothing", async () => {
  await using folder = await TempFolder.make();
  await append(folder, "a_topic", numbered(0, 1));
  await using first = startProjector(folder);
  await waitUntilRead(folder, 1);
  await using second = startProjector(folder);
  assert.equal(await second.ended(), 1);
  assert.match(
    second.said,
    /^Cannot start the projector as data\/projection\.lock must not be locked: it is held by process \d+, another projector that writes data\/projection\.db\. Stop that one, or set PROJECTION to another folder\n$/,
  );
  await append(folder, "a_topic", numbered(1, 1));
  await waitUntilRead(folder, 2);
  // Even kill -9 gives the lock back.
  first.kill("SIGKILL");
  await first.ended();
  await using third = startProjector(folder);
  await append(folder, "a_topic", numbered(2, 1));
  await waitUntilRead(folder, 3);
  await stop(third);
});

Deno.test("a projection that was deleted comes again from the log, the same", async () => {
  await using folder = await TempFolder.make();
  const log = await openEventLog(folder.eventLog);
  const random = createRandom(7);
  for (let i = 0; i < 30; i++) {
    await log.append(`${"abc"[i % 3]}_topic`, randomRecords(random));
  }
  await log.close();
  const records = await countRecords(folder.eventLog);
  const run = async () => {
    await using projector = startProjector(folder);
    await waitUntilRead(folder, records);
    await stop(projector);
    folder.readProjection(requireAllAccountedFor);
    return folder.checksums();
  };
  const before = await run();
  assert.ok(before.length > 20);
  await folder.removeProjection();
  assert.deepEqual(await run(), before);
  assert.deepEqual(await checksumsOfLog(folder.eventLog), before);
});

Deno.test("a log that was made anew halts what it has lost, and the others go on", async () => {
  await using folder = await TempFolder.make();
  await append(folder, "a_topic", numbered(0, 3));
  await append(folder, "b_topic", numbered(0, 3));
  await using before = startProjector(folder);
  await waitUntilRead(folder, 6);
  await stop(before);

  for (const suffix of ["", "-wal", "-shm"]) {
    await Deno.remove(`${folder.data}/events.db${suffix}`).catch(() => {});
  }
  await append(folder, "a_topic", numbered(100, 5));
  await append(folder, "b_topic", [...numbered(0, 3), ...numbered(50, 1)]);
  await append(folder, "c_topic", numbered(0, 2));
  await using after = startProjector(folder);
  await waitUntilRead(folder, 9);
  await waitUntil("it says so", () => after.said.includes("ERROR"));
  await stop(after);
  assert.match(
    after.said,
    /ERROR Cannot read a_topic\/0 on from offset 3 as the record before it must be the one read last: .* bring back the log that the checkpoint speaks of; or stop the projector, delete the projection/,
  );
  const halted = folder.readProjection((db) =>
    db.prepare(`
      SELECT name FROM checkpoints JOIN topics ON ref = topic_ref
      WHERE halted IS NOT NULL`).pluck().all()
  );
  assert.deepEqual(halted, ["a_topic"]);
  folder.readProjection(requireAllAccountedFor);
});

Deno.test("invariant 1: kill -9 at any instant loses nothing and doubles nothing", async () => {
  await using folder = await TempFolder.make();
  const seed = Number(Deno.env.get("SEED") ?? Date.now() % 1_000_000);
  console.log(`SEED=${seed}`);
  const random = createRandom(seed);
  await using appending = startAppending(folder, seed);
  await waitUntil("it appends", () => appending.said !== "");

  const log = await openEventLog(folder.eventLog);
  let withWork = 0;
  for (let i = 0; i < KILLS; i++) {
    // So much that it has to catch up when it is killed.
    await log.append("d_topic", randomHours(random, 20));
    const before = recordsRead(folder);
    await using projector = startProjector(folder);
    await waitUntil("it starts", () => projector.said.includes("Projecting"));
    if (i % 2 === 0) {
      await waitUntil("it commits", () => recordsRead(folder) > before);
    }
    await new Promise((resolve) => setTimeout(resolve, random(400)));
    projector.kill("SIGKILL");
    await projector.ended();
    folder.readProjection(requireAllAccountedFor);
    withWork += recordsRead(folder) > before ? 1 : 0;
  }
  await log.close();
  appending.kill("SIGTERM");
  assert.equal(await appending.ended(), 0, appending.said);
  assert.ok(withWork > 0, "some were killed after a commit");

  await using projector = startProjector(folder);
  await waitUntil(
    "all is read",
    async () => recordsRead(folder) >= await countRecords(folder.eventLog),
    60_000,
  );
  await stop(projector);
  folder.readProjection(requireAllAccountedFor);
  assert.equal(recordsRead(folder), await countRecords(folder.eventLog));
  const checksums = folder.checksums();
  assert.deepEqual(checksums, await checksumsOfLog(folder.eventLog));
  const stored = checksums.reduce((sum, { count }) => sum + count, 0);
  console.log(
    `${recordsRead(folder)} records, ${stored} positions stored; ` +
      `${withWork} of ${KILLS} were killed after a commit`,
  );
});
