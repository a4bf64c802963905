import { checksumOf } from "../../shared/projection/content_checksum.ts";
import {
  decodeMinutes,
  encodeMinutes,
} from "../../shared/projection/codec/minute_codec.ts";
import type { HourColumns } from "../../shared/projection/hour_columns.ts";
import { summarizeHour } from "../../shared/projection/hour_summary.ts";
import type { Projection } from "../../shared/projection/projection.ts";
import {
  DamagedHour,
  type StoredHour,
} from "../../shared/projection/store/stored_hour.ts";
import { findUnlike } from "./find_unlike.ts";

export interface AuditedHour {
  /** Null where it cannot be read. */
  readonly content: HourColumns | null;
  /** What of all that is kept of it does not fit together. */
  readonly faults: readonly string[];
}

/**
 * Reads an hour and compares what is kept beside its positions, the checksum
 * and what they are in short, with the positions themselves. For one state of
 * the database.
 */
export function auditHour(
  projection: Projection,
  hour: StoredHour,
): AuditedHour {
  try {
    const content = projection.positions.content(hour);
    return { content, faults: faultsOf(projection, hour, content) };
  } catch (error) {
    if (!(error instanceof DamagedHour)) throw error;
    return { content: null, faults: [error.message] };
  }
}

function faultsOf(
  projection: Projection,
  hour: StoredHour,
  content: HourColumns,
): string[] {
  if (hour.sealed === null) return [];
  const summary = summarizeHour(content);
  const checksum = checksumOf(projection, content);
  const faults = findUnlike(hour.sealed, { checksum, ...summary });
  const minutes = encodeMinutes(content);
  const made = JSON.stringify(minutes && decodeMinutes(minutes));
  try {
    const kept = JSON.stringify(projection.positions.minutes(hour));
    if (kept !== made) {
      faults.push("its minutes are not those of the positions that it holds");
    }
  } catch (error) {
    if (!(error instanceof DamagedHour)) throw error;
    faults.push(`its minutes: ${error.message}`);
  }
  return faults;
}
