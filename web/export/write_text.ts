import { encodeParts } from "../positions/position_formats.ts";
import type { PositionsPart } from "../positions/satellite_positions.ts";

/** Where bytes go; it may take only some of them at a time. */
export interface ByteSink {
  write(bytes: Uint8Array): Promise<number>;
}

/** Writes positions as CSV or NDJSON, as the API gives them. */
export async function writeText(
  parts: Iterable<PositionsPart>,
  { format, sink, signal }: {
    readonly format: "csv" | "ndjson";
    readonly sink: ByteSink;
    readonly signal: AbortSignal;
  },
): Promise<void> {
  for (const piece of encodeParts(parts, format, { isThinned: false })) {
    for (let at = 0; at < piece.length;) {
      at += await sink.write(piece.subarray(at));
    }
    signal.throwIfAborted();
  }
}
