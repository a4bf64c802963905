import type { TimeRangeMs } from "../../shared/projection/time_range.ts";
import type { Sqlite } from "../../shared/sqlite.ts";

/** Rows of one kind and satellite that are to be made anew. */
export interface Pending extends TimeRangeMs {
  readonly kind: string;
  readonly noradId: number;
}

/**
 * What is still to be made anew, kept with what made it so: one range for
 * each kind and satellite, from the first of what has changed to the last.
 */
export class PendingWork {
  readonly #mark;
  readonly #next;
  readonly #finish;
  readonly #goOn;

  constructor(db: Sqlite) {
    this.#mark = db.prepare<[string, number, number, number]>(`
      INSERT INTO pending VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET
        from_ms = min(from_ms, excluded.from_ms),
        to_ms = max(to_ms, excluded.to_ms)`);
    this.#next = db.prepare<[number], Pending>(`
      SELECT kind, norad_id AS noradId, from_ms AS fromMs, to_ms AS toMs
      FROM pending LIMIT +?`);
    this.#finish = db.prepare<[string, number]>(
      "DELETE FROM pending WHERE kind = +? AND norad_id = +?",
    );
    this.#goOn = db.prepare<[number, string, number]>(
      "UPDATE pending SET from_ms = ? WHERE kind = +? AND norad_id = +?",
    );
  }

  mark({ kind, noradId, fromMs, toMs }: Pending): void {
    this.#mark.run(kind, noradId, Math.floor(fromMs), Math.ceil(toMs));
  }

  /** The first that is not left for later; `leftCount` of them may be. */
  next(
    leftCount: number,
    isLeft: (pending: Pending) => boolean,
  ): Pending | null {
    const some = this.#next.all(leftCount + 1);
    return some.find((pending) => !isLeft(pending)) ?? null;
  }

  /** Notes how far something pending has been made. */
  done({ kind, noradId, toMs }: Pending, madeToMs: number): void {
    if (madeToMs >= toMs) this.#finish.run(kind, noradId);
    else this.#goOn.run(Math.floor(madeToMs), kind, noradId);
  }
}
