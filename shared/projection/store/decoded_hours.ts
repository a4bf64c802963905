import type { PositionColumns } from "../position_columns.ts";
import type { StoredHour } from "./stored_hour.ts";

/** 48 MB; three satellites at 1 Hz for a week. */
const MOST_POSITIONS = 2_000_000;

/**
 * Keeps the sealed hours that were decoded last, so that those who read an
 * hour bit by bit, or one after the other, do not each decode it. One that is
 * sealed again has another revision, and is another one.
 */
export class DecodedHours {
  /** The one used last comes last. */
  readonly #hours = new Map<string, PositionColumns>();
  #positions = 0;

  get(hour: StoredHour, decode: () => PositionColumns): PositionColumns {
    const { noradId, topicRef, fromMs, sealed } = hour;
    const key = `${noradId} ${topicRef} ${fromMs} ${sealed!.revision}`;
    let columns = this.#hours.get(key);
    if (columns === undefined) {
      columns = decode();
      this.#positions += columns.timeMs.length;
    } else {
      this.#hours.delete(key);
    }
    this.#hours.set(key, columns);
    for (const [oldest, { timeMs }] of this.#hours) {
      if (this.#positions <= MOST_POSITIONS || this.#hours.size === 1) break;
      this.#hours.delete(oldest);
      this.#positions -= timeMs.length;
    }
    return columns;
  }
}
