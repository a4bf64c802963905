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

  /** Returns those that are chosen, as they will be when all is shown. */
  applyTo(chosen: ReadonlySet<number>): ReadonlySet<number> {
    const wanted = new Set(chosen);
    for (const [noradId, { isChosen }] of this.#pending) {
      if (isChosen) wanted.add(noradId);
      else wanted.delete(noradId);
    }
    return wanted;
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
