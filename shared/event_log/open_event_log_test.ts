import assert from "node:assert/strict";
import { newRecord, readAll, textsOf } from "./contract/contract_support.ts";
import { openEventLog } from "./open_event_log.ts";
import { makeTemporaryFolder } from "./sqlite/sqlite_test_support.ts";

Deno.test("openEventLog() opens an embedded log by its path", async () => {
  await using folder = await makeTemporaryFolder();
  const log = await openEventLog(`sqlite:${folder.logPath}`);
  await log.append("a", [newRecord("1")]);
  assert.deepEqual(textsOf(await readAll(log, { topics: ["a"] })), ["1"]);
  await log.close();
});

Deno.test("openEventLog() refuses what it cannot open, and tells what it can", async () => {
  const settings = {
    "kafka://": /such as kafka:\/\/localhost:9092: .* "kafka:\/\/"/,
    "sqlite:": /such as sqlite:data\/events\.db, .* current value is "sqlite:"/,
    "data/events.db": /current value is "data\/events.db"/,
    "": /current value is ""/,
  };
  for (const [setting, message] of Object.entries(settings)) {
    const expected = { name: "EventLogError", message };
    await assert.rejects(openEventLog(setting), expected);
  }
});
