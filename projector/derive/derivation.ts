import type { TimeRangeMs } from "../../shared/projection/time_range.ts";

/**
 * Rows of one kind that follow from what is stored, and from nothing else:
 * never from the order in which it came. They are made anew, between commits,
 * where what they follow from has changed.
 */
export interface Derivation {
  /** Names it among others. */
  readonly kind: string;

  /** The rows that change with positions of a range; null if none do. */
  afterPositions(range: TimeRangeMs): TimeRangeMs | null;

  /** The rows that change with an element set; null if none do. */
  afterElementSet(noradId: number, epochMs: number): TimeRangeMs | null;

  /**
   * Makes rows of one satellite anew, from where a range begins on: as many
   * as take some milliseconds. Belongs inside a transaction.
   *
   * @returns Up to where they are made, in ms; more than `fromMs`.
   */
  derive(noradId: number, range: TimeRangeMs): number;
}
