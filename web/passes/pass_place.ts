import { matching } from "../parameters.ts";

/** A place of the pages, which go by TCA. */
export interface PassPlace {
  readonly tcaMs: number;
  readonly noradId: number;
}

/** What `formatPlace` wrote. */
export const passPlace = matching(
  /^(-?\d{1,15})-([1-9]\d{0,8})$/,
  "what the page before gave as next",
  (parts): PassPlace => ({
    tcaMs: Number(parts[1]),
    noradId: Number(parts[2]),
  }),
);

export function formatPlace({ tcaMs, noradId }: PassPlace): string {
  return `${tcaMs}-${noradId}`;
}
