import { formatInstant } from "../../shared/instant.ts";
import { describeFault } from "./fault.ts";
import type { Verified } from "./verify_projection.ts";

/** Which projection was verified, and how. */
export interface VerifySubject {
  readonly path: string;
  /** From which the sample follows; null where all was compared. */
  readonly seed: number | null;
}

/** What was found, for programs; all names have their units. */
export function verifyReport(
  { path, seed }: VerifySubject,
  { counts, hours, comparedHours, faults }: Verified,
) {
  const { partitions, topics } = counts;
  const { sealedHours, openHours, positions, unknown, largest } = hours;
  return {
    projection: path,
    is_sound: faults.length === 0,
    partitions: partitions.map((counted) => ({
      topic: counted.topic,
      partition: counted.partition,
      next_offset: counted.nextOffset,
      records_read: counted.recordsRead,
      records_applied: counted.recordsApplied,
      dead_letters: counted.deadLetters,
      positions_decoded: counted.positionsDecoded,
    })),
    topics: topics.map((counted) => ({
      topic: counted.topic,
      positions_decoded: counted.positionsDecoded,
      positions_stored: counted.positionsStored,
      positions_superseded: counted.positionsSuperseded,
    })),
    log: { compared_hours: comparedHours, is_sample: seed !== null, seed },
    hours: { sealed_hours: sealedHours, open_hours: openHours },
    propagation: {
      positions,
      positions_without_known_elements: unknown,
      largest_error_m: largest?.errorM ?? null,
      largest_error_at: largest && {
        norad_id: largest.noradId,
        topic: largest.topic,
        time: formatInstant(largest.timeMs),
      },
    },
    faults: faults.map((fault) => ({
      check: fault.check,
      topic: fault.topic,
      partition: fault.partition ?? null,
      norad_id: fault.noradId ?? null,
      [fault.span === "day" ? "day" : "hour"]: fault.fromMs === undefined
        ? null
        : formatInstant(fault.fromMs),
      message: describeFault(fault),
    })),
  };
}
