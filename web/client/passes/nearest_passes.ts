import type { Pass } from "./contract.ts";

const most = 6;
const mostPast = 2;

/**
 * Returns the passes that are nearest to a time, earliest first: two that were
 * and four that come, or more of the ones where there are fewer of the others.
 */
export function nearestPasses(passes: readonly Pass[], timeMs: number): Pass[] {
  const found = passes.findIndex(({ los }) => Date.parse(los.time) >= timeMs);
  const first = found < 0 ? passes.length : found;
  const from = Math.max(0, Math.min(first - mostPast, passes.length - most));
  return passes.slice(from, from + most);
}
