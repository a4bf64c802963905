import type { LogRecord } from "../event_log/event_log.ts";
import {
  articleMessageSchema,
  isArticleMessage,
  upcastArticleMessage,
} from "./article_message.ts";
import { DecodeError } from "./decode_error.ts";
import { decodeText } from "./decode_text.ts";
import {
  elementSetFault,
  elementSetRecordedSchema,
} from "./element_set_recorded.ts";
import type { ElementSetRecorded } from "./element_set_recorded.ts";
import type { EventSource } from "./event_source.ts";
import {
  columnsFault,
  lastSampleMs,
  oneSampleSchema,
  positionsRecordedSchema,
} from "./positions_recorded.ts";
import type { PositionsRecorded } from "./positions_recorded.ts";

/** Everything that the log can hold: facts, past and immutable. */
export type Event = PositionsRecorded | ElementSetRecorded;

const encoder = new TextEncoder();

/** Writes an event as a record's value: JSON in UTF-8. */
export function encodeEvent(event: Event): Uint8Array {
  return encoder.encode(JSON.stringify(event));
}

/** The instant that the event's record carries, in ms since 1970. */
export function eventTimestampMs(event: Event): number {
  switch (event.type) {
    case "PositionsRecorded":
      return lastSampleMs(event);
    case "ElementSetRecorded":
      return Date.parse(event.received_at);
    default:
      return event satisfies never;
  }
}

/**
 * Reads the event of a record; one of an old version is given as the present
 * one.
 *
 * @throws {DecodeError} If it is not JSON in UTF-8, of an unknown type or
 * version, if a field is missing, of the wrong type or out of range, or if it
 * rests on its record or source and these do not tell.
 */
export function decodeEvent(
  { value, timestampMs }: Pick<LogRecord, "value" | "timestampMs">,
  source: EventSource,
): Event {
  const json = parseJson(value);
  const { type, version } = json;
  if (type === "PositionsRecorded" && version === 1) {
    const one = oneSampleSchema.safeParse(json);
    if (one.success) return one.data;
    return checked(positionsRecordedSchema.safeParse(json), columnsFault);
  }
  if (type === "ElementSetRecorded" && version === 1) {
    return checked(elementSetRecordedSchema.safeParse(json), elementSetFault);
  }
  if (isArticleMessage(json)) {
    const message = checked(articleMessageSchema.safeParse(json), () => null);
    return upcastArticleMessage(message, timestampMs, source);
  }
  throw new DecodeError(
    "Cannot decode event as its type and version must be known: " +
      `current value is ${quote(type)}, ${quote(version)}`,
  );
}

function parseJson(value: Uint8Array | null): Record<string, unknown> {
  if (value === null) {
    throw new DecodeError("Cannot decode event as its value must not be null");
  }
  let json: unknown;
  try {
    json = JSON.parse(decodeText(value));
  } catch (error) {
    throw new DecodeError(
      `Cannot decode event as it must be JSON in UTF-8: ${
        (error as Error).message
      }`,
      { cause: error },
    );
  }
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    throw new DecodeError(
      `Cannot decode event as it must be a JSON object: current value is ${
        quote(json)
      }`,
    );
  }
  return json as Record<string, unknown>;
}

interface Parsed<T> {
  success: boolean;
  data?: T;
  error?: { issues: { path: PropertyKey[]; message: string }[] };
}

function checked<T>(
  parsed: Parsed<T>,
  faultOf: (event: T) => string | null,
): T {
  const issue = parsed.error?.issues[0];
  const fault = issue !== undefined
    ? `${issue.path.join(".") || "it"} is wrong: ${issue.message}`
    : faultOf(parsed.data!);
  if (fault !== null) {
    throw new DecodeError(`Cannot decode event as ${fault}`);
  }
  return parsed.data!;
}

// Never written out where it has an inside: that may be of any size and depth.
function quote(value: unknown): string {
  if (Array.isArray(value)) return "an array";
  if (typeof value === "object" && value !== null) return "an object";
  return typeof value === "string"
    ? JSON.stringify(value.slice(0, 80))
    : String(value);
}
