import type { Motion } from "./motion.ts";

/** A motion and the instants that it alone tells, both included. */
export interface MotionPart<M extends Motion = Motion> {
  readonly motion: M;
  readonly fromMs: number;
  readonly toMs: number;
}

/** Time in which it is known where a satellite is, without a hole. */
export interface KnownStretch<M extends Motion = Motion> {
  readonly fromMs: number;
  readonly toMs: number;
  /** In order: each begins a millisecond after the one before. */
  readonly parts: readonly MotionPart<M>[];
}

/**
 * Joins motions of one satellite where the next begins no later than a
 * millisecond after the one before. Each whole millisecond is one motion's: that of
 * the last one that has begun.
 *
 * @param motions By their beginning.
 */
export function knownStretches<M extends Motion>(
  motions: readonly M[],
): KnownStretch<M>[] {
  const stretches: MotionPart<M>[][] = [];
  motions.forEach((motion, index) => {
    const next = motions[index + 1];
    const { fromMs } = motion;
    const toMs = Math.min(motion.toMs, next ? next.fromMs - 1 : Infinity);
    if (toMs < fromMs) return;
    const part = { motion, fromMs, toMs };
    const stretch = stretches.at(-1);
    if (stretch?.at(-1)?.toMs === fromMs - 1) stretch.push(part);
    else stretches.push([part]);
  });
  return stretches.map((parts) => ({
    fromMs: parts[0]!.fromMs,
    toMs: parts.at(-1)!.toMs,
    parts,
  }));
}
