import assert from "node:assert/strict";
import { formatDuration, parseDurationMs } from "./duration.ts";

Deno.test("parseDurationMs() reads each unit", () => {
  const durations = ["0", "500ms", "30s", "10m", "24h", "7d", "007s"];
  assert.deepEqual(
    durations.map(parseDurationMs),
    [0, 500, 30_000, 600_000, 86_400_000, 604_800_000, 7000],
  );
});

Deno.test("parseDurationMs() gives null for what is no duration", () => {
  const others = ["", "1", "s", "-1s", "1.5h", "1 h", "1H", "1h30m", "1w"];
  assert.deepEqual(others.map(parseDurationMs), others.map(() => null));
});

Deno.test("formatDuration() writes two units at most", () => {
  const [s, min, h] = [1000, 60_000, 3_600_000];
  const written = [
    0,
    45 * s,
    59.6 * s,
    7 * min,
    60 * min,
    82 * min,
    24 * h,
    76 * h,
    24 * h - s,
  ];
  assert.deepEqual(written.map(formatDuration), [
    "0 s",
    "45 s",
    "1 min",
    "7 min",
    "1 h",
    "1 h 22 min",
    "1 d",
    "3 d 4 h",
    "1 d",
  ]);
});
