import { join } from "node:path";
import { applyBatch } from "../projector/apply_batch.ts";
import { ChangeSet } from "../projector/writing/change_set.ts";
import { openWriter } from "../projector/writing/open_for_writing.ts";
import { createInUse } from "../projector/testdata/create_in_use.ts";
import { ProjectionWriter } from "../projector/writing/projection_writer.ts";
import { ProjectionInUse } from "../shared/projection/projection.ts";
import { readPositions } from "../shared/projection/read_positions.ts";
import { readRecordings } from "../shared/projection/recordings.ts";
import {
  DAY_MS,
  HOUR_MS,
  type TimeRangeMs,
} from "../shared/projection/time_range.ts";
import { createPlainRows, insertPlainRows } from "./plain_rows.ts";
import { sampleRecords, START_MS } from "./sample_events.ts";

export const NORAD_ID = 25994;
export const TOPIC = "terra_topic";

/** More than the hours that a reader keeps decoded, 555 of them. */
const MOST_PLAIN_DAYS = 31;
const SAMPLES_AN_EVENT = 3600;
const POSITIONS_A_COMMIT = 50_000;
const TELL_MS = 15_000;

/** By then all hours are over, so that all of them are sealed. */
const WRITTEN_MS = START_MS + HOUR_MS;

/** Days of one satellite, a position a second, as a projection and as rows. */
export interface History {
  readonly days: number;
  readonly positions: number;
  readonly range: TimeRangeMs;
  /** Where the projection is. */
  readonly link: string;
  readonly path: string;
  /** The last of it as plain rows, and from when on. */
  readonly plainPath: string;
  readonly plainRange: TimeRangeMs;
}

/** Makes a history of as many days, from events as they are read. */
export async function makeHistory(
  folder: string,
  days: number,
): Promise<History> {
  const link = join(folder, "history.db");
  const plainPath = join(folder, "plain.db");
  const path = await createInUse(link, WRITTEN_MS);
  const toMs = START_MS;
  const range = { fromMs: toMs - days * DAY_MS, toMs };
  const positions = days * 86_400;
  fill(path, positions, range.fromMs);
  const plainDays = Math.min(days, MOST_PLAIN_DAYS);
  const plainRange = { fromMs: toMs - plainDays * DAY_MS, toMs };
  console.log(`  and the last ${plainDays} days as plain rows`);
  fillPlainRows(link, plainPath, plainRange);
  return {
    days,
    positions,
    range,
    link,
    path,
    plainPath,
    plainRange,
  };
}

/** Fills a projection as the projector does. */
function fill(path: string, positions: number, fromMs: number): void {
  const db = openWriter(path);
  const writer = new ProjectionWriter(db, ["*"]);
  const changes = new ChangeSet();
  let offset = 0;
  let told = performance.now();
  for (const record of sampleRecords(positions, SAMPLES_AN_EVENT, fromMs)) {
    const records = [{ ...record, offset: offset++ }];
    applyBatch(
      changes,
      { kind: "records", topic: TOPIC, partition: 0, records },
      { nextOffset: 0, topicSatellites: new Map() },
    );
    if (changes.positions >= POSITIONS_A_COMMIT) {
      writer.commit(changes.take(), WRITTEN_MS);
    }
    if (performance.now() - told > TELL_MS) {
      told = performance.now();
      const made = offset * SAMPLES_AN_EVENT / positions;
      console.log(`  ${Math.floor(made * 100)} % of the events are applied`);
    }
  }
  writer.commit(changes.take(), WRITTEN_MS);
  db.pragma("wal_checkpoint(TRUNCATE)");
  db.close();
}

function fillPlainRows(link: string, path: string, range: TimeRangeMs): void {
  const projections = new ProjectionInUse(link);
  const plain = createPlainRows(path);
  {
    using lease = projections.lease();
    const { projection } = lease;
    const recordings = readRecordings(projection).get(NORAD_ID)!;
    const columns = readPositions(projection, recordings, {
      ...range,
      limit: Infinity,
    });
    insertPlainRows(plain, columns, 50);
  }
  plain.pragma("wal_checkpoint(TRUNCATE)");
  plain.close();
  projections.close();
}
