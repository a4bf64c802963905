import assert from "node:assert/strict";
import { openSqlite } from "../../sqlite.ts";
import { EventLogError } from "../event_log.ts";
import { explainFailure } from "./sqlite_log_errors.ts";

const failed = { action: "append", path: "events.db", isWrite: true };

Deno.test("explainFailure() leaves a fault of ours as it is, not to be tried again", () => {
  const fault = new TypeError("x is not a function");
  assert.equal(explainFailure(fault, failed), fault);
});

Deno.test("explainFailure() says what to do about the file system", () => {
  const explained = explainFailure(new Deno.errors.NotADirectory("no"), failed);
  assert.ok(explained instanceof EventLogError);
  assert.match(
    explained.message,
    /^Cannot append as events\.db must be usable/,
  );
});

Deno.test("explainFailure() says that a process which stands still while it opens the file holds it", () => {
  const db = openSqlite(":memory:");
  assert.throws(() => db.exec("no SQL"), (error: Error) => {
    const protocol = Object.assign(error, { code: "SQLITE_PROTOCOL" });
    assert.match(
      explainFailure(protocol, failed).message,
      /^Cannot append as events\.db must not be locked: another process holds its lock \(SQLITE_PROTOCOL\)\. /,
    );
    return true;
  });
  db.close();
});
