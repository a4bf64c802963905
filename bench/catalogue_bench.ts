import { join } from "node:path";
import { CheckpointThread } from "../projector/writing/checkpoint_thread.ts";
import type { Changes } from "../projector/writing/changes.ts";
import { ProjectionWriter } from "../projector/writing/projection_writer.ts";
import { createProjection } from "../shared/projection/schema.ts";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../shared/projection/time_range.ts";
import type { Sqlite } from "../shared/sqlite.ts";
import { Catalogue, CATALOGUE_START_MS } from "./catalogue.ts";
import {
  compare,
  print,
  printLine,
  printTimes,
  printTitle,
  timed,
  timeOf,
} from "./measure.ts";
import { PlainWriter } from "./plain_writer.ts";
import { CATALOGUE_SIZE } from "./sample_catalogue.ts";

const MEASURED_TICKS = [0, 1, 12, 30, 59];
const FAST_SATELLITES = [500, 2_000, 10_000];
const FAST_TICKS = 60;
const REBUILT_MINUTES = 60;
const REBUILT_AT_ONCE = 30;
const AFTERWARDS_MS = CATALOGUE_START_MS + 2 * DAY_MS;

/**
 * What the whole catalogue at one position a minute asks of the projection:
 * the tick of each minute, the sealing of each hour, room, and a rebuild. It
 * is held against rows by satellite, in the same transactions.
 */
export async function benchCatalogue(folder: string): Promise<void> {
  let catalogue: Catalogue;
  try {
    catalogue = new Catalogue(64);
  } catch (error) {
    if ((error as { code?: string }).code !== "ENOENT") throw error;
    console.log("\nThe whole catalogue is left out: it needs the shared data");
    return;
  }
  const db = create(folder, "catalogue");
  await benchTicks(folder, catalogue, db);
  await benchHour(catalogue, db);
  db.close();
  await benchFast(folder, catalogue);
  await benchRebuild(folder, catalogue);
  printSize(folder);
}

function create(folder: string, name: string): Sqlite {
  const path = join(folder, `${name}.db`);
  return createProjection(path, { id: name, createdMs: CATALOGUE_START_MS });
}

/** An hour of ticks, each committed as it comes. */
async function benchTicks(
  folder: string,
  catalogue: Catalogue,
  db: Sqlite,
): Promise<void> {
  const plainDb = create(folder, "plain-catalogue");
  const threads = [db, plainDb].map((one) =>
    new CheckpointThread(one.name, console.warn)
  );
  const writer = new ProjectionWriter(db, ["*"]);
  const plain = new PlainWriter(plainDb);
  const ticks = { ours: [] as number[], plain: [] as number[] };
  const logs: string[] = [];
  for (let tick = 0; tick < 60; tick++) {
    const changes = catalogue.changes([tick, tick + 1]);
    const nowMs = CATALOGUE_START_MS + tick * MINUTE_MS;
    const isMeasured = MEASURED_TICKS.includes(tick);
    if (isMeasured) emptyLogs([db, plainDb]);
    ticks.ours.push(timeOf(() => writer.commit(changes, nowMs)));
    ticks.plain.push(timeOf(() => plain.commit(changes)));
    if (isMeasured) logs.push([db, plainDb].map(logMb).join(" and "));
    await new Promise((resolve) => setTimeout(resolve));
  }
  for (const thread of threads) await thread.close();
  plainDb.close();
  printTimes(`A tick of ${catalogue.size} satellites`, {
    "commit()": ticks.ours,
    "rows by satellite, a row a statement": ticks.plain,
  }, "500 ms at most");
  printLine("write-ahead log of both", logs.join(", "), "MB");
  printLine("  with so many in the hour", MEASURED_TICKS.join(", "), "");
}

