import { encodeBinary } from "./encode_binary.ts";
import { encodeRows } from "./encode_rows.ts";
import { csvLayout, ndjsonLayout } from "./row_layouts.ts";
import type { PositionsPart } from "./satellite_positions.ts";

/** The media type of each format; its name is what `format` takes. */
export const MEDIA_TYPES = {
  json: "application/json",
  csv: "text/csv",
  ndjson: "application/x-ndjson",
  binary: "application/vnd.groundtrack.positions",
} as const;

export type PositionsFormat = keyof typeof MEDIA_TYPES;

/** Formats that go on for as long as there are positions. */
export type StreamedFormat = Exclude<PositionsFormat, "json">;

/** The format of a media type that a client accepts, of any of its names. */
export const ACCEPTED: Readonly<Record<string, PositionsFormat>> = {
  [MEDIA_TYPES.json]: "json",
  [MEDIA_TYPES.csv]: "csv",
  [MEDIA_TYPES.ndjson]: "ndjson",
  "application/ndjson": "ndjson",
  [MEDIA_TYPES.binary]: "binary",
  "application/octet-stream": "binary",
};

/** Writes positions in a format, piece by piece, some of them empty. */
export function encodeParts(
  parts: Iterable<PositionsPart>,
  format: StreamedFormat,
  { isThinned }: { readonly isThinned: boolean },
): Generator<Uint8Array<ArrayBuffer>> {
  switch (format) {
    case "csv":
      return encodeRows(parts, csvLayout(isThinned));
    case "ndjson":
      return encodeRows(parts, ndjsonLayout(isThinned));
    case "binary":
      return encodeBinary(parts);
    default:
      return format satisfies never;
  }
}
