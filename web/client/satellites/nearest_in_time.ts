/**
 * Returns the one whose time is nearest; null where none is near enough.
 *
 * @param sorted Earliest first.
 */
export function nearestInTime<T extends { timeMs: number }>(
  sorted: readonly T[],
  timeMs: number,
  withinMs: number,
): T | null {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.timeMs < timeMs) low = middle + 1;
    else high = middle;
  }
  let nearest: T | null = null;
  let leastMs = withinMs;
  for (const one of [sorted[low - 1], sorted[low]]) {
    if (!one) continue;
    const distanceMs = Math.abs(one.timeMs - timeMs);
    if (distanceMs > leastMs || (nearest && distanceMs === leastMs)) continue;
    nearest = one;
    leastMs = distanceMs;
  }
  return nearest;
}
