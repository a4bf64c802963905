/** A crossing of the equator as it is stored. */
export interface StoredNode {
  readonly timeMs: number;
  /** 1 where it is northward, else 0. */
  readonly isAscending: number;
  readonly longitudeE6: number;
  readonly altitudeE4: number;
  /** Null where it cannot be told with certainty. */
  readonly revolution: number | null;
  /** The topic it was recorded on; null where elements tell it. */
  readonly topic: string | null;
  /** The id of the element set that tells it; null where it was recorded. */
  readonly elementSet: string | null;
}
