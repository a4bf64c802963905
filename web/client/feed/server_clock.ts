/**
 * The server's time, as near as its messages tell it.
 *
 * The page's "now" is the server's: a visitor's clock is often seconds wrong,
 * and the lag shown would be wrong with it.
 */
export class ServerClock {
  #offsetMs = 0;
  readonly #localNow: () => number;

  constructor(localNow: () => number) {
    this.#localNow = localNow;
  }

  now(): number {
    return this.#localNow() + this.#offsetMs;
  }

  /** Returns by how much it was set, in milliseconds. */
  set(serverTimeMs: number): number {
    if (!Number.isFinite(serverTimeMs)) return 0;
    const offsetMs = serverTimeMs - this.#localNow();
    const change = offsetMs - this.#offsetMs;
    this.#offsetMs = offsetMs;
    return change;
  }
}
