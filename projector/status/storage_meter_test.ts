import assert from "node:assert/strict";
import { join } from "node:path";
import { openEventLog } from "../../shared/event_log/open_event_log.ts";
import { openSqlite, type Sqlite } from "../../shared/sqlite.ts";
import {
  mountSmallDisk,
  smallDiskTest,
} from "../../shared/testdata/small_disk.ts";
import { StorageMeter } from "./storage_meter.ts";
import { TempFolder } from "../testdata/temp_folder.ts";

const MINUTE_MS = 60_000;

/** A database that stands for the projection, in WAL mode as that one is. */
function makeProjection(folder: string): Sqlite {
  const db = openSqlite(join(folder, "projection-1.db"));
  db.pragma("journal_mode = WAL");
  db.exec("CREATE TABLE rows (bytes BLOB)");
  return db;
}

/** Lets a projection grow by so many KiB, in its write-ahead log at first. */
function fill(db: Sqlite, kib: number): void {
  db.prepare("INSERT INTO rows VALUES (zeroblob(?))").run(kib * 1024);
}

async function makeLog(folder: TempFolder): Promise<void> {
  await (await openEventLog(folder.eventLog)).close();
}

const sizeOf = (path: string) => Deno.statSync(path).size;

async function withProjection(
  test: (folder: TempFolder, db: Sqlite) => void | Promise<void>,
): Promise<void> {
  await using folder = await TempFolder.make();
  const db = makeProjection(folder.data);
  try {
    await test(folder, db);
  } finally {
    db.close();
  }
}

Deno.test("StorageMeter tells the sizes of the files, and of each write-ahead log by itself", () =>
  withProjection(async (folder, db) => {
    const log = await openEventLog(folder.eventLog);
    const record = { key: null, value: new Uint8Array(9_999), timestampMs: 0 };
    await log.append("a", [record]);
    fill(db, 100);
    const { eventLog, projection } = new StorageMeter(db, folder.eventLog)
      .measure(0);
    const paths = [join(folder.data, "events.db"), db.name];
    for (const [i, size] of [eventLog, projection].entries()) {
      const path = paths[i]!;
      const walBytes = sizeOf(`${path}-wal`);
      assert.ok(walBytes > 9_999);
      const bytes = sizeOf(path) + walBytes;
      assert.deepEqual(size, { path, bytes, walBytes });
    }
    await log.close();
  }));

Deno.test("StorageMeter takes no write-ahead log for an empty one", () =>
  withProjection((folder, db) => {
    db.pragma("journal_mode = DELETE");
    const { projection } = new StorageMeter(db, folder.eventLog).measure(0);
    assert.deepEqual(projection, {
      path: db.name,
      bytes: sizeOf(db.name),
      walBytes: 0,
    });
  }));

Deno.test("StorageMeter knows no size of a log that is not made yet, nor of Kafka's", () =>
  withProjection((folder, db) => {
    const notMade = new StorageMeter(db, folder.eventLog).measure(0);
    assert.equal(notMade.eventLog, null);
    assert.equal(notMade.disks.length, 1);
    assert.deepEqual(notMade.disks[0]!.holds, ["event_log", "projection"]);
    assert.deepEqual(notMade.disks[0]!.folders, [folder.data]);
    const kafka = new StorageMeter(db, "kafka://broker:9092").measure(0);
    assert.equal(kafka.eventLog, null);
    assert.deepEqual(kafka.disks[0]!.holds, ["projection"]);
    assert.ok(kafka.disks[0]!.freeBytes! > 0);
  }));

