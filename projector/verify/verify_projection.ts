import type { Projection } from "../../shared/projection/projection.ts";
import { compareAtCheckpoint } from "../replay/compare_at_checkpoint.ts";
import { describeDifference } from "../replay/describe_differences.ts";
import type { ProjectionBuilder } from "../replay/projection_builder.ts";
import { auditCounts, type AuditedCounts } from "./audit_counts.ts";
import { type AuditedHours, auditHours } from "./audit_hours.ts";
import type { Fault } from "./fault.ts";
import type { HourSample } from "./hour_sample.ts";

/** All that was looked at, and what was found. */
export interface Verified {
  readonly counts: AuditedCounts;
  readonly hours: AuditedHours;
  /** How many hours were compared with the log. */
  readonly comparedHours: number;
  /** Of all of it. */
  readonly faults: readonly Fault[];
}

export interface VerifyOptions {
  /** The hours that are compared with the log; null for all. */
  readonly sample: HourSample | null;
  readonly signal: AbortSignal;
  readonly onPositions: (done: number, inAll: number) => void;
  readonly onCompared: (hours: number) => void;
}

/**
 * Looks whether a projection is what it must be, while the projector goes on
 * with it: all of it beside a fresh reading of the log at one checkpoint, then
 * each hour by itself.
 */
export async function verifyProjection(
  inUse: Projection,
  builder: Pick<ProjectionBuilder, "applyUpTo" | "projection">,
  { sample, signal, onPositions, onCompared }: VerifyOptions,
): Promise<Verified> {
  let comparedHours = 0;
  let counts: AuditedCounts | null = null;
  const differences = await compareAtCheckpoint(inUse, builder, {
    signal,
    only: sample?.has,
    onHour: (count) => {
      comparedHours = count;
      onCompared(count);
    },
    atCheckpoint: () => {
      const isWhole = sample === null;
      counts = auditCounts(inUse, builder.projection, { isWhole });
    },
  });
  const hours = await auditHours(inUse, { signal, onPositions });
  const unlike = differences.map((difference): Fault => {
    const { topic, noradId, hourMs: fromMs } = difference;
    const message = describeDifference(difference);
    return { check: "log", topic, noradId, fromMs, message };
  });
  const { faults } = counts! as AuditedCounts;
  return {
    counts: counts!,
    hours,
    comparedHours,
    faults: [...faults, ...unlike, ...hours.faults],
  };
}
