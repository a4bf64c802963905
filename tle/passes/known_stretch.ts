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
 * millisecond after the one before. Of two that hold at an instant, it is the
 * earlier's, as `motionAt` has it.
 *
 * @param motions In order.
 */
export function knownStretches<M extends Motion>(
  motions: readonly M[],
): KnownStretch<M>[] {
  const stretches: MotionPart<M>[][] = [];
  let freeMs = -Infinity;
  for (const motion of motions) {
    const fromMs = Math.max(motion.fromMs, freeMs);
    const { toMs } = motion;
    if (fromMs > toMs) continue;
    const part = { motion, fromMs, toMs };
    if (fromMs === freeMs) stretches.at(-1)!.push(part);
    else stretches.push([part]);
    freeMs = toMs + 1;
  }
  return stretches.map((parts) => ({
    fromMs: parts[0]!.fromMs,
    toMs: parts.at(-1)!.toMs,
    parts,
  }));
}