Deno.test("StorageMeter tells nothing where nothing is there, and fails nowhere", () =>
  withProjection((folder, db) => {
    const away = join(folder.path, "nowhere");
    const meter = new StorageMeter(db, `sqlite:${away}/events.db`);
    db.close();
    Deno.removeSync(folder.data, { recursive: true });
    const unknown = {
      freeBytes: null,
      growthBytesPerDay: null,
      fullInDays: null,
    };
    assert.deepEqual(meter.measure(0), {
      eventLog: null,
      projection: null,
      disks: [
        { holds: ["event_log"], folders: [away], ...unknown },
        { holds: ["projection"], folders: [folder.data], ...unknown },
      ],
    });
  }));

Deno.test("StorageMeter tells how both grow together, also while a write-ahead log takes it all", () =>
  withProjection(async (folder, db) => {
    const meter = new StorageMeter(db, folder.eventLog);
    await makeLog(folder);
    db.pragma("wal_autocheckpoint = 0");
    const logPath = join(folder.data, "events.db");
    const before = sizeOf(db.name);
    for (let minute = 0; minute <= 60; minute += 3) {
      const { disks } = meter.measure(minute * MINUTE_MS);
      const { growthBytesPerDay, freeBytes, fullInDays } = disks[0]!;
      assert.equal(growthBytesPerDay === null, minute < 12);
      if (minute === 60) {
        // 24 + 40 KiB in three minutes, and a little for pages of pages.
        const kibADay = growthBytesPerDay! / 1024;
        assert.ok(kibADay > 64 * 480 && kibADay < 66 * 480, `${kibADay}`);
        assert.equal(fullInDays, freeBytes! / growthBytesPerDay!);
      }
      fill(db, 40);
      // Many times what it brings: pages that are written again and again.
      for (const _ of [1, 2]) {
        db.exec("UPDATE rows SET bytes = randomblob(length(bytes))");
      }
      await Deno.writeFile(logPath, new Uint8Array(24 * 1024), {
        append: true,
      });
    }
    assert.equal(sizeOf(db.name), before);
    assert.ok(sizeOf(`${db.name}-wal`) > 5_000_000);
  }));

Deno.test("StorageMeter takes a log that comes or goes for no growth", () =>
  withProjection(async (folder, db) => {
    const meter = new StorageMeter(db, folder.eventLog);
    const at = (minute: number) =>
      meter.measure(minute * MINUTE_MS).disks[0]!.growthBytesPerDay;
    for (let minute = 0; minute <= 30; minute += 3) {
      assert.equal(at(minute), null);
    }
    await makeLog(folder);
    for (let minute = 33; minute < 45; minute += 3) {
      assert.equal(at(minute), null);
    }
    assert.equal(at(45), 0);
    await Deno.remove(join(folder.data, "events.db"));
    for (let minute = 48; minute < 120; minute += 3) {
      assert.equal(at(minute), 0);
    }
  }));

smallDiskTest(
  "StorageMeter tells two disks apart, each with what it holds and has free",
  () =>
    withProjection(async (folder, db) => {
      const other = join(folder.path, "other");
      await Deno.mkdir(other);
      using _disk = mountSmallDisk(other, { sizeKiB: 128 });
      await Deno.writeFile(join(other, "events.db"), new Uint8Array(65_536));
      const { disks } = new StorageMeter(db, `sqlite:${other}/events.db`)
        .measure(0);
      assert.deepEqual(
        disks.map(({ holds, folders }) => [holds, folders]),
        [[["event_log"], [other]], [["projection"], [folder.data]]],
      );
      assert.equal(disks[0]!.freeBytes, 65_536);
      assert.notEqual(disks[1]!.freeBytes, 65_536);
    }),
);

for (const kind of ["sys", "read"] as const) {
  Deno.test({
    name:
      `StorageMeter measures nothing, and fails nowhere, without the permission ${kind}`,
    permissions: { [kind]: false, ffi: true, env: true },
    fn: () => {
      const db = openSqlite(":memory:");
      const { disks } = new StorageMeter(db, "sqlite:data/events.db")
        .measure(0);
      for (const disk of disks) assert.equal(disk.freeBytes, null);
      db.close();
    },
  });
}
