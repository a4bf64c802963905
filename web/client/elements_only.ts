import type { SatelliteInfo } from "./feed/contract.ts";
import { findWithElementsOnly } from "./feed/roster.ts";

/** They are asked for again after so long. */
const askEveryMs = 60_000;

/** Satellites of which only elements are known, as far as they are few. */
export class ElementsOnly {
  #found: readonly SatelliteInfo[] = [];
  #askedMs = -Infinity;

  /** As they were found last; they may be asked for again. */
  list(): readonly SatelliteInfo[] {
    if (performance.now() - this.#askedMs >= askEveryMs) {
      this.#askedMs = performance.now();
      findWithElementsOnly().then((found) => this.#found = found)
        // The stream tells that there is no connection.
        .catch(() => {});
    }
    return this.#found;
  }
}
