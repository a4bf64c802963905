import type { ExportedFile } from "../export/export_buttons.ts";
import { nameSpan } from "../export/name_span.ts";
import { writeCsv } from "../export/write_csv.ts";
import type { TimeRange } from "../feed/position_window.ts";
import type { AuditAnswer } from "./contract.ts";

/** Returns the errors by age that the first chart draws, without manoeuvres. */
export function byAgeCsv(
  name: string,
  { percentiles, percentiles_from, percentiles_to }: AuditAnswer,
): ExportedFile {
  const rows = percentiles.flatMap(({ age_days, without_manoeuvres }) => {
    const { pairs, median_s, p95_s } = without_manoeuvres;
    return median_s === null || p95_s === null
      ? []
      : [[age_days, pairs, median_s, p95_s]];
  });
  const columns = ["age_days", "pairs", "median_s", "p95_s"];
  const span = nameSpan(
    Date.parse(percentiles_from),
    Date.parse(percentiles_to),
  );
  return {
    name: `${name} errors by age ${span}`,
    csv: writeCsv(columns, rows),
  };
}

/** Returns the errors over time that the second chart draws, within a range. */
export function historyCsv(
  name: string,
  { audits }: AuditAnswer,
  { fromMs, toMs }: TimeRange,
): ExportedFile {
  const rows = audits.flatMap(({ epoch, predictions }) =>
    predictions.map(({ later_s, manoeuvre_suspected }) => [
      epoch,
      later_s,
      String(manoeuvre_suspected),
    ])
  );
  const columns = ["epoch", "later_s", "manoeuvre_suspected"];
  return {
    name: `${name} errors over time ${nameSpan(fromMs, toMs)}`,
    csv: writeCsv(columns, rows),
  };
}
