import type { Parameter } from "../query.ts";

/** A place of the pages, which go by TCA. */
export interface PassPlace {
  readonly tcaMs: number;
  readonly noradId: number;
}

/** What `formatPlace` wrote. */
export const passPlace: Parameter<PassPlace> = (text) => {
  const parts = /^(-?\d{1,15})-([1-9]\d{0,8})$/.exec(text);
  if (parts === null) throw new RangeError("what the page before gave as next");
  return { tcaMs: Number(parts[1]), noradId: Number(parts[2]) };
};

export function formatPlace({ tcaMs, noradId }: PassPlace): string {
  return `${tcaMs}-${noradId}`;
}
