import { foldName } from "../../shared/fold_name.ts";
import type { KnownObserver } from "./known_observer.ts";

const MOST_NEAR = 5;

/** The observer of a name, in any case and with or without accents; or null. */
export function findObserver(
  observers: readonly KnownObserver[],
  name: string,
): KnownObserver | null {
  const folded = foldName(name);
  return observers.find((one) => foldName(one.name) === folded) ?? null;
}

/** Those whose name contains a text; those that begin with it come first. */
export function searchObservers(
  observers: readonly KnownObserver[],
  text: string,
): KnownObserver[] {
  const folded = foldName(text);
  const found = observers.map((one) => ({
    one,
    at: foldName(one.name).indexOf(folded),
  })).filter(({ at }) => at >= 0);
  return [
    ...found.filter(({ at }) => at === 0),
    ...found.filter(({ at }) => at > 0),
  ]
    .map(({ one }) => one);
}

/** Those that somebody may have meant: whose names contain it, and misspelled. */
export function nearObservers(
  observers: readonly KnownObserver[],
  name: string,
): KnownObserver[] {
  const folded = foldName(name);
  const most = Math.floor(folded.length / 3);
  const misspelled = observers
    .map((one) => ({ one, edits: countEdits(folded, foldName(one.name)) }))
    .filter(({ edits }) => edits <= most)
    .sort((a, b) => a.edits - b.edits)
    .map(({ one }) => one);
  const containing = folded === "" ? [] : searchObservers(observers, name);
  return [...new Set([...misspelled, ...containing])].slice(0, MOST_NEAR);
}

/** Letters to be put in, left out or replaced until one text is the other. */
function countEdits(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (let i = 1; i <= from.length; i++) {
    const above = row;
    row = [i];
    for (let j = 1; j <= to.length; j++) {
      const replaced = above[j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1);
      row.push(Math.min(replaced, above[j]! + 1, row[j - 1]! + 1));
    }
  }
  return row.at(-1)!;
}
