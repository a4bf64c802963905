import assert from "node:assert/strict";
import { describeDeadLetters } from "./describe_dead_letters.ts";

Deno.test("describeDeadLetters() tells where a record is, why it was not applied, and how it begins", () => {
  const letter = {
    topic: "terra_topic",
    partition: 0,
    offset: 12,
    time: "2026-11-23T10:00:00Z",
    reason: "not JSON",
    value: "x".repeat(100),
    value_bytes: 100,
  };
  const others = [
    { ...letter, time: null, value: null, value_bytes: 1_200 },
    { ...letter, value: null, value_bytes: null },
  ];
  const rows = describeDeadLetters([letter, ...others]);
  assert.deepEqual(rows.map((row) => row.map(({ text }) => text)), [
    [
      "terra_topic/0/12",
      "2026-11-23 10:00:00",
      "not JSON",
      `${"x".repeat(80)}…`,
    ],
    ["terra_topic/0/12", "not known", "not JSON", "1.2 kB of binary"],
    ["terra_topic/0/12", "2026-11-23 10:00:00", "not JSON", "empty"],
  ]);
});
