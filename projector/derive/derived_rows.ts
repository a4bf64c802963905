import type { TimeRangeMs } from "../../shared/projection/time_range.ts";
import { type Sqlite, sqliteErrorCode } from "../../shared/sqlite.ts";
import type { Derivation } from "./derivation.ts";
import { type Pending, PendingWork } from "./pending_work.ts";

/** So long at a time, as commits of what comes live wait for it. */
const MOST_MS = 8;

/** Some rows cannot be made, by a fault of the program. */
export class DerivationFault extends Error {
  override readonly name = "DerivationFault";
}

/** Keeps all rows that follow from others in step with these. */
export class DerivedRows {
  readonly #pending: PendingWork;
  readonly #derivations: ReadonlyMap<string, Derivation>;
  /** What could not be made, by a fault of the program: it holds up no other. */
  readonly #failed = new Set<string>();

  constructor(db: Sqlite, derivations: readonly Derivation[]) {
    this.#pending = new PendingWork(db);
    this.#derivations = new Map(derivations.map((one) => [one.kind, one]));
  }

  /** Notes that positions of a range have changed. */
  notePositions(noradId: number, changed: TimeRangeMs): void {
    for (const [kind, derivation] of this.#derivations) {
      const range = derivation.afterPositions(changed);
      if (range !== null) this.#note({ kind, noradId, ...range });
    }
  }

  /** Notes that there is a set that was not there. */
  noteElementSet(noradId: number, epochMs: number): void {
    for (const [kind, derivation] of this.#derivations) {
      const range = derivation.afterElementSet(noradId, epochMs);
      if (range !== null) this.#note({ kind, noradId, ...range });
    }
  }

  /**
   * Makes some of the rows that are to be made anew; belongs inside a
   * transaction.
   *
   * @returns Whether there were any.
   * @throws {DerivationFault} The next call goes on with others.
   */
  makeSome(): boolean {
    const deadlineMs = performance.now() + MOST_MS;
    let pending = this.#next();
    if (pending === null) return false;
    for (; pending !== null; pending = this.#next()) {
      this.#pending.done(pending, this.#derive(pending));
      if (performance.now() > deadlineMs) break;
    }
    return true;
  }

  #note(pending: Pending): void {
    this.#failed.delete(nameOf(pending));
    this.#pending.mark(pending);
  }

  #next(): Pending | null {
    const failed = this.#failed;
    return this.#pending.next(failed.size, (one) => failed.has(nameOf(one)));
  }

  #derive(pending: Pending): number {
    try {
      const derivation = this.#derivations.get(pending.kind)!;
      return derivation.derive(pending.noradId, pending);
    } catch (error) {
      // A full disk, or a lock, is no fault of these rows.
      if (sqliteErrorCode(error) !== null) throw error;
      this.#failed.add(nameOf(pending));
      const message = `Cannot make ${nameOf(pending)} anew: ` +
        (error as Error).message;
      throw new DerivationFault(message, { cause: error });
    }
  }
}

function nameOf({ kind, noradId }: Pending): string {
  return `${kind} of ${noradId}`;
}
