import assert from "node:assert/strict";
import { basename, join } from "node:path";
import { openEventLog } from "../../shared/event_log/open_event_log.ts";
import {
  otherLink,
  readProjectionLink,
} from "../../shared/projection/projection_link.ts";
import { freeBytesOf } from "../../shared/free_bytes.ts";
import { openSqlite } from "../../shared/sqlite.ts";
import {
  readReplayStatus,
  replayStatusPath,
} from "../../shared/status/status_file.ts";
import {
  mountSmallDisk,
  smallDiskTest,
} from "../../shared/testdata/small_disk.ts";
import { checksumsOfLog, countRecords } from "../testdata/clean_projection.ts";
import { requireAllAccountedFor } from "../testdata/given_projection.ts";
import {
  startAppending,
  startProjector,
  startReplay,
} from "../testdata/projector_process.ts";
import { createRandom } from "../random.ts";
import { recordsRead, stop } from "../testdata/projector_steps.ts";
import { randomHours } from "../testdata/random_records.ts";
import { TempFolder, waitUntil } from "../testdata/temp_folder.ts";

const inUse = (folder: TempFolder) => readProjectionLink(folder.link);
const former = (folder: TempFolder) =>
  readProjectionLink(otherLink(folder.link, "former"));
const next = (folder: TempFolder) =>
  readProjectionLink(otherLink(folder.link, "next"));

/** The projections that are there, by the names of their files. */
function filesOf(folder: TempFolder): string[] {
  return [...Deno.readDirSync(folder.data)].map(({ name }) => name)
    .filter((name) => /^projection-[0-9a-f]{8}\.db$/.test(name)).sort();
}

async function appendHours(folder: TempFolder, count: number): Promise<void> {
  const log = await openEventLog(folder.eventLog);
  await log.append("d_topic", randomHours(createRandom(count), count));
  await log.close();
}

async function waitUntilAllRead(folder: TempFolder): Promise<void> {
  const records = await countRecords(folder.eventLog);
  await waitUntil(
    "all is read",
    () => folder.isInUse && recordsRead(folder) >= records,
    60_000,
  );
}

/** A projection of some hours, which no projector writes any more. */
async function givenProjected(folder: TempFolder, hours: number) {
  await appendHours(folder, hours);
  await using projector = startProjector(folder);
  await waitUntilAllRead(folder);
  await stop(projector);
}

async function replay(
  folder: TempFolder,
  ...args: string[]
): Promise<{ code: number; said: string }> {
  await using process = startReplay(folder, ...args);
  return { code: await process.ended(), said: process.said };
}

/** Changes a sealed hour so that it can be read and is another one. */
function changeAnHour(folder: TempFolder): void {
  const db = openSqlite(inUse(folder)!);
  const [one, other] = db.prepare<[], { id: number; samples: Uint8Array }>(
    "SELECT rowid AS id, samples FROM sealed ORDER BY rowid LIMIT 2",
  ).all();
  db.prepare("UPDATE sealed SET samples = ? WHERE rowid = ?")
    .run(other!.samples, one!.id);
  db.close();
}

Deno.test("replay makes the projection anew beside a running projector, which goes on with it", async () => {
  await using folder = await TempFolder.make();
  await appendHours(folder, 40);
  await using appending = startAppending(folder, 11);
  await using projector = startProjector(folder);
  await waitUntilAllRead(folder);
  const before = inUse(folder)!;

  const { code, said } = await replay(folder);
  assert.equal(code, 0, said);
  assert.match(said, /^Making .* from sqlite:/);
  assert.match(said, /\nHours compared with the one in use: \d+, all alike\n/);
  assert.match(said, /projection-[0-9a-f]{8}\.db is in use\n$/);
  const after = inUse(folder)!;
  assert.notEqual(after, before);
  assert.equal(former(folder), before);
  assert.equal(next(folder), null);
  const status = await readReplayStatus(replayStatusPath(folder.link));
  assert.equal(status?.phase, "done");
  assert.ok(status.recordsDone >= 40 && status.comparison!.hours > 10);
  assert.equal(status.comparison!.differingHours, 0);

  await waitUntilAllRead(folder);
  await stop(appending);
  await waitUntilAllRead(folder);
  await stop(projector);
  assert.equal(inUse(folder), after);
  folder.readProjection(requireAllAccountedFor);
  assert.deepEqual(folder.checksums(), await checksumsOfLog(folder.eventLog));
});

Deno.test("replay without a projector puts the new projection in use itself, and keeps one former", async () => {
  await using folder = await TempFolder.make();
  await givenProjected(folder, 5);
  const names: string[] = [basename(inUse(folder)!)];
  for (let i = 0; i < 3; i++) {
    const { code, said } = await replay(folder);
    assert.equal(code, 0, said);
    assert.match(said, /is in use\. No projector is running\n$/);
    names.push(basename(inUse(folder)!));
    assert.deepEqual(filesOf(folder), names.slice(-2).toSorted());
  }
  folder.readProjection(requireAllAccountedFor);
});

