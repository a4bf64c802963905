import assert from "node:assert/strict";
import { join } from "node:path";
import { readProjectionLink } from "../../shared/projection/projection_link.ts";
import { freeBytesOf } from "../../shared/free_bytes.ts";
import {
  mountSmallDisk,
  smallDiskTest,
} from "../../shared/testdata/small_disk.ts";
import { openSqlite, type Sqlite } from "../../shared/sqlite.ts";
import { append, stop, waitUntilRead } from "../testdata/projector_steps.ts";
import { terraDuring, terraElements } from "../testdata/given_orbit.ts";
import {
  startAppending,
  startProjector,
  startReplay,
  startVerify,
} from "../testdata/projector_process.ts";
import { TempFolder, waitUntil } from "../testdata/temp_folder.ts";

const HOUR_MS = 3_600_000;

async function verify(
  folder: TempFolder,
  ...args: string[]
): Promise<{ code: number; said: string }> {
  await using process = startVerify(folder, ...args);
  return { code: await process.ended(), said: process.said };
}

/** TERRA in the hours before now, of which the last is open. */
async function appendTerra(
  folder: TempFolder,
  hours = 3,
  stepMs = 10_000,
): Promise<number> {
  const toMs = Date.now();
  const fromMs = Math.floor(toMs / HOUR_MS - hours) * HOUR_MS;
  const events = terraDuring({ fromMs, toMs, stepMs });
  await append(folder, "element_sets", [terraElements]);
  await append(folder, "terra_topic", events);
  return events.length + 1;
}

/** TERRA's hours in a projection that no projector writes any more. */
async function givenTerra(folder: TempFolder, hours = 3, stepMs = 10_000) {
  const records = await appendTerra(folder, hours, stepMs);
  await using projector = startProjector(folder);
  await waitUntilRead(folder, records);
  await stop(projector);
}

function change<T>(folder: TempFolder, action: (db: Sqlite) => T): T {
  const db = openSqlite(readProjectionLink(folder.link)!);
  try {
    return action(db);
  } finally {
    db.close();
  }
}

/** What is left of the projection that is made to compare with. */
function leftOf(folder: TempFolder): string[] {
  return [...Deno.readDirSync(folder.data)].map(({ name }) => name)
    .filter((name) => name.startsWith("projection-verify.db"));
}

Deno.test("verify finds a system sound while its producers and its projector go on, and leaves nothing", async () => {
  await using folder = await TempFolder.make();
  await appendTerra(folder);
  await using appending = startAppending(folder, 5);
  await using projector = startProjector(folder);
  await waitUntil(
    "something is projected",
    () => folder.checksums().length > 9,
  );

  for (const args of [[], ["--sample", "5", "--seed", "3"]]) {
    const { code, said } = await verify(folder, ...args);
    assert.equal(code, 0, said);
    assert.match(
      said,
      /(?:^|\n)data\/projection-[0-9a-f]{8}\.db\nCounts +sound: [\d,]+ records read = [\d,]+ applied \+ [\d,]+ dead letters; [\d,]+ positions decoded = [\d,]+ stored \+ [\d,]+ superseded, in \d+ partitions of \d+ topics\n/,
    );
    assert.match(
      said,
      args.length === 0
        ? /\nLog +sound: hours compared with it: \d+\n/
        : /\nLog +sound: hours compared with it: 5, a sample by seed 3\n/,
    );
    assert.match(said, /\nSealed hours sound: \d+, beside \d+ that are open\n/);
    assert.match(
      said,
      /\nPropagation +sound: [\d,]+ positions, [\d,]+ of them without known elements, largest error 0\.(0[5-9]|10)\d m \(25994 on terra_topic at 20.*Z\)\n$/,
    );
    assert.deepEqual(leftOf(folder), []);
  }
  await stop(appending);
  await stop(projector);
});

Deno.test("verify names the satellite and the hour of one row that was changed", async () => {
  await using folder = await TempFolder.make();
  await givenTerra(folder);
  const timeMs = change(folder, (db) =>
    db.prepare<[], number>(`
      UPDATE positions SET sample = sample + 1
      WHERE time_ms = (SELECT max(time_ms) FROM positions)
      RETURNING time_ms`).pluck().get()!);
  const hour = new Date(Math.floor(timeMs / HOUR_MS) * HOUR_MS).toISOString();
  const { code, said } = await verify(folder);
  assert.equal(code, 1, said);
  assert.match(said, /\nLog +1 WRONG: /);
  assert.match(said, /\nPropagation +sound: /);
  assert(
    said.includes(
      `\n25994 on terra_topic, hour of ${hour}: 1 not alike\n`,
    ),
    said,
  );
});

