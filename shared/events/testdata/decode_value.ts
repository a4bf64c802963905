import { decodeEvent, type Event } from "../event.ts";

/** Reads an event that needs nothing but its record's value. */
export function decodeValue(value: Uint8Array | null): Event {
  const source = { topic: "any_topic", satellite: null };
  return decodeEvent({ value, timestampMs: 0 }, source);
}
