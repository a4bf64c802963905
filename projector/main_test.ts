import assert from "node:assert/strict";
import { openEventLog } from "../shared/event_log/open_event_log.ts";
import { encodeEvent, type Event } from "../shared/events/event.ts";
import { checksumsOfLog, countRecords } from "./testdata/clean_projection.ts";
import {
  ARTICLE_MESSAGE,
  NOW_MS,
  positions,
  requireAllAccountedFor,
} from "./testdata/given_projection.ts";
import {
  type RunningProcess,
  startAppending,
  startDeadLetters,
  startProjector,
} from "./testdata/projector_process.ts";
import { createRandom } from "./testdata/random.ts";
import { randomHours, randomRecords } from "./testdata/random_records.ts";
import { TempFolder, waitUntil } from "./testdata/temp_folder.ts";

async function append(
  folder: TempFolder,
  topic: string,
  values: readonly (Event | string)[],
): Promise<void> {
  const log = await openEventLog(folder.eventLog);
  await log.append(
    topic,
    values.map((value) => ({
      key: null,
      value: typeof value === "string"
        ? new TextEncoder().encode(value)
        : encodeEvent(value),
      timestampMs: NOW_MS,
    })),
  );
  await log.close();
}

const numbered = (from: number, count: number) =>
  Array.from(
    { length: count },
    (_, i) => positions({ timeMs: NOW_MS + from + i }),
  );

function recordsRead(folder: TempFolder): number {
  return folder.readProjection((db) =>
    db.prepare<[], number>(
      "SELECT coalesce(sum(records_read), 0) FROM checkpoints",
    ).pluck().get()!
  ) ?? 0;
}

async function waitUntilRead(folder: TempFolder, records: number) {
  await waitUntil(
    `${records} records are read`,
    () => recordsRead(folder) >= records,
  );
  assert.equal(recordsRead(folder), records);
}

/** Ends a projector as the task runner does. */
async function stop(projector: RunningProcess): Promise<void> {
  projector.kill("SIGTERM");
  assert.equal(await projector.ended(), 0, projector.said);
}

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

Deno.test("garbage becomes a dead letter and stops nobody; the commands list it, show it and have it applied again", async () => {
  await using folder = await TempFolder.make();
  await append(folder, "a_topic", ["garbage", ...numbered(0, 2)]);
  await using projector = startProjector(folder);
  await waitUntilRead(folder, 3);
  assert.match(
    projector.said,
    /WARNING a_topic\/0 has a record that cannot be applied, at offset 0\. .*Cannot decode event as /,
  );

  await using list = startDeadLetters(folder);
  assert.equal(await list.ended(), 0, list.said);
  assert.match(list.said, /^LOG POSITION .*\na_topic\/0\/0 .* garbage\n$/);

  await using retry = startDeadLetters(folder, "retry");
  assert.equal(await retry.ended(), 0, retry.said);
  assert.equal(
    retry.said,
    "Applied 0 of 1 dead letters; 1 still cannot be applied\n",
  );
  await append(folder, "a_topic", numbered(2, 1));
  await waitUntilRead(folder, 4);
  await stop(projector);
  folder.readProjection(requireAllAccountedFor);

  await using show = startDeadLetters(folder, "show", "a_topic/0/0");
  assert.equal(await show.ended(), 0, show.said);
  const time = new Date(NOW_MS).toISOString();
  assert.match(
    show.said,
    new RegExp(
      `^LOG POSITION  a_topic/0/0\nTIME          ${time}\n` +
        "KEY           null\nREASON        Cannot decode event as .*\n" +
        "VALUE         7 bytes, UTF-8\n\ngarbage\n$",
    ),
  );

  await using none = startDeadLetters(folder, "show", "a_topic/0/1");
  assert.equal(await none.ended(), 1);
  assert.equal(
    none.said,
    "Cannot show a_topic/0/1 as it must be a dead letter: there is none at " +
      "this log position. `deno task dead-letters` lists them\n",
  );

  await using malformed = startDeadLetters(folder, "show", "a_topic/0");
  assert.equal(await malformed.ended(), 1);
  assert.equal(
    malformed.said,
    "Cannot show a dead letter as its log position must be " +
      "TOPIC/PARTITION/OFFSET, such as terra_topic/0/42: " +
      'current value is "a_topic/0"\n',
  );

  await using wrong = startDeadLetters(folder, "drop");
  assert.equal(await wrong.ended(), 1);
  assert.match(wrong.said, /^Cannot tell what to do as the arguments must be /);
});