Deno.test("verify names the satellite and the hour of one bit that was flipped, of a checksum that is another, and a count", async () => {
  await using folder = await TempFolder.make();
  await givenTerra(folder);
  const [flipped, kept] = change(folder, (db) => {
    const [one, other] = db.prepare<[], { hour: number; samples: Uint8Array }>(
      "SELECT hour, samples FROM sealed ORDER BY hour",
    ).all();
    one!.samples[100]! ^= 4;
    db.prepare("UPDATE sealed SET samples = ? WHERE hour = ?")
      .run(one!.samples, one!.hour);
    db.prepare("UPDATE hours SET checksum = 'abc' WHERE hour = ?")
      .run(other!.hour);
    db.exec("UPDATE checkpoints SET records_applied = records_applied + 1");
    return [one, other].map((of) => new Date(of!.hour * HOUR_MS).toISOString());
  });
  const { code, said } = await verify(folder, "--json");
  assert.equal(code, 1, said);
  const report = JSON.parse(said);
  assert.equal(report.is_sound, false);
  const faults: { check: string; hour: string; norad_id: number }[] =
    report.faults;
  const of = (check: string) =>
    faults.filter((fault) => fault.check === check)
      .map(({ norad_id, hour }) => [norad_id, hour]);
  assert.deepEqual(of("sealed"), [[25994, flipped], [25994, kept]]);
  assert.deepEqual(of("log").at(-1), [25994, flipped]);
  assert.deepEqual(of("counts"), [[null, null], [null, null]]);
  assert.deepEqual(of("propagation"), []);
});

Deno.test("verify names the satellite and the hour of a position that the log itself has 50 m off, also as JSON", async () => {
  await using folder = await TempFolder.make();
  const fromMs = Math.floor(Date.now() / HOUR_MS - 5) * HOUR_MS;
  const wrongMs = fromMs + 600_000;
  const range = { fromMs, toMs: fromMs + 2 * HOUR_MS, stepMs: 60_000 };
  const events = terraDuring(range, (position) => ({
    ...position,
    altitudeKm: position.altitudeKm +
      (position.timeMs === wrongMs ? 0.05 : 0),
  }));
  await append(folder, "element_sets", [terraElements]);
  await append(folder, "terra_topic", events);
  await using projector = startProjector(folder);
  await waitUntilRead(folder, 3);

  const hour = new Date(fromMs).toISOString();
  const time = new Date(wrongMs).toISOString();
  const { code, said } = await verify(folder, "--json");
  assert.equal(code, 1, said);
  const { projection, propagation, faults, ...report } = JSON.parse(said);
  assert.match(projection, /^data\/projection-/);
  assert(Math.abs(propagation.largest_error_m - 50) < 0.1);
  assert.deepEqual(propagation.largest_error_at, {
    norad_id: 25994,
    topic: "terra_topic",
    time,
  });
  assert.equal(faults.length, 1);
  assert.match(
    faults[0].message,
    /^25994 on terra_topic, hour of .*: 1 of 60 /,
  );
  assert.deepEqual({ ...faults[0], message: "" }, {
    check: "propagation",
    topic: "terra_topic",
    partition: null,
    norad_id: 25994,
    hour,
    message: "",
  });
  assert.deepEqual(report, {
    is_sound: false,
    partitions: [{
      topic: "element_sets",
      partition: 0,
      next_offset: 1,
      records_read: 1,
      records_applied: 1,
      dead_letters: 0,
      positions_decoded: 0,
    }, {
      topic: "terra_topic",
      partition: 0,
      next_offset: 2,
      records_read: 2,
      records_applied: 2,
      dead_letters: 0,
      positions_decoded: 120,
    }],
    topics: [{
      topic: "element_sets",
      positions_decoded: 0,
      positions_stored: 0,
      positions_superseded: 0,
    }, {
      topic: "terra_topic",
      positions_decoded: 120,
      positions_stored: 120,
      positions_superseded: 0,
    }],
    log: { compared_hours: 2, is_sample: false, seed: null },
    hours: { sealed_hours: 2, open_hours: 0 },
  });
  await stop(projector);
});

