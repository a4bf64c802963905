import assert from "node:assert/strict";
import { formatLogPosition, parseLogPosition } from "./log_position.ts";

Deno.test("parseLogPosition() reads what formatLogPosition() writes", () => {
  for (
    const at of [
      { topic: "terra_topic", partition: 0, offset: 42 },
      { topic: "a.b-C", partition: 2 ** 31 - 1, offset: 2 ** 53 - 1 },
    ]
  ) assert.deepEqual(parseLogPosition(formatLogPosition(at)), at);
});

Deno.test("parseLogPosition() takes nothing else for a log position", () => {
  for (
    const text of [
      "",
      "terra_topic",
      "terra_topic/0",
      "terra_topic/0/",
      "/0/1",
      "terra_topic/0/1/",
      "terra topic/0/1",
      "terra_topic/-1/1",
      "terra_topic/0/1.5",
      "terra_topic/0/0x1",
      "terra_topic/0/1\n",
      "terra_topic/2147483648/1",
      "terra_topic/0/9007199254740992",
      `${"x".repeat(250)}/0/1`,
    ]
  ) assert.equal(parseLogPosition(text), null, text);
});
