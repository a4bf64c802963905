import type { Report } from "../report.ts";
import type { Satellite } from "../satellites.ts";
import type { SourcedSet } from "../sources/element_source.ts";
import type { Verdict } from "./judge_element_set.ts";

/** Of more satellites than this, how many have it so is told, not which. */
const MOST_TOLD = 10;

/** What became of an element set that came in. */
export interface TakeNews {
  readonly satellite: Satellite;
  readonly elements: SourcedSet;
  /** `first`: the satellite was not known before. */
  readonly verdict:
    | Exclude<Verdict, { readonly kind: "same" | "older" }>
    | { readonly kind: "first" };
}

/** Tells people what became of element sets. */
export function tellNews(news: readonly TakeNews[], report: Report): void {
  for (const [kind, some] of Map.groupBy(news, (one) => one.verdict.kind)) {
    const isGood = kind === "first" || kind === "newer";
    const level = isGood ? "info" : "warning";
    if (some.length <= MOST_TOLD) {
      for (const one of some) report(describe(one), level);
    } else {
      const which = new Set(some.map(({ satellite }) => satellite.noradId));
      report(`${DONE[kind]} elements of ${which.size} satellites`, level);
    }
  }
}

const DONE: Readonly<Record<TakeNews["verdict"]["kind"], string>> = {
  first: "Began with",
  newer: "Took up newer",
  confirmed: "Took up, after some that were held back, newer",
  suspect: "Holding back",
  refused: "Refused",
};

function describe({ satellite, elements, verdict }: TakeNews): string {
  const epoch = new Date(elements.set.epochUs / 1000).toISOString();
  const what = `${DONE[verdict.kind]} elements of ${satellite.name} ` +
    `(${satellite.noradId}; ${epoch}, ${elements.source})`;
  switch (verdict.kind) {
    case "first":
    case "newer":
      return what;
    case "confirmed":
      return `${what}, which bear them out`;
    case "suspect":
      return `${what}: ${verdict.reason}. The next set decides`;
    case "refused":
      return `${what} as ${verdict.reason}`;
    default:
      return verdict satisfies never;
  }
}
