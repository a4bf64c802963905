import type { ElementSetRecorded } from "../../shared/events/element_set_recorded.ts";
import { toElementSet } from "../../shared/events/element_set_recorded.ts";
import type { ElementSet } from "../../tle/element_set.ts";
import type { Sqlite, Statement } from "../../shared/sqlite.ts";

/** All columns but `ref`; the first of them decide which arrival is kept. */
const COLUMNS = {
  received_ms: "receivedMs",
  source: "source",
  epoch_us: "epochUs",
  norad_id: "noradId",
  name: "name",
  international_designator: "internationalDesignator",
  classification: "classification",
  mean_motion: "meanMotion",
  eccentricity: "eccentricity",
  inclination_deg: "inclinationDeg",
  right_ascension_deg: "rightAscensionDeg",
  argument_of_pericenter_deg: "argumentOfPericenterDeg",
  mean_anomaly_deg: "meanAnomalyDeg",
  bstar: "bstar",
  mean_motion_dot: "meanMotionDot",
  mean_motion_ddot: "meanMotionDdot",
  ephemeris_type: "ephemerisType",
  element_set_number: "elementSetNumber",
  revolution_at_epoch: "revolutionAtEpoch",
} as const;

const names = Object.keys(COLUMNS);

/** Writes element sets; belongs inside the projector's transaction. */
export class ElementSetWriter {
  readonly #upsert: Statement;
  readonly #noteNewest: Statement;
  readonly #epochUs;
  readonly #forgetAudit: Statement;

  constructor(db: Sqlite) {
    const values = Object.values(COLUMNS).map((name) => `@${name}`);
    const excluded = names.map((name) => `excluded.${name}`);
    this.#upsert = db.prepare(`
      INSERT INTO element_sets (ref, ${names.join(", ")})
      VALUES (@ref, ${values.join(", ")})
      ON CONFLICT DO UPDATE SET (${names.join(", ")}) = (${excluded.join(", ")})
      WHERE (${excluded.map(comparable).join(", ")}) <
        (${names.map(comparable).join(", ")})`);
    this.#noteNewest = db.prepare(`
      INSERT OR REPLACE INTO newest_element_sets
      SELECT norad_id, ref FROM element_sets JOIN element_set_refs USING (ref)
      WHERE norad_id = +? ORDER BY epoch_us DESC, id DESC LIMIT 1`);
    this.#epochUs = db.prepare<[number], number>(
      "SELECT epoch_us FROM element_sets WHERE ref = +?",
    ).pluck();
    this.#forgetAudit = db.prepare(
      "DELETE FROM audits WHERE norad_id = +? AND epoch_us = +? AND ref = +?",
    );
  }

  /**
   * Writes a set under the row that its id has. One that comes again keeps its
   * first arrival; of several at one time, which one is kept does not depend
   * on their order.
   *
   * @returns The set, where it changes anything; else null.
   */
  write(event: ElementSetRecorded, ref: number): ElementSet | null {
    const set = toElementSet(event);
    const knownUs = this.#epochUs.get(ref);
    const { changes } = this.#upsert.run({
      ...set,
      ref,
      source: event.source,
      receivedMs: Date.parse(event.received_at),
    });
    if (changes === 0) return null;
    // An OMM's epoch has more digits than a TLE's, which make no other set.
    if (knownUs !== undefined && knownUs !== set.epochUs) {
      this.#forgetAudit.run(set.noradId, knownUs, ref);
    }
    this.#noteNewest.run(set.noradId);
    return set;
  }
}

/** Null compares with nothing. */
function comparable(column: string): string {
  return `coalesce(${column}, '')`;
}
