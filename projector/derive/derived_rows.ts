import type { TimeRangeMs } from "../../shared/projection/time_range.ts";
import type { Sqlite } from "../../shared/sqlite.ts";
import type { Derivation } from "./derivation.ts";
import { PendingWork } from "./pending_work.ts";

/** So long at a time, as commits of what comes live wait for it. */
const MOST_MS = 8;

/** Keeps all rows that follow from others in step with these. */
export class DerivedRows {
  readonly #pending: PendingWork;
  readonly #derivations: ReadonlyMap<string, Derivation>;

  constructor(db: Sqlite, derivations: readonly Derivation[]) {
    this.#pending = new PendingWork(db);
    this.#derivations = new Map(derivations.map((one) => [one.kind, one]));
  }

  /** Notes that positions of a range have changed. */
  notePositions(noradId: number, changed: TimeRangeMs): void {
    for (const [kind, derivation] of this.#derivations) {
      const range = derivation.afterPositions(changed);
      if (range !== null) this.#pending.mark({ kind, noradId, ...range });
    }
  }

  /** Notes that there is a set that was not there. */
  noteElementSet(noradId: number, epochMs: number): void {
    for (const [kind, derivation] of this.#derivations) {
      const range = derivation.afterElementSet(noradId, epochMs);
      if (range !== null) this.#pending.mark({ kind, noradId, ...range });
    }
  }

  /**
   * Makes some of the rows that are to be made anew; belongs inside a
   * transaction.
   *
   * @returns Whether there were any.
   */
  makeSome(): boolean {
    const deadlineMs = performance.now() + MOST_MS;
    let pending = this.#pending.next();
    if (pending === null) return false;
    for (; pending !== null; pending = this.#pending.next()) {
      const derivation = this.#derivations.get(pending.kind)!;
      const madeToMs = derivation.derive(pending.noradId, pending);
      this.#pending.done(pending, madeToMs);
      if (performance.now() > deadlineMs) break;
    }
    return true;
  }
}
