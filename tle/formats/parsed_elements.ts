import type { ElementSet } from "../element_set.ts";

/** Why a part of a file of elements could not be taken. */
export interface ElementProblem {
  /**
   * Counted from 1: a line of the file, as an editor counts them; in a JSON
   * array a record.
   */
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

/** Reads each row; one that throws a SyntaxError becomes a problem. */
export function readEach<T extends { readonly number: number }>(
  rows: readonly T[],
  read: (row: T) => ElementSet,
): ParsedElements {
  const elementSets: ElementSet[] = [];
  const problems: ElementProblem[] = [];
  for (const row of rows) {
    try {
      elementSets.push(read(row));
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      problems.push({ line: row.number, message: error.message });
    }
  }
  return { elementSets, problems };
}

/** What a file held that holds no set at all. */
export function nothingParsed(message: string, line = 1): ParsedElements {
  return { elementSets: [], problems: [{ line, message }] };
}
