import type { ElementSet } from "./element_set.ts";

/** Why a part of a file of elements could not be taken. */
export interface ElementProblem {
  /** Counted from 1: a line of a TLE file, a row (record) of an OMM file. */
  readonly line: number;
  readonly message: string;
}

/**
 * What a file of elements held. One bad set does not cost the others, so each
 * non-blank part of the file ends up in one list or the other.
 */
export interface ParsedElements {
  /** In the order of the file; several sets of one satellite are all kept. */
  readonly elementSets: ElementSet[];
  readonly problems: ElementProblem[];
}
