import type { Sqlite } from "../../shared/sqlite.ts";
import type { Changes } from "../writing/changes.ts";
import { ProjectionWriter as WholeWriter } from "../writing/projection_writer.ts";

/**
 * The writer with one fault: rows and checkpoint are not in one transaction,
 * so that a kill may come between them. `e2e/without_transaction.ts` puts it
 * in the place of the real one.
 */
export class ProjectionWriter extends WholeWriter {
  readonly #db: Sqlite;

  constructor(...args: ConstructorParameters<typeof WholeWriter>) {
    super(...args);
    this.#db = args[0];
  }

  override commit(changes: Changes, nowMs: number): number {
    const withoutOne = (write: () => number) => ({ immediate: write });
    Object.assign(this.#db, { transaction: withoutOne });
    try {
      return super.commit(changes, nowMs);
    } finally {
      Reflect.deleteProperty(this.#db, "transaction");
    }
  }
}
