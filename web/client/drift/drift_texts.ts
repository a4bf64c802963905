import { formatTimeOfDay } from "./format_time_of_day.ts";
import type { Node } from "./contract.ts";
import type { DriftHistory } from "./drift_history.ts";

/** Every English text of the view; times come formatted. */
export const texts = {
  title: "Orbit drift",
  satellite: "Satellite",
  node: "Crossing of the equator",
  nodes: { descending: "Southward", ascending: "Northward" },
  chart: "Local solar time at the equator",
  lines: "Thick line: mean solar time. Thin line: apparent, as on a sundial.",
  crossingsOf: (name: string) => `crossings of the equator by ${name}`,
  loading: "Loading…",
  none: "No crossing of the equator is known of this satellite yet.",
  noneInRange: "No crossing of the equator is known in the range above.",
  allKnown:
    "All that is known: an orbit drifts over months, and less than a week would show nothing. The range above is marked.",
  failed: "The crossings could not be loaded. They are asked for again.",
};

const month = new Intl.DateTimeFormat("en-GB", {
  timeZone: "UTC",
  month: "long",
  year: "numeric",
});

/** From when to when, and from what local time to what; once where that is one. */
export function describeDrift({ runs }: DriftHistory): string {
  const first = runs[0]![0]!;
  const last = runs.at(-1)!.at(-1)!;
  const [then, now] = [first, last].map((point) => ({
    time: formatTimeOfDay(point.meanHours),
    month: month.format(point.timeMs),
  }));
  const until = `${now!.time} in ${now!.month}`;
  if (then!.month !== now!.month) {
    return `${then!.time} in ${then!.month} to ${until}`;
  }
  return then!.time === now!.time ? until : `${then!.time} to ${until}`;
}

/** What a reader of the page who does not see it is told of the chart. */
export function describeChart(
  name: string,
  node: Node,
  history: DriftHistory,
): string {
  const way = texts.nodes[node].toLowerCase();
  return `Mean local solar time at which ${name} crosses the equator ${way}: ${
    describeDrift(history)
  }`;
}
