import type { TimeRange } from "../feed/position_window.ts";

/**
 * Returns what has times, such as positions, as runs without a gap between them.
 *
 * A gap shorter than half the distance of two neighbours does not break the
 * line: in a day's view the hole would look many times as long as it was.
 *
 * @param options.maxStepMs Neighbours farther apart are not joined, gap or not.
 */
export function breakAtGaps<T extends { timeMs: number }>(
  positions: readonly T[],
  gaps: readonly TimeRange[],
  options: { maxStepMs: number },
): T[][] {
  const runs: T[][] = [];
  let run: T[] = [];
  let next = 0;
  for (const position of positions) {
    const previous = run.at(-1);
    if (previous) {
      const stepMs = position.timeMs - previous.timeMs;
      while (next < gaps.length && gaps[next]!.toMs <= previous.timeMs) next++;
      let missingMs = 0;
      for (let i = next; i < gaps.length; i++) {
        const gap = gaps[i]!;
        if (gap.fromMs >= position.timeMs) break;
        missingMs += Math.min(gap.toMs, position.timeMs) -
          Math.max(gap.fromMs, previous.timeMs);
      }
      if (stepMs > options.maxStepMs || missingMs > stepMs / 2) {
        runs.push(run);
        run = [];
      }
    }
    run.push(position);
  }
  if (run.length > 0) runs.push(run);
  return runs;
}
