import {
  type ElementSetRecorded,
  toElementSet,
} from "../../shared/events/element_set_recorded.ts";
import { ELEMENT_SET_COLUMNS } from "../../shared/projection/element_sets/stored_element_set.ts";
import type { Sqlite, Statement } from "../../shared/sqlite.ts";
import type { ElementSet } from "../../tle/element_set.ts";

const names = Object.keys(ELEMENT_SET_COLUMNS);
/** Of several arrivals the least by these is kept: the one received first. */
const deciding = ["received_ms", "source", ...names];

/** Writes element sets; belongs inside the projector's transaction. */
export class ElementSetWriter {
  readonly #upsert: Statement;
  readonly #noteNewest: Statement;
  readonly #epochUs;
  readonly #forgetAudit: Statement;

  constructor(db: Sqlite) {
    const values = Object.values(ELEMENT_SET_COLUMNS).map((name) => `@${name}`);
    const excluded = names.map((name) => `excluded.${name}`);
    this.#upsert = db.prepare(`
      INSERT INTO element_sets (ref, ${names.join(", ")})
      VALUES (@ref, ${values.join(", ")})
      ON CONFLICT DO UPDATE SET (${names.join(", ")}) = (${excluded.join(", ")})
      WHERE (${deciding.map((name) => comparable(`excluded.${name}`))}) <
        (${deciding.map(comparable)})`);
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
