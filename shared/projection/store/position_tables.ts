import type { Sqlite } from "../../sqlite.ts";
import { MINUTE_MS } from "../time_range.ts";

/** So much time is a slot: an hour is a whole number of them. */
export const SLOT_MS = 5 * MINUTE_MS;

// An hour that is not over is rows, one a position, and one in `open_hours`,
// by which it is found. An hour that is over is sealed: one row in `hours`,
// which says in short what it holds, and one in `sealed` with all of it. No
// hour is both. The first table is what others may want to look into; its
// view has degrees, km and names.
//
// Rows are kept by slot, then by satellite: what comes at the same time from
// many satellites lies together, on few pages, and so does what one of them
// brings each second.
//
// `slot`, `hour` and `day` count from 1970, UTC. An element set of 0 is none.
const TABLES = `
  CREATE TABLE positions (
    topic_ref INTEGER NOT NULL,
    slot INTEGER NOT NULL,
    norad_id INTEGER NOT NULL,
    time_ms INTEGER NOT NULL,
    latitude_e6 INTEGER NOT NULL,
    longitude_e6 INTEGER NOT NULL,
    altitude_e4 INTEGER NOT NULL,
    origin INTEGER NOT NULL,
    element_set_ref INTEGER NOT NULL,
    partition INTEGER NOT NULL,
    offset INTEGER NOT NULL,
    sample INTEGER NOT NULL,
    PRIMARY KEY (topic_ref, slot, norad_id, time_ms)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE open_hours (
    norad_id INTEGER NOT NULL,
    topic_ref INTEGER NOT NULL,
    hour INTEGER NOT NULL,
    PRIMARY KEY (norad_id, topic_ref, hour)
  ) STRICT, WITHOUT ROWID;

  CREATE VIEW open_positions AS SELECT
    norad_id,
    topics.name AS topic,
    strftime('%Y-%m-%dT%H:%M:%fZ', time_ms / 1000.0, 'unixepoch') AS time,
    latitude_e6 / 1e6 AS latitude_deg,
    longitude_e6 / 1e6 AS longitude_deg,
    altitude_e4 / 1e4 AS altitude_km,
    iif(origin = 0, 'live', 'backfill') AS origin,
    element_set_refs.id AS element_set,
    partition, offset, sample
  FROM positions
    JOIN topics ON topics.ref = topic_ref
    LEFT JOIN element_set_refs ON element_set_refs.ref = element_set_ref;

  CREATE TABLE hours (
    norad_id INTEGER NOT NULL,
    topic_ref INTEGER NOT NULL,
    hour INTEGER NOT NULL,
    samples INTEGER NOT NULL,
    first_ms INTEGER NOT NULL,
    first_latitude_e6 INTEGER NOT NULL,
    first_longitude_e6 INTEGER NOT NULL,
    first_altitude_e4 INTEGER NOT NULL,
    altitude_min_e4 INTEGER NOT NULL,
    altitude_max_e4 INTEGER NOT NULL,
    last_ms INTEGER NOT NULL,
    longest_step_ms INTEGER NOT NULL,
    -- Of its last samples; null where it has too few.
    step_ms INTEGER,
    -- Of what it holds, as hour_checksum.ts has it.
    checksum TEXT NOT NULL,
    -- The commit that sealed it as it is.
    revision INTEGER NOT NULL,
    PRIMARY KEY (norad_id, topic_ref, hour)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE sealed (
    norad_id INTEGER NOT NULL,
    topic_ref INTEGER NOT NULL,
    hour INTEGER NOT NULL,
    minutes BLOB,
    samples BLOB NOT NULL,
    UNIQUE (norad_id, topic_ref, hour)
  ) STRICT;

  -- What is in hours, a day at a time.
  CREATE TABLE days (
    norad_id INTEGER NOT NULL,
    topic_ref INTEGER NOT NULL,
    day INTEGER NOT NULL,
    samples INTEGER NOT NULL,
    first_ms INTEGER NOT NULL,
    first_latitude_e6 INTEGER NOT NULL,
    first_longitude_e6 INTEGER NOT NULL,
    first_altitude_e4 INTEGER NOT NULL,
    altitude_min_e4 INTEGER NOT NULL,
    altitude_max_e4 INTEGER NOT NULL,
    last_ms INTEGER NOT NULL,
    -- Also from one hour to the next.
    longest_step_ms INTEGER NOT NULL,
    PRIMARY KEY (norad_id, topic_ref, day)
  ) STRICT, WITHOUT ROWID;
`;

export function createPositionTables(db: Sqlite): void {
  db.exec(TABLES);
}
