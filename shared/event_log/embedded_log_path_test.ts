import assert from "node:assert/strict";
import { embeddedLogPath } from "./embedded_log_path.ts";

Deno.test("embeddedLogPath() is the file of an embedded log, and of no other", () => {
  assert.equal(embeddedLogPath("sqlite:data/events.db"), "data/events.db");
  assert.equal(embeddedLogPath("sqlite:/a/b:c.db"), "/a/b:c.db");
  for (const place of ["sqlite:", "", "kafka://host:9092", "a/sqlite:b"]) {
    assert.equal(embeddedLogPath(place), null, place);
  }
});
