import type { Pass } from "./contract.ts";

const most = 6;
const mostPast = 2;

/**
 * Returns the passes that are nearest to a time, in the order of the list: two
 * that were and four that come, or more of the ones where there are fewer of the
 * others. Those that come have the next one of each satellite, as many as there
 * are rows; what was makes way for them.
 */
export function nearestPasses(passes: readonly Pass[], timeMs: number): Pass[] {
  const comes = ({ los }: Pass) => Date.parse(los.time) >= timeMs;
  const coming = passes.filter(comes);
  const past = passes.filter((pass) => !comes(pass));
  const next = nextOfEach(coming).slice(0, most);
  const nearestPast = past.reverse().slice(
    0,
    Math.min(most - next.length, Math.max(mostPast, most - coming.length)),
  );
  const kept = new Set([...nearestPast, ...next]);
  for (const pass of coming) if (kept.size < most) kept.add(pass);
  return passes.filter((pass) => kept.has(pass));
}

function nextOfEach(coming: readonly Pass[]): Pass[] {
  const next = new Map<number, Pass>();
  for (const pass of coming) {
    if (!next.has(pass.norad_id)) next.set(pass.norad_id, pass);
  }
  return [...next.values()];
}
