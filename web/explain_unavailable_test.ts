import assert from "node:assert/strict";
import {
  partitionOf,
  statusOf,
} from "../shared/status/testdata/given_status.ts";
import { explainUnavailable } from "./explain_unavailable.ts";

const NOW_MS = 1_000_000;
const running = { updatedMs: NOW_MS, logAnsweredMs: NOW_MS };
const NONE = "A projector has to run, and to reach the event log, to make it";

Deno.test("explainUnavailable() tells how far a projection in the making is", () => {
  const status = statusOf({
    ...running,
    partitions: [
      partitionOf({ recordsRead: 700, fromOffset: 700, endOffset: 1_500 }),
      partitionOf({ recordsRead: 500, fromOffset: 500, endOffset: 500 }),
    ],
  });
  assert.equal(
    explainUnavailable(status, NOW_MS),
    "It is being made from the event log: 60 %, 1,200 of 2,000 records are " +
      "applied",
  );
});

Deno.test("explainUnavailable() tells what is needed where nobody is at it", () => {
  assert.equal(explainUnavailable(null, NOW_MS), NONE);
  const gone = statusOf({ ...running, updatedMs: NOW_MS - 60_000 });
  assert.equal(explainUnavailable(gone, NOW_MS), NONE);
  const logTrouble = { reason: "it fell", sinceMs: NOW_MS };
  const away = statusOf({ ...running, logTrouble });
  assert.equal(explainUnavailable(away, NOW_MS), NONE);
});
