const leastGapMs = 5_000;
const stepsOfGap = 5;

/** From here on silence is a gap: five steps, and five seconds at least. */
export function gapAfter(stepMs: number | null): number {
  return Math.max(leastGapMs, stepsOfGap * (stepMs ?? 1_000));
}
