import { formatInstant, formatInstantUs } from "../../shared/instant.ts";
import { printableCell } from "../../shared/printable.ts";
import type { SatelliteSummary } from "./summarize_sets.ts";

const TITLES = [
  "NUMBER",
  "NAME",
  "SETS",
  "FIRST EPOCH",
  "LAST EPOCH",
  "RECEIVED",
  "FROM",
];

/** Writes what the log holds as a table for people, a line a satellite. */
export function describeSummaries(
  summaries: readonly SatelliteSummary[],
): string {
  if (summaries.length === 0) return "There are no element sets";
  const rows = [TITLES, ...summaries.map(toRow)];
  const widths = TITLES.map((_, i) =>
    rows.reduce((most, row) => Math.max(most, row[i]!.length), 0)
  );
  return rows.map((row) =>
    row.map((cell, i) => cell.padEnd(widths[i]!)).join("  ").trimEnd()
  ).join("\n");
}

function toRow(summary: SatelliteSummary): string[] {
  return [
    String(summary.noradId),
    printableCell(summary.name ?? ""),
    summary.sets.toLocaleString("en"),
    toSecond(formatInstantUs(summary.firstEpochUs)),
    toSecond(formatInstantUs(summary.lastEpochUs)),
    toSecond(formatInstant(summary.lastReceivedMs)),
    printableCell(summary.lastSource),
  ];
}

/** The same as JSON for programs. */
export function summariesJson(summaries: readonly SatelliteSummary[]): string {
  return JSON.stringify(summaries.map((summary) => ({
    norad_id: summary.noradId,
    name: summary.name,
    sets: summary.sets,
    first_epoch: formatInstantUs(summary.firstEpochUs),
    last_epoch: formatInstantUs(summary.lastEpochUs),
    last_received_at: formatInstant(summary.lastReceivedMs),
    last_source: summary.lastSource,
  })));
}

function toSecond(instant: string): string {
  return instant.replace(/\.\d+Z$/, "Z");
}
