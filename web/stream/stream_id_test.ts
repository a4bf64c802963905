import assert from "node:assert/strict";
import { formatStreamId, streamId } from "./stream_id.ts";

Deno.test("streamId() reads what formatStreamId() writes", () => {
  const id = {
    timeMs: 1_787_306_400_123,
    projection: "3f2a9c41",
    revision: 17,
  };
  assert.equal(formatStreamId(id), "1787306400123-3f2a9c41-17");
  assert.deepEqual(streamId(formatStreamId(id)), id);
});

Deno.test("streamId() refuses what is no id", () => {
  for (
    const text of [
      "",
      "1",
      "1-a",
      "1-a-",
      "-1-a-1",
      "1--1",
      "1-A-1",
      "1-a-1-1",
      " 1-a-1",
      "1-a-1\n",
      "1.5-a-1",
      `${"9".repeat(16)}-a-1`,
      `1-${"a".repeat(33)}-1`,
    ]
  ) {
    assert.throws(() => streamId(text), RangeError, JSON.stringify(text));
  }
});
