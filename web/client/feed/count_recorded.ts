import type { Moment } from "./moment.ts";
import type { Recording } from "./recording.ts";
import type { SatelliteRecord } from "./satellite_record.ts";

/** How many samples a range has, and would have without gaps. */
export interface RecordedCount {
  samples: number;
  expected: number | null;
}

/**
 * Returns how much of what is shown was recorded, or null while that is unknown.
 *
 * Live, only whole buckets are counted, as many as the window has: so the
 * answer stands still between them, and 3,600 means 3,600. Where nothing was
 * recorded yet as the window begins, all of it is counted: of a longer window
 * there is never less.
 */
export function countRecorded(
  recording: Recording,
  record: SatelliteRecord,
  moment: Moment,
): RecordedCount | null {
  if (recording.overview && record.total !== null) {
    const { fromMs, toMs } = recording.overview;
    return count(record, record.total, Math.min(toMs, moment.nowMs) - fromMs);
  }
  if (!recording.counted) return null;
  const { range } = moment;
  const { window } = record;
  const { bucketMs } = window;
  const edgeMs = Math.floor(range.fromMs / bucketMs) * bucketMs;
  const edge = { fromMs: edgeMs, toMs: edgeMs + bucketMs };
  if (window.samplesIn(edge) === 0) {
    const samples = window.samplesIn({ fromMs: edge.toMs, toMs: Infinity });
    return count(record, samples, range.toMs - range.fromMs);
  }
  // A bucket is whole once a frame of the next has come; where none comes, by the clock.
  const reachedMs = recording.phase === "behind"
    ? range.toMs
    : recording.newestMs ?? range.toMs;
  const toMs = Math.floor(reachedMs / bucketMs) * bucketMs;
  const buckets = Math.floor((range.toMs - range.fromMs) / bucketMs);
  const fromMs = toMs - buckets * bucketMs;
  const samples = window.samplesIn({ fromMs, toMs });
  return count(record, samples, toMs - fromMs);
}

function count(
  record: SatelliteRecord,
  samples: number,
  lengthMs: number,
): RecordedCount {
  const expected = record.stepMs && Math.round(lengthMs / record.stepMs);
  // More than one sample a step means that the step has changed on the way.
  return {
    samples,
    expected: expected && expected >= samples ? expected : null,
  };
}
