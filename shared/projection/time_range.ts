/** Half-open, in ms since 1970, UTC. */
export interface TimeRangeMs {
  readonly fromMs: number;
  readonly toMs: number;
}

export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

/** The whole hour UTC that holds an instant. */
export function hourOf(timeMs: number): TimeRangeMs {
  const fromMs = Math.floor(timeMs / HOUR_MS) * HOUR_MS;
  return { fromMs, toMs: fromMs + HOUR_MS };
}

/** The whole hours that hold all of a range. */
export function wholeHours({ fromMs, toMs }: TimeRangeMs): TimeRangeMs {
  return {
    fromMs: Math.floor(fromMs / HOUR_MS) * HOUR_MS,
    toMs: Math.ceil(toMs / HOUR_MS) * HOUR_MS,
  };
}
