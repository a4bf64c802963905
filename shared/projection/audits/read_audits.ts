import { preparedOnce } from "../../sqlite.ts";
import type { Projection } from "../projection.ts";
import { decodePredictions } from "./audit_codec.ts";
import type { StoredAudit } from "./stored_audit.ts";

/** So many are read at a time, which takes some 2 ms. */
const ROWS_AT_ONCE = 200;

/** Where an audit stands among those of a satellite: by its set. */
export interface AuditPlace {
  readonly epochUs: number;
  /** "" is before all of an epoch. */
  readonly id: string;
}

interface Row extends AuditPlace {
  readonly ofSets: Uint8Array;
  readonly ofRecorded: Uint8Array;
}

const someFrom = preparedOnce((db) =>
  db.prepare<(number | string)[], Row>(`
    SELECT id, epoch_us AS epochUs, of_sets AS ofSets,
      of_recorded AS ofRecorded
    FROM audits JOIN element_set_refs USING (ref)
    WHERE norad_id = +? AND epoch_us >= ? AND epoch_us < ?
      AND (epoch_us, id) > (?, ?)
    ORDER BY epoch_us, id LIMIT ${ROWS_AT_ONCE}`)
);

/**
 * The audits of one satellite by the epochs of the sets that tell the truth,
 * earliest first, those left out that found nothing to compare.
 *
 * @param range.after Begins behind that place.
 * @param range.toMs Of epochs, exclusive.
 */
export function* readAudits(
  { db }: Pick<Projection, "db">,
  noradId: number,
  range: { readonly after: AuditPlace; readonly toMs: number },
): Generator<StoredAudit> {
  const toUs = range.toMs * 1000;
  let after = range.after;
  for (;;) {
    const rows = someFrom(db).all(
      noradId,
      after.epochUs,
      toUs,
      after.epochUs,
      after.id,
    );
    for (const { id, epochUs, ofSets, ofRecorded } of rows) {
      const predictions = [
        ...decodePredictions(ofSets, "set"),
        ...decodePredictions(ofRecorded, "recorded"),
      ];
      if (predictions.length > 0) yield { id, epochUs, predictions };
    }
    if (rows.length < ROWS_AT_ONCE) return;
    after = rows.at(-1)!;
  }
}

const idOf = preparedOnce((db) =>
  db.prepare<[number], string>(
    "SELECT id FROM element_set_refs WHERE ref = +?",
  ).pluck()
);

/** The id of the element set that predicted. */
export function predictedById(
  { db }: Pick<Projection, "db">,
  predictedByRef: number,
): string {
  return idOf(db).get(predictedByRef)!;
}
