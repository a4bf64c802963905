/** A producer that fills in a day says so many times a second. */
const restMs = 3_000;

/** How often something was filled in, as it is to be asked about: now and then. */
export class RestedBackfills {
  #count = 0;
  #notedMs = -Infinity;

  take({ backfills }: { backfills: number }): number {
    if (backfills !== this.#count && Date.now() - this.#notedMs > restMs) {
      this.#count = backfills;
      this.#notedMs = Date.now();
    }
    return this.#count;
  }
}
