import type { Context } from "hono";
import { accepts } from "hono/accepts";

/** The media type of each format; its name is what `format` takes. */
const MEDIA_TYPES = {
  json: "application/json",
  csv: "text/csv",
  ics: "text/calendar",
} as const;

export type PassesFormat = keyof typeof MEDIA_TYPES;

export function contentTypeOf(format: PassesFormat): string {
  return `${MEDIA_TYPES[format]}${format === "json" ? "" : "; charset=utf-8"}`;
}

/** The format that a client's `Accept` asks for, by default JSON. */
export function acceptedPassesFormat(c: Context): PassesFormat {
  const formats = Object.keys(MEDIA_TYPES) as PassesFormat[];
  const type = accepts(c, {
    header: "Accept",
    supports: formats.map((format) => MEDIA_TYPES[format]),
    default: MEDIA_TYPES.json,
  });
  return formats.find((format) => MEDIA_TYPES[format] === type)!;
}