Deno.test("the article's messages on an unknown topic are applied once a setting tells their satellite", async () => {
  await using folder = await TempFolder.make();
  const recordings = () =>
    folder.readProjection((db) =>
      db.prepare(`
        SELECT topics.name AS topic, norad_id AS noradId, samples
        FROM recordings JOIN topics ON ref = topic_ref ORDER BY topic`).all()
    );
  const test = { topic: "test_topic", noradId: 25994, samples: 1 };
  const nosuch = { topic: "nosuch_topic", noradId: 25544, samples: 1 };
  await append(folder, "nosuch_topic", [ARTICLE_MESSAGE]);
  await append(folder, "test_topic", [ARTICLE_MESSAGE]);
  await using unset = startProjector(folder);
  await waitUntilRead(folder, 2);
  await stop(unset);
  assert.match(
    unset.said,
    /as in TOPIC_SATELLITES=nosuch_topic:<catalogue number>, restart/,
  );
  assert.deepEqual(recordings(), [test]);

  const TOPIC_SATELLITES = "nosuch_topic:25544";
  await using set = startProjector(folder, { TOPIC_SATELLITES });
  await waitUntil("it starts", () => set.said.includes("Projecting"));
  await using retry = startDeadLetters(folder, "retry");
  assert.equal(await retry.ended(), 0, retry.said);
  assert.equal(retry.said, "Applied 1 of 1 dead letters\n");
  assert.deepEqual(recordings(), [nosuch, test]);
  await stop(set);
  folder.readProjection(requireAllAccountedFor);
});

Deno.test("a dead letter comes again with a projection that is made anew, unless it is understood by then", async () => {
  await using folder = await TempFolder.make();
  await append(folder, "nosuch_topic", [ARTICLE_MESSAGE]);
  const makeAnew = async (settings: Record<string, string>) => {
    await folder.removeProjection();
    await using projector = startProjector(folder, settings);
    await waitUntilRead(folder, 1);
    await stop(projector);
    folder.readProjection(requireAllAccountedFor);
    await using list = startDeadLetters(folder);
    assert.equal(await list.ended(), 0, list.said);
    return list.said;
  };
  const before = await makeAnew({});
  assert.match(before, /\nnosuch_topic\/0\/0 /);
  assert.equal(await makeAnew({}), before);
  assert.deepEqual(folder.checksums(), []);
  assert.equal(
    await makeAnew({ TOPIC_SATELLITES: "nosuch_topic:25544" }),
    "There are no dead letters\n",
  );
  assert.equal(folder.checksums().length, 1);
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
  const kills = Number(Deno.env.get("KILLS") ?? 5);
  const seed = Number(Deno.env.get("SEED") ?? Date.now() % 1_000_000);
  console.log(`SEED=${seed} KILLS=${kills}`);
  const random = createRandom(seed);
  await using appending = startAppending(folder, seed);
  await waitUntil("it appends", () => appending.said !== "");

  const log = await openEventLog(folder.eventLog);
  let withWork = 0;
  for (let i = 0; i < kills; i++) {
    // So much that it has to catch up when it is killed.
    await log.append("d_topic", randomHours(random, 20));
    const before = recordsRead(folder);
    await using projector = startProjector(folder);
    await waitUntil("it starts", () => projector.said.includes("Projecting"));
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
      `${withWork} of ${kills} were killed after a commit`,
  );
});
