import { dirname, join } from "node:path";
import { openSqlite, type Sqlite } from "../../shared/sqlite.ts";

/**
 * The mailbox by which a command asks the running projector to do what only
 * it may do, being the one that writes: a command leaves a request, and the
 * projector carries it out and answers.
 */
const TABLE = `
  CREATE TABLE IF NOT EXISTS requests (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,
    requested_ms INTEGER NOT NULL,
    taken_ms INTEGER,
    answered_ms INTEGER,
    answer TEXT
  ) STRICT;
`;

/** Requests are forgotten after this, where a command did not wait. */
const KEPT_MS = 86_400_000;

/** What a command asks for; `payload` is whatever its kind needs. */
export interface ControlRequest {
  readonly kind: string;
  readonly payload: string;
}

/** What the projector answers: what it did, or why it could not. */
export interface ControlAnswer {
  readonly done: boolean;
  readonly message: string;
}

/** Where the mailbox of a projection is: beside its link. */
export function controlPath(link: string): string {
  return join(dirname(link), "control.db");
}

/**
 * Does something with the mailbox, which is made where there is none. It is
 * opened for that alone, so that it may be deleted at any other time.
 *
 * @param busyTimeoutMs How long to wait for the other side's lock.
 */
export function withControl<T>(
  path: string,
  busyTimeoutMs: number,
  action: (control: Control) => T,
): T {
  const db = openSqlite(path, { busyTimeoutMs });
  try {
    db.exec(TABLE);
    return action(new Control(db));
  } finally {
    db.close();
  }
}

/** The open mailbox. */
export class Control {
  readonly #db: Sqlite;

  constructor(db: Sqlite) {
    this.#db = db;
  }

  /** Leaves a request; returns its id. */
  leave({ kind, payload }: ControlRequest, nowMs: number): number {
    this.#db.prepare("DELETE FROM requests WHERE requested_ms < ?")
      .run(nowMs - KEPT_MS);
    const { lastInsertRowid } = this.#db.prepare(`
      INSERT INTO requests (kind, payload, requested_ms) VALUES (?, ?, ?)`)
      .run(kind, payload, nowMs);
    return Number(lastInsertRowid);
  }

  /** The answer to a request, which is removed with it; null if none yet. */
  collect(id: number): ControlAnswer | null {
    const answer = this.#db.prepare<[number], string>(`
      DELETE FROM requests WHERE id = ? AND answered_ms IS NOT NULL
      RETURNING answer`).pluck().get(id);
    return answer === undefined ? null : JSON.parse(answer);
  }

  /** Takes a request back; false if the projector has taken it already. */
  withdraw(id: number): boolean {
    return this.#db.prepare(
      "DELETE FROM requests WHERE id = ? AND taken_ms IS NULL",
    ).run(id).changes > 0;
  }

  /**
   * Takes back all requests of a kind, for the one command that leaves such.
   *
   * @param options.alsoTaken Those too that the projector has taken.
   * @returns Whether the projector has one that it has yet to answer.
   */
  withdrawAll(
    kind: string,
    { alsoTaken }: { readonly alsoTaken: boolean },
  ): boolean {
    this.#db.prepare(`
      DELETE FROM requests WHERE kind = ? AND answered_ms IS NULL
        AND (taken_ms IS NULL OR ?)`).run(kind, alsoTaken ? 1 : 0);
    return this.#db.prepare(
      "SELECT 1 FROM requests WHERE kind = ? AND answered_ms IS NULL",
    ).get(kind) !== undefined;
  }

  /** The oldest request without an answer, also if it was taken before. */
  take(nowMs: number): ControlRequest & { readonly id: number } | null {
    const request = this.#db.prepare<[], ControlRequest & { id: number }>(`
      SELECT id, kind, payload FROM requests
      WHERE answered_ms IS NULL ORDER BY id LIMIT 1`).get();
    if (request === undefined) return null;
    this.#db.prepare("UPDATE requests SET taken_ms = ? WHERE id = ?")
      .run(nowMs, request.id);
    return request;
  }

  answer(id: number, answer: ControlAnswer, nowMs: number): void {
    this.#db.prepare(
      "UPDATE requests SET answered_ms = ?, answer = ? WHERE id = ?",
    ).run(nowMs, JSON.stringify(answer), id);
  }
}
