/** How fast what is watched may change at most. */
export interface ChangeBounds {
  /** How fast it surely goes away from zero now; negative towards it. */
  readonly awayPerS: number;
  readonly mostPerS: number;
  /** In magnitude, how fast its rate may change for `steadyS` from now. */
  readonly mostPerS2: number;
  /** How long `mostPerS2` holds. */
  readonly steadyS: number;
}

/**
 * Returns for how many seconds a value surely keeps its sign: by its greatest
 * rate alone, or by its rate now and how that may change, whichever says more.
 * The latter comes to a crossing as fast as Newton's method, but never past it.
 */
export function signHoldsS(value: number, bounds: ChangeBounds): number {
  const { awayPerS, mostPerS, mostPerS2, steadyS } = bounds;
  const size = Math.abs(value);
  const root = Math.sqrt(awayPerS * awayPerS + 2 * mostPerS2 * size);
  // Both are the one formula for where the parabola comes down to zero; each
  // would lose its digits where the other is taken.
  const parabolaS = awayPerS > 0
    ? (awayPerS + root) / mostPerS2
    : 2 * size / (root - awayPerS);
  return Math.max(size / mostPerS, Math.min(steadyS, parabolaS));
}
