import type { ElementSet } from "../../tle/element_set.ts";
import { findWellKnown } from "../../tle/well_known_satellites.ts";

/** What a source is asked for. */
export type ElementRequest =
  | { readonly kind: "number"; readonly noradId: number }
  /** A name of a satellite, or of a group as the source has it; in any case. */
  | { readonly kind: "word"; readonly word: string }
  /** Every object that the source knows of. */
  | { readonly kind: "all" };

/** An element set, and how it came here. */
export interface SourcedSet {
  readonly set: ElementSet;
  /** As events name it: `celestrak`, `bundled`, `file:active.csv`. */
  readonly source: string;
  /** When it came, in ms since 1970. */
  readonly receivedMs: number;
}

export interface SourceAnswer {
  /** Several of one object are all here; none where it is not known. */
  readonly elementSets: readonly SourcedSet[];
  /** What went wrong, each with what to do about it; beside it sets may stand. */
  readonly problems: readonly string[];
}

/** Where element sets come from. */
export interface ElementSource {
  readonly name: string;
  /** What it knows, briefly and for people. */
  describe(): string;
  /**
   * Tells what the source has now, or had when it could last be read. Cheap to
   * call every second: as long as there is nothing new, the answer is the same
   * object. What goes wrong is among the problems; it never throws for that.
   */
  read(request: ElementRequest, signal: AbortSignal): Promise<SourceAnswer>;
}

/**
 * What a word of a setting or of a watch file asks for; names that are well
 * known are as good as their numbers.
 */
export function elementRequest(word: string): ElementRequest {
  if (word.toLowerCase() === "all") return { kind: "all" };
  if (/^\d{1,9}$/.test(word)) return { kind: "number", noradId: Number(word) };
  const wellKnown = findWellKnown(word);
  return wellKnown === null
    ? { kind: "word", word }
    : { kind: "number", noradId: wellKnown.noradId };
}

/** Whether a set is of a satellite that is asked for by number or name. */
export function isAskedFor(set: ElementSet, request: ElementRequest): boolean {
  switch (request.kind) {
    case "all":
      return true;
    case "number":
      return set.noradId === request.noradId;
    case "word":
      return isNamed(set, request.word);
    default:
      return request satisfies never;
  }
}

/** Whether a satellite's name, or the part of it before the bracket, is meant. */
export function isNamed(set: ElementSet, word: string): boolean {
  const name = set.name?.toUpperCase();
  const wanted = word.toUpperCase();
  return name === wanted || name?.split(" (")[0] === wanted;
}
