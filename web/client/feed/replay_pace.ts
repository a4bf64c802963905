/** A replay of which nothing has come for so long is where nothing was recorded. */
const patienceMs = 1_500;

/** How far a replay has come; where nothing was recorded no frame tells. */
export class ReplayPace {
  readonly #speed: number;
  #cameMs: number;
  /** When it had come that far, by the clock; null before it has begun. */
  #atMs: number | null = null;

  constructor(fromMs: number, speed: number) {
    this.#cameMs = fromMs;
    this.#speed = speed;
  }

  /** It goes on from where it is asked for again. */
  begin(nowMs: number): void {
    this.#atMs = nowMs;
  }

  /** @param timeMs Up to where it is now, as a frame or a request says. */
  reach(timeMs: number, nowMs: number): void {
    this.#cameMs = Math.max(this.#cameMs, timeMs);
    this.#atMs = nowMs;
  }

  reachedMs(nowMs: number): number {
    const silentMs = nowMs - (this.#atMs ?? nowMs);
    if (silentMs < patienceMs) return this.#cameMs;
    return this.#cameMs + Math.floor(silentMs * this.#speed / 1_000) * 1_000;
  }
}
