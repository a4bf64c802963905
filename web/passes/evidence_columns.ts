import type { CsvColumn } from "../encode_csv.ts";
import type { ExpectedErrorJson } from "../expected_error.ts";
import type { ElementSetInUseJson } from "./set_in_use.ts";

interface Evidence {
  readonly element_set: ElementSetInUseJson | null;
  readonly expected_timing_error_s: ExpectedErrorJson | null;
}

/** What times rest on, and how far off they may be. */
export const EVIDENCE_COLUMNS: readonly CsvColumn<Evidence>[] = [
  ["element_set_id", (row) => row.element_set?.id],
  ["element_set_epoch", (row) => row.element_set?.epoch],
  ["element_set_age_hours", (row) => row.element_set?.age_hours],
  [
    "expected_timing_error_s_typical",
    (row) => row.expected_timing_error_s?.typical,
  ],
  ["expected_timing_error_s_p95", (row) => row.expected_timing_error_s?.p95],
  [
    "expected_timing_error_s_basis",
    (row) => row.expected_timing_error_s?.basis,
  ],
];
