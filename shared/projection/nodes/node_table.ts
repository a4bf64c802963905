import type { Sqlite } from "../../sqlite.ts";

// What a crossing rests on is a topic where it was recorded, else an element
// set. Small, as a whole catalogue has half a million a day.
const TABLE = `
  CREATE TABLE node_crossings (
    norad_id INTEGER NOT NULL,
    time_ms INTEGER NOT NULL,
    is_ascending INTEGER NOT NULL,
    longitude_e6 INTEGER NOT NULL,
    altitude_e4 INTEGER NOT NULL,
    revolution INTEGER,
    topic_ref INTEGER,
    element_set_ref INTEGER,
    PRIMARY KEY (norad_id, time_ms)
  ) STRICT, WITHOUT ROWID;
`;

export function createNodeTable(db: Sqlite): void {
  db.exec(TABLE);
}
