/// <reference lib="dom" />

/** What is chosen is shown sooner than this, or not at all. */
const patienceMs = 5_000;

/** Which satellites have just been chosen, or no longer, until it is shown. */
export class PendingChoices {
  readonly #pending = new Map<number, { isChosen: boolean; untilMs: number }>();

  add(noradId: number, isChosen: boolean): void {
    const untilMs = performance.now() + patienceMs;
    this.#pending.set(noradId, { isChosen, untilMs });
  }

  /** Whether it is chosen, where that is pending. */
  get(noradId: number): boolean | undefined {
    return this.#pending.get(noradId)?.isChosen;
  }

  /** Forgets what is shown by now, or is not going to be; returns whether any was. */
  settle(chosen: ReadonlySet<number>): boolean {
    const before = this.#pending.size;
    for (const [noradId, { isChosen, untilMs }] of this.#pending) {
      const isOver = performance.now() > untilMs;
      if (isOver || chosen.has(noradId) === isChosen) {
        this.#pending.delete(noradId);
      }
    }
    return this.#pending.size < before;
  }
}