Deno.test("verify --sample finds what is wrong in the hours that it takes, and says by which seed it took them", async () => {
  await using folder = await TempFolder.make();
  await givenTerra(folder);
  change(folder, (db) => {
    const changed = db.prepare(`
      UPDATE positions SET sample = sample + 1
      WHERE time_ms = (SELECT max(time_ms) FROM positions)`).run();
    assert.equal(changed.changes, 1);
  });
  const codes = new Set<number>();
  for (let seed = 0; seed < 12 && codes.size < 2; seed++) {
    const { code, said } = await verify(
      folder,
      ...["--sample=1", `--seed=${seed}`],
    );
    assert.match(said, RegExp(`: 1, a sample by seed ${seed}\n`));
    assert.equal(code, said.includes(": 1 not alike\n") ? 1 : 0, said);
    codes.add(code);
  }
  assert.deepEqual([...codes].sort(), [0, 1]);
  const { said } = await verify(folder, "--sample=1000");
  assert.match(
    said,
    /\nLog +1 WRONG: hours compared with it: 4, a sample by seed \d+\n/,
  );
});

Deno.test("a verify that is stopped leaves nothing, and one that is killed nothing that the next does not take away; neither minds a replay", async () => {
  await using folder = await TempFolder.make();
  await givenTerra(folder, 48, 1000);
  const checksums = folder.checksums();
  const scratch = join(folder.data, "projection-verify.db");
  for (const signal of ["SIGTERM", "SIGKILL"] as const) {
    await using process = startVerify(folder);
    await waitUntil("it has begun", () => leftOf(folder).length > 1);
    process.kill(signal);
    const code = await process.ended();
    assert.equal(code, signal === "SIGTERM" ? 1 : 137, process.said);
    if (signal === "SIGTERM") assert.match(process.said, /Stopped\n$/);
    assert.equal(leftOf(folder).length > 0, signal === "SIGKILL");
  }
  await Deno.writeTextFile(scratch, "no database");
  await using verifying = startVerify(folder);
  // Stopped while it opens the log, it would keep all others from doing so.
  await waitUntil(
    "it reads the log anew",
    () =>
      Deno.stat(`${scratch}-wal`).then(
        ({ size }) => size > 2 ** 17,
        () => false,
      ),
  );
  verifying.kill("SIGSTOP");
  const second = await verify(folder);
  assert.equal(second.code, 1);
  assert.match(
    second.said,
    /^Cannot verify as data\/projection-verify\.lock must not be locked: it is held by process \d+, another run\. /,
  );
  await using replaying = startReplay(folder);
  assert.equal(await replaying.ended(), 0, replaying.said);
  verifying.kill("SIGCONT");
  assert.equal(await verifying.ended(), 0, verifying.said);
  assert.deepEqual(leftOf(folder), []);
  assert.deepEqual(folder.checksums(), checksums);
});

Deno.test("verify says what it must be asked, and that there must be a projection", async () => {
  await using folder = await TempFolder.make();
  const wrong = await verify(folder, "--sample", "all");
  assert.equal(wrong.code, 1);
  assert.match(wrong.said, /^Cannot verify as the arguments must be those of /);
  const none = await verify(folder);
  assert.equal(none.code, 1);
  assert.match(none.said, /^Cannot read data\/projection\.db as the projector/);
  assert.deepEqual(leftOf(folder), []);
});

/** Less than the projection of the log takes. */
const ROOM_BYTES = 500_000;

smallDiskTest(
  "verify on a full disk says that there must be room, and leaves nothing; a sample needs less",
  async () => {
    await using folder = await TempFolder.make("data/disk/projection.db");
    const path = join(folder.data, "disk");
    await Deno.mkdir(path);
    using _disk = mountSmallDisk(path, { sizeKiB: 16 * 1024 });
    await givenTerra(folder, 100, 1000);
    const ballast = join(path, "ballast");
    const bytes = freeBytesOf(path)! - ROOM_BYTES;
    await Deno.writeFile(ballast, new Uint8Array(bytes));
    const full = await verify(folder);
    assert.equal(full.code, 1, full.said);
    assert.match(
      full.said,
      /Cannot verify as there must be room for a second projection beside the one in use: database or disk is full\. Make room, or verify less/,
    );
    assert.equal(freeBytesOf(path)! > ROOM_BYTES * 0.8, true);
    const { code, said } = await verify(folder, "--sample", "2");
    assert.equal(code, 0, said);
  },
);
