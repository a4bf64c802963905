import { DAY_MS } from "../shared/projection/time_range.ts";
import type { History } from "./history.ts";
import { printLine, printTitle } from "./measure.ts";

/** Prints what a position takes on disk, everything included. */
export function printHistorySize(history: History): void {
  const { path, plainPath, plainRange, positions } = history;
  const rows = (plainRange.toMs - plainRange.fromMs) / 1000;
  const ours = sizeOf(path) / positions;
  const plain = sizeOf(plainPath) / rows;
  printTitle(
    `Room of ${positions.toLocaleString("en")} positions, ` +
      `${history.days} days`,
    "5 bytes or less a position",
  );
  const inAll = Math.round(sizeOf(path) / 1e6).toLocaleString("en");
  printLine(
    "projection, with all that is in the file",
    ours.toFixed(2),
    `bytes a position   (${inAll} MB)`,
  );
  printLine(
    `plain rows, ${rows / (DAY_MS / 1000)} days of them`,
    plain.toFixed(2),
    "bytes a position",
  );
  printLine("ratio", (plain / ours).toFixed(1), "times as many fit");
}

/** Of a database that was closed with its write-ahead log written into it. */
function sizeOf(path: string): number {
  return Deno.statSync(path).size;
}
