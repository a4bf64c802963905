import { findLag, knowsLogEnds } from "./find_lag.ts";
import { each, type Metric } from "./metrics.ts";
import {
  projectorCounter as counter,
  projectorGauge as gauge,
} from "./projector_metric.ts";
import type { PartitionStatus, ProjectorStatus } from "./projector_status.ts";

/**
 * How far each partition is, as numbers. Where the log ends is told only while
 * it is known: from an end of another time anyone would reckon no lag at all.
 */
export function partitionMetrics(
  status: ProjectorStatus,
  nowMs: number,
): Metric[] {
  const ofEach = (
    metric: Omit<Metric, "samples">,
    valueOf: (partition: PartitionStatus) => number | null,
  ) =>
    each(metric, status.partitions, (of) => {
      const { topic, partition } = of;
      const value = valueOf(of);
      return value === null ? null : { labels: { topic, partition }, value };
    });
  const lagOf = (of: PartitionStatus) => findLag(of, status, nowMs);
  const isEndKnown = knowsLogEnds(status, nowMs);
  return [
    ofEach(
      gauge("next_offset", "The next offset to apply."),
      ({ nextOffset }) => nextOffset,
    ),
    ofEach(
      gauge("end_offset", "Offset of the next record to come, as last asked."),
      ({ endOffset }) => isEndKnown ? endOffset : null,
    ),
    ofEach(
      gauge("lag_records", "Records of the log that are not applied yet."),
      (of) => lagOf(of).records,
    ),
    ofEach(
      gauge(
        "lag_seconds",
        "For how long, at most, the first record not applied yet has been in the log.",
      ),
      (of) => lagOf(of).seconds,
    ),
    ofEach(
      gauge("partition_halted", "1 where it cannot be read on, else 0."),
      ({ halted }) => halted === null ? 0 : 1,
    ),
    ofEach(
      counter("records_applied_total", "Records applied."),
      ({ recordsApplied }) => recordsApplied,
    ),
    ofEach(
      counter("positions_decoded_total", "Positions in the records applied."),
      ({ positionsDecoded }) => positionsDecoded,
    ),
    ofEach(
      gauge("dead_letters", "Records that could not be applied."),
      ({ deadLetters }) => deadLetters,
    ),
  ];
}
