/** Returns whether there are other times than before, or one has moved so far. */
export function haveMoved(
  timesMs: readonly number[],
  beforeMs: readonly number[],
  byMs: number,
): boolean {
  return timesMs.length !== beforeMs.length ||
    timesMs.some((timeMs, i) => Math.abs(timeMs - beforeMs[i]!) >= byMs);
}
