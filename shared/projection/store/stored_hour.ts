import type { HourSummary } from "../hour_summary.ts";
import type { TimeRangeMs } from "../time_range.ts";

/** Positions of one satellite on one topic. */
export interface StoreKey {
  readonly noradId: number;
  readonly topicRef: number;
}

/** A whole hour of which something is stored. */
export interface StoredHour extends StoreKey, TimeRangeMs {
  /** What is sealed says in short what it holds; an open hour is null. */
  readonly sealed: SealedHour | null;
}

export interface SealedHour extends HourSummary {
  readonly checksum: string;
  /** The commit that sealed it as it is. */
  readonly revision: number;
}

/** A sealed hour that cannot be read; the message says which, and why. */
export class DamagedHour extends Error {
  override readonly name = "DamagedHour";

  constructor(readonly hour: StoredHour, cause: unknown) {
    const { noradId, fromMs } = hour;
    super(
      `Cannot read satellite ${noradId} in the hour from ` +
        `${new Date(fromMs).toISOString()} as it is damaged: ` +
        (cause as Error).message,
      { cause },
    );
  }
}