/** The hour of all of them is over. */
async function benchHour(catalogue: Catalogue, db: Sqlite): Promise<void> {
  const thread = new CheckpointThread(db.name, console.warn);
  const writer = new ProjectionWriter(db, ["*"]);
  const calls: number[] = [];
  for (let found = true; found;) {
    const ms = timeOf(() => found = writer.sealNext(AFTERWARDS_MS));
    if (found) calls.push(ms);
    await new Promise((resolve) => setTimeout(resolve));
  }
  await thread.close();
  const inAll = calls.reduce((sum, ms) => sum + ms, 0) / 1000;
  printTimes(
    `Sealing the hour of ${catalogue.size} satellites`,
    { "sealNext()": calls },
    "20 s in all, 20 ms at once",
  );
  printLine("in all", inAll.toFixed(1), "s");
}

/** Some of them once a second. */
async function benchFast(folder: string, catalogue: Catalogue): Promise<void> {
  for (const satellites of FAST_SATELLITES) {
    const db = create(folder, `fast-${satellites}`);
    const thread = new CheckpointThread(db.name, console.warn);
    const writer = new ProjectionWriter(db, ["*"]);
    const commits: number[] = [];
    for (let tick = 0; tick < FAST_TICKS; tick++) {
      const options = { stepMs: 1_000, satellites };
      const changes = catalogue.changes([tick, tick + 1], options);
      const nowMs = CATALOGUE_START_MS + tick * 1_000;
      commits.push(timeOf(() => writer.commit(changes, nowMs)));
      await new Promise((resolve) => setTimeout(resolve));
    }
    await thread.close();
    db.close();
    printTimes(
      `A tick of ${satellites} satellites at 1 Hz`,
      { "commit()": commits },
    );
  }
}

/** What was recorded, read again. */
async function benchRebuild(
  folder: string,
  catalogue: Catalogue,
): Promise<void> {
  const batches: Changes[] = [];
  for (let at = 0; at < REBUILT_MINUTES; at += REBUILT_AT_ONCE) {
    batches.push(catalogue.changes([at, at + REBUILT_AT_ONCE]));
  }
  const count = catalogue.size * REBUILT_MINUTES;
  let round = 0;
  const run = (label: string, write: (db: Sqlite, of: Changes) => void) => () =>
    timed(label, count, () => {
      const db = create(folder, `rebuilt-${round++}`);
      for (const changes of batches) write(db, changes);
      db.close();
    });
  const figure = await compare(
    `A rebuild of ${catalogue.size} satellites, an hour in events of a tick`,
    "positions",
    {
      ours: run("commit(), half an hour each", (db, changes) => {
        const options = { notesLateRanges: false };
        new ProjectionWriter(db, ["*"], options).commit(changes, AFTERWARDS_MS);
      }),
      plain: run("rows by satellite, a row a statement", (db, changes) => {
        new PlainWriter(db).commit(changes);
      }),
    },
  );
  print(figure, "150,000/s or more");
}

/** A day of one in sixteen, as room goes by satellite. */
function printSize(folder: string): void {
  const some = new Catalogue(DAY_MS / MINUTE_MS, { one: 16 });
  const db = create(folder, "day");
  const writer = new ProjectionWriter(db, ["*"], { notesLateRanges: false });
  for (let hour = 0; hour < 24; hour++) {
    const changes = some.changes([hour * 60, (hour + 1) * 60]);
    writer.commit(changes, AFTERWARDS_MS);
  }
  const { name } = db;
  db.close();
  const each = Deno.statSync(name).size / some.size / (DAY_MS / HOUR_MS);
  const inAll = each * CATALOGUE_SIZE * (DAY_MS / HOUR_MS);
  printTitle(`A day of ${CATALOGUE_SIZE} satellites, sealed`, "250 MB at most");
  printLine("an hour of a satellite", each.toFixed(0), "bytes");
  printLine("all of them", (inAll / 1e6).toFixed(0), "MB");
}

function emptyLogs(databases: readonly Sqlite[]): void {
  for (const db of databases) db.pragma("wal_checkpoint(TRUNCATE)");
}

function logMb(db: Sqlite): string {
  return (Deno.statSync(`${db.name}-wal`).size / 1e6).toFixed(1);
}
