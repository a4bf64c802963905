import type { Sqlite } from "../../sqlite.ts";

// Numbers are those that were published, so that a set comes out as it went
// in. `ref` is that of element_set_refs, which has the id: positions may name
// a set before it arrives. The order of arrival gives the refs, so whatever
// must be the same in two rebuilds goes by epoch and id.
const TABLE = `
  CREATE TABLE element_sets (
    ref INTEGER PRIMARY KEY,
    norad_id INTEGER NOT NULL,
    epoch_us INTEGER NOT NULL,
    name TEXT,
    international_designator TEXT,
    classification TEXT NOT NULL,
    mean_motion REAL NOT NULL,
    eccentricity REAL NOT NULL,
    inclination_deg REAL NOT NULL,
    right_ascension_deg REAL NOT NULL,
    argument_of_pericenter_deg REAL NOT NULL,
    mean_anomaly_deg REAL NOT NULL,
    bstar REAL NOT NULL,
    mean_motion_dot REAL NOT NULL,
    mean_motion_ddot REAL NOT NULL,
    ephemeris_type INTEGER NOT NULL,
    element_set_number INTEGER NOT NULL,
    revolution_at_epoch INTEGER NOT NULL,
    source TEXT NOT NULL,
    received_ms INTEGER NOT NULL
  ) STRICT;

  CREATE INDEX element_sets_by_epoch ON element_sets (norad_id, epoch_us);
  CREATE INDEX element_sets_by_arrival
    ON element_sets (norad_id, received_ms, epoch_us);

  -- Of each satellite the set with the latest epoch, and of those the largest
  -- id: by it all satellites are found of which elements are known.
  CREATE TABLE newest_element_sets (
    norad_id INTEGER PRIMARY KEY,
    ref INTEGER NOT NULL
  ) STRICT;
`;

export function createElementSetTable(db: Sqlite): void {
  db.exec(TABLE);
}
