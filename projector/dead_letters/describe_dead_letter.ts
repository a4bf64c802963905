import { formatLogPosition } from "../../shared/event_log/log_position.ts";
import { formatAnyInstant } from "../../shared/instant.ts";
import { printableLine, printableText } from "../../shared/printable.ts";
import type { StoredDeadLetter } from "../../shared/projection/read_dead_letters.ts";
import { readUtf8 } from "../../shared/read_utf8.ts";
import { hexDump } from "./hex_dump.ts";

/** Writes all of a dead letter for people, its value last. */
export function describeDeadLetter(
  { at, timestampMs, key, reason, value }: StoredDeadLetter,
): string {
  const time = formatAnyInstant(timestampMs) ??
    `${timestampMs} ms since 1970, which is no date`;
  return [
    `LOG POSITION  ${formatLogPosition(at)}`,
    `TIME          ${time}`,
    `KEY           ${printableLine(JSON.stringify(key))}`,
    `REASON        ${printableLine(reason)}`,
    ...describeValue(value),
  ].join("\n");
}

function describeValue(value: Uint8Array | null): string[] {
  if (value === null) return ["VALUE         null"];
  const bytes = value.length === 1 ? "1 byte" : `${value.length} bytes`;
  const text = readUtf8(value);
  const kind = text === null ? "not UTF-8" : "UTF-8";
  const shown = text === null ? hexDump(value) : printableText(text);
  return [`VALUE         ${bytes}, ${kind}`, "", shown];
}
