import type { History } from "./history.ts";
import { receive, startHistoryServer } from "./history_processes.ts";
import { compare, print, printLine, printTitle, type Run } from "./measure.ts";

const DAY_MS = 86_400_000;
const MEGABYTE = 1_000_000;

/** What one answer did to the server. */
interface Load {
  readonly format: string;
  readonly heldMs: number;
  readonly beforeMb: number;
  readonly peakMb: number;
  readonly afterMb: number;
}

/** All of a history over HTTP, by processes of their own, on loopback. */
export async function benchHistoryStream(history: History): Promise<void> {
  await using server = await startHistoryServer(history);
  // In a process of its own, so that the memory looked at is that of ours.
  await using rival = await startHistoryServer(history);
  const { fromMs, toMs } = history.range;
  const urlOf = (format: string, sinceMs: number) =>
    `${server.url}/api/v1/positions?from=${sinceMs}&to=${toMs}&format=${format}`;
  const loads: Load[] = [];
  const stream = async (format: "binary" | "ndjson" | "csv"): Promise<Run> => {
    const before = await server.health();
    const { positions, bytes, ms } = await receive(
      urlOf(format, fromMs),
      format,
    );
    const after = await server.health();
    if (positions !== history.positions) {
      throw new Error(`${positions} of ${history.positions} positions came`);
    }
    loads.push({
      format,
      heldMs: after.heldMs,
      beforeMb: before.residentBytes / MEGABYTE,
      peakMb: after.peakResidentBytes / MEGABYTE,
      afterMb: after.residentBytes / MEGABYTE,
    });
    const label = `${format}, ${Math.round(bytes / MEGABYTE)} MB`;
    return { label, count: positions, ms };
  };
  const plain = async (): Promise<Run> => {
    const { positions, ms } = await receive(`${rival.url}/plain`, "ndjson");
    const label = "plain rows as NDJSON, JSON.stringify";
    return { label, count: positions, ms };
  };

  // So that what is kept for good is there before memory is looked at.
  const warmUpMs = Math.max(fromMs, toMs - 62 * DAY_MS);
  for (const format of ["binary", "ndjson", "csv"] as const) {
    await receive(urlOf(format, warmUpMs), format);
  }
  print(
    await compare(
      `All ${history.days} days raw, over HTTP`,
      "positions",
      { ours: () => stream("binary"), plain },
    ),
    "10 million/s or more as binary",
  );
  print(
    await compare("The same as text", "positions", {
      ours: () => stream("ndjson"),
      plain,
    }),
  );
  print(
    await compare("The same as CSV", "positions", {
      ours: () => stream("csv"),
      plain,
    }),
  );
  printLoads(loads);
}

function printLoads(loads: readonly Load[]): void {
  printTitle(
    "The server meanwhile: event loop held at most, resident memory",
    "held less than 20 ms; memory stays as it is",
  );
  for (const { format, heldMs, beforeMb, peakMb, afterMb } of loads) {
    printLine(
      format,
      heldMs.toFixed(1),
      `ms   ${beforeMb.toFixed(0)} MB before, ${peakMb.toFixed(0)} MB at ` +
        `most, ${afterMb.toFixed(0)} MB after`,
    );
  }
}
