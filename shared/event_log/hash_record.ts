import { createHash } from "node:crypto";
import type { LogRecord } from "./event_log.ts";

/**
 * Tells one record from any other that could stand at its offset: 32 hex
 * digits of SHA-256 over timestamp, key and value.
 */
export function hashRecord(record: LogRecord): string {
  const hash = createHash("sha256");
  hash.update(`${record.timestampMs}|${record.key?.length ?? -1}|`);
  hash.update(record.key ?? "");
  if (record.value !== null) hash.update("|").update(record.value);
  return hash.digest("hex").slice(0, 32);
}
