import { preparedOnce } from "../../sqlite.ts";
import type { ElementSetPlace } from "../element_sets/read_element_sets.ts";
import type { Projection } from "../projection.ts";
import { decodePredictions } from "./audit_codec.ts";
import type { StoredAudit } from "./stored_audit.ts";

/** So many are read at a time, which takes some 2 ms. */
const ROWS_AT_ONCE = 200;

interface Row extends ElementSetPlace {
  readonly ofSets: Uint8Array;
  readonly ofRecorded: Uint8Array;
}

const someFrom = preparedOnce((db) =>
  db.prepare<(number | string)[], Row>(`
    SELECT id, epoch_us AS epochUs, of_sets AS ofSets,
      of_recorded AS ofRecorded
    FROM audits JOIN element_set_refs USING (ref)
    WHERE norad_id = +? AND epoch_us >= +? AND epoch_us < +?
      AND (epoch_us > +? OR id >= ?)
    ORDER BY epoch_us, id LIMIT ${ROWS_AT_ONCE}`)
);

/**
 * The audits of one satellite by the epochs of the sets that tell the truth,
 * earliest first, those left out that found nothing to compare.
 *
 * @param range.from The first of them.
 * @param range.toMs Of epochs, exclusive.
 */
export function* readAudits(
  { db }: Pick<Projection, "db">,
  noradId: number,
  range: { readonly from: ElementSetPlace; readonly toMs: number },
): Generator<StoredAudit> {
  const toUs = range.toMs * 1000;
  let { epochUs, id } = range.from;
  for (let isFirst = true;; isFirst = false) {
    const rows = someFrom(db).all(noradId, epochUs, toUs, epochUs, id);
    // Others begin with the last one of those before.
    for (const row of isFirst ? rows : rows.slice(1)) {
      const predictions = [
        ...decodePredictions(row.ofSets, "set"),
        ...decodePredictions(row.ofRecorded, "recorded"),
      ];
      if (predictions.length === 0) continue;
      yield { id: row.id, epochUs: row.epochUs, predictions };
    }
    if (rows.length < ROWS_AT_ONCE) return;
    ({ epochUs, id } = rows.at(-1)!);
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
