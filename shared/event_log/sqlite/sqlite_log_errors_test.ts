import assert from "node:assert/strict";
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