Deno.test("replay where there is no projection makes one", async () => {
  await using folder = await TempFolder.make();
  await appendHours(folder, 5);
  const { code, said } = await replay(folder);
  assert.equal(code, 0, said);
  assert.match(said, /\nThere is none in use to compare it with\n/);
  assert.deepEqual(folder.checksums(), await checksumsOfLog(folder.eventLog));
  const pending = folder.readProjection((db) =>
    db.prepare("SELECT * FROM pending").all()
  );
  assert.deepEqual(pending, [], "what follows from it is made as well");
});

Deno.test("a projection that differs is not put in use, unless that is accepted; a dry run says so and leaves nothing", async () => {
  await using folder = await TempFolder.make();
  await givenProjected(folder, 5);
  changeAnHour(folder);
  const before = inUse(folder)!;
  const differs =
    /\n\d+ on d_topic, hour of 2026-08-2\dT\d\d:00:00[^:]*Z: .*\n {2}2026-08-.*: (?:.* km, .*|nothing) in use, .* from the log\n/;

  const dry = await replay(folder, "--dry-run");
  assert.equal(dry.code, 0, dry.said);
  assert.match(dry.said, differs);
  assert.deepEqual(filesOf(folder), [basename(before)]);
  assert.equal(next(folder), null);

  const refused = await replay(folder);
  assert.equal(refused.code, 1, refused.said);
  assert.match(refused.said, differs);
  assert.match(
    refused.said,
    /Cannot put .* in use as .*: current number is 1\. .*--accept/,
  );
  assert.equal(inUse(folder), before);
  const made = next(folder);

  const accepted = await replay(folder, "--accept");
  assert.equal(accepted.code, 0, accepted.said);
  assert.match(accepted.said, /^Going on with .*, which was begun before\n/);
  assert.equal(inUse(folder), made);
  assert.deepEqual(folder.checksums(), await checksumsOfLog(folder.eventLog));

  const back = await replay(folder, "--rollback");
  assert.equal(back.code, 0, back.said);
  assert.equal(inUse(folder), before);
  assert.equal(former(folder), made);
});

Deno.test("--rollback has a running projector go on with the former projection, which takes up what it lacks", async () => {
  await using folder = await TempFolder.make();
  await givenProjected(folder, 5);
  const before = inUse(folder)!;
  const none = await replay(folder, "--rollback");
  assert.equal(none.code, 1);
  assert.match(none.said, /^Cannot go back as .*-former\.db must name another/);

  await replay(folder);
  await appendHours(folder, 7);
  await using projector = startProjector(folder);
  await waitUntilAllRead(folder);
  const { code, said } = await replay(folder, "--rollback");
  assert.equal(code, 0, said);
  assert.equal(inUse(folder), before);
  await waitUntilAllRead(folder);
  await stop(projector);
  folder.readProjection(requireAllAccountedFor);
  assert.deepEqual(folder.checksums(), await checksumsOfLog(folder.eventLog));
});

Deno.test("a replay that was interrupted or killed leaves the one in use as it was; the next goes on, or begins anew", async () => {
  await using folder = await TempFolder.make();
  await givenProjected(folder, 400);
  const before = inUse(folder)!;
  const checksums = folder.checksums();
  let begun: string | null = null;
  for (const signal of ["SIGINT", "SIGKILL"] as const) {
    await using process = startReplay(folder);
    await waitUntil("it has begun", () => next(folder) !== null);
    await waitUntil("it has written", () => {
      const db = openSqlite(next(folder)!, { readonly: true });
      try {
        const read = db.prepare("SELECT sum(records_read) FROM checkpoints");
        return Number(read.pluck().get()) > 0;
      } finally {
        db.close();
      }
    });
    process.kill(signal);
    const code = await process.ended();
    assert.equal(code, signal === "SIGINT" ? 1 : 137, process.said);
    if (signal === "SIGINT") assert.match(process.said, /Stopped: .*\n$/);
    begun ??= next(folder);
    assert.equal(next(folder), begun);
    assert.equal(inUse(folder), before);
    assert.deepEqual(folder.checksums(), checksums);
  }
  const resumed = await replay(folder, "--dry-run");
  assert.equal(resumed.code, 0, resumed.said);
  assert.match(resumed.said, /^Going on with .*\n/);
  assert.match(resumed.said, /all alike\n$/);

  const { code, said } = await replay(folder, "--restart");
  assert.equal(code, 0, said);
  assert.match(said, /^Making /);
  assert.deepEqual(folder.checksums(), checksums);
});

