import { join } from "node:path";
import type { Changes } from "../projector/writing/changes.ts";
import { ChangeSet } from "../projector/writing/change_set.ts";
import { ProjectionWriter } from "../projector/writing/projection_writer.ts";
import {
  createColumns,
  type PositionColumns,
} from "../shared/projection/position_columns.ts";
import { createProjection } from "../shared/projection/schema.ts";
import { DAY_MS } from "../shared/projection/time_range.ts";
import type { Sqlite } from "../shared/sqlite.ts";
import {
  addEvent,
  type DecodedEvent,
  decodeRecords,
} from "./decoded_events.ts";
import { compare, print, timed } from "./measure.ts";
import { createPlainRows, insertPlainRows } from "./plain_rows.ts";
import { PlainWriter } from "./plain_writer.ts";
import { sampleRecords, START_MS } from "./sample_events.ts";

const BACKFILLED = 280 * 3600;
const LIVE = 3_500;
const POSITIONS_A_COMMIT = 50_000;

interface LiveWriter {
  commit(changes: Changes, nowMs: number): unknown;
}

/** Writing positions in one thread, as they are backfilled and as they come. */
export async function benchWriting(folder: string): Promise<void> {
  let round = 0;
  const place = (name: string) => join(folder, `${name}-${round++}.db`);
  const projection = (name: string) =>
    createProjection(place(name), { id: "bench", createdMs: START_MS });
  const backfill = decodeRecords(sampleRecords(BACKFILLED, 3600));
  const columns = toColumns(backfill);
  const insert = (rows: number) => async () => {
    const db = createPlainRows(place("plain"));
    const run = await timed(
      `plain rows, ${rows} a statement`,
      BACKFILLED,
      () => insertPlainRows(db, columns, rows),
    );
    db.close();
    return run;
  };
  print(
    await compare("Backfill, from decoded events to the file", "positions", {
      ours: async () => {
        const db = projection("backfill");
        const run = await timed(
          "applyEvent() and commit()",
          BACKFILLED,
          () => commitAll(db, backfill),
        );
        db.close();
        return run;
      },
      one: insert(1),
      fifty: insert(50),
    }),
    "1 million/s or more",
  );

  const live = decodeRecords(sampleRecords(LIVE, 1));
  const eachAlone = async (
    label: string,
    open: (db: Sqlite) => LiveWriter,
  ) => {
    const db = projection("live");
    const writer = open(db);
    const changes = new ChangeSet();
    const run = await timed(label, LIVE, () => {
      for (const event of live) {
        addEvent(changes, event);
        writer.commit(changes.take(), event.timeMs);
      }
    });
    db.close();
    return run;
  };
  print(
    await compare("Live, a commit a position", "commits", {
      ours: () =>
        eachAlone("commit()", (db) => new ProjectionWriter(db, ["*"])),
      plain: () =>
        eachAlone(
          "the same transaction, plain INSERT",
          (db) => new PlainWriter(db),
        ),
    }),
    "none; as many as before",
  );
}

function commitAll(db: Sqlite, events: readonly DecodedEvent[]): void {
  const writer = new ProjectionWriter(db, ["*"]);
  const changes = new ChangeSet();
  const nowMs = START_MS + 100 * DAY_MS;
  for (const event of events) {
    addEvent(changes, event);
    if (changes.positions >= POSITIONS_A_COMMIT) {
      writer.commit(changes.take(), nowMs);
    }
  }
  writer.commit(changes.take(), nowMs);
}

function toColumns(events: readonly DecodedEvent[]): PositionColumns {
  const changes = new ChangeSet();
  for (const event of events) addEvent(changes, event);
  const { rows } = changes.take();
  const columns = createColumns(rows.timeMs.length);
  columns.timeMs.set(rows.timeMs);
  columns.latitudeE6.set(rows.latitudeE6);
  columns.longitudeE6.set(rows.longitudeE6);
  columns.altitudeE4.set(rows.altitudeE4);
  return columns;
}
