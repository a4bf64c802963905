import assert from "node:assert/strict";
import {
  partitionOf,
  statusOf,
} from "../../shared/status/testdata/given_status.ts";
import { whyNotReady } from "./why_not_ready.ts";

const trouble = { reason: "it is away", sinceMs: 0 };
const halted = partitionOf({ partition: 1, halted: "It is another log" });

Deno.test("whyNotReady() is silent of a projector that is behind, halted in part, or has nothing to read", () => {
  for (
    const partitions of [
      [partitionOf({ endOffset: 1e6 })],
      [partitionOf(), halted],
      [],
    ]
  ) {
    assert.deepEqual(whyNotReady(statusOf({ partitions })), []);
  }
});

Deno.test("whyNotReady() tells every reason why nothing can go on", () => {
  const status = statusOf({
    logTrouble: trouble,
    writingTrouble: trouble,
    partitions: [halted],
  });
  assert.deepEqual(whyNotReady(status), [
    "The log cannot be reached: it is away",
    "Writing waits: it is away",
    "Every partition has halted",
  ]);
});
