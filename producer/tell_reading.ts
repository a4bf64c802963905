import type { ReadResult, RecordBatch } from "../shared/event_log/event_log.ts";
import type { Report } from "./report.ts";

/** Tells people what a reading came upon beside records. */
export function tellReading(
  result: Exclude<ReadResult, RecordBatch>,
  report: Report,
): void {
  const isGood = result.kind === "connection" && result.connected;
  report(result.reason, isGood ? "info" : "warning");
}