Deno.test("a log that does not reach back any more is told of before anything is made, and needs to be accepted", async () => {
  await using folder = await TempFolder.make();
  await givenProjected(folder, 5);
  await givenProjected(folder, 6);
  const before = inUse(folder)!;
  const log = openSqlite(join(folder.data, "events.db"));
  log.exec("DELETE FROM appends WHERE first_offset = 0");
  log.close();
  const { code, said } = await replay(folder);
  assert.equal(code, 1, said);
  assert.match(
    said,
    /Cannot make all of the projection anew as the log must reach back to all that it holds: it would lack (\d+ hours of satellite \d+ on d_topic(, )?)+\. Bring back the log, or run it with --accept/,
  );
  assert.equal(inUse(folder), before);

  const accepted = await replay(folder, "--accept");
  assert.equal(accepted.code, 0, accepted.said);
  assert.match(accepted.said, /\d+ only in use/);
  folder.readProjection(requireAllAccountedFor);
  assert.deepEqual(folder.checksums(), await checksumsOfLog(folder.eventLog));
});

Deno.test("a replay that was begun before and is ahead of the one in use waits for it", async () => {
  await using folder = await TempFolder.make();
  await givenProjected(folder, 5);
  await replay(folder);
  await appendHours(folder, 7);
  await using projector = startProjector(folder);
  await waitUntilAllRead(folder);
  await stop(projector);
  changeAnHour(folder);
  assert.equal((await replay(folder)).code, 1);
  const ahead = next(folder);
  assert.equal((await replay(folder, "--rollback")).code, 0);

  await using process = startReplay(folder);
  await waitUntil("it waits", () => /\nWaiting for /.test(process.said));
  await using again = startProjector(folder);
  assert.equal(await process.ended(), 0, process.said);
  assert.match(process.said, /^Going on with .*\n.*: \d+, all alike\n/s);
  assert.equal(inUse(folder), ahead);
  await stop(again);
});

Deno.test("a damaged database in use is told of, and another takes its place when that is accepted", async () => {
  await using folder = await TempFolder.make();
  await givenProjected(folder, 60);
  const before = inUse(folder)!;
  const checksums = folder.checksums();
  const { size } = await Deno.stat(before);
  const file = await Deno.open(before, { write: true });
  for (let at = 5; at < size / 4096; at += 3) {
    await file.seek(at * 4096, Deno.SeekMode.Start);
    await file.write(new Uint8Array(4096).fill(7));
  }
  file.close();
  const refused = await replay(folder);
  assert.equal(refused.code, 1, refused.said);
  assert.match(
    refused.said,
    /Cannot compare with .* as it must be whole: database disk image is malformed\. Run it again with --accept\n$/,
  );
  assert.equal(inUse(folder), before);
  const accepted = await replay(folder, "--accept");
  assert.equal(accepted.code, 0, accepted.said);
  assert.match(accepted.said, /malformed\. It is not compared\n/);
  assert.deepEqual(folder.checksums(), checksums);
});

Deno.test("two replays at once are refused, and arguments that it does not know", async () => {
  await using folder = await TempFolder.make();
  await givenProjected(folder, 300);
  await using first = startReplay(folder);
  await waitUntil("it has begun", () => next(folder) !== null);
  const second = await replay(folder);
  assert.equal(second.code, 1);
  assert.match(
    second.said,
    /^Cannot replay as data\/projection-next\.lock must not be locked: it is held by process \d+, which makes the next projection\. /,
  );
  assert.equal(await first.ended(), 0, first.said);

  for (const args of [["--force"], ["now"], ["--accept", "--dry-run"]]) {
    const { code, said } = await replay(folder, ...args);
    assert.equal(code, 1);
    assert.match(said, /^Cannot replay as the arguments must be those of /);
  }
});

/** Less than the projection of the log takes. */
const ROOM_BYTES = 700_000;

smallDiskTest(
  "a full disk ends a replay, which says how much room it needs, and disturbs nobody",
  async () => {
    await using folder = await TempFolder.make("data/disk/projection.db");
    const path = join(folder.data, "disk");
    await Deno.mkdir(path);
    using _disk = mountSmallDisk(path, { sizeKiB: 16 * 1024 });
    await appendHours(folder, 60);
    await using projector = startProjector(folder);
    await waitUntilAllRead(folder);
    const before = inUse(folder);
    await stop(projector);
    const ballast = join(path, "ballast");
    const bytes = freeBytesOf(path)! - ROOM_BYTES;
    await Deno.writeFile(ballast, new Uint8Array(bytes));
    const { code, said } = await replay(folder);
    assert.equal(code, 1, said);
    assert.match(
      said,
      /Cannot go on with data\/disk\/projection-.*\.db as there must be room to write it: database or disk is full\. It needs about \d.* more, as the one in use takes \d.* free\. The projection in use is as it was\. Make room/,
    );
    assert.equal(inUse(folder), before);
    await Deno.remove(ballast);
    const again = await replay(folder);
    assert.equal(again.code, 0, again.said);
    assert.match(again.said, /^Going on with /);
    folder.readProjection(requireAllAccountedFor);
  },
);
