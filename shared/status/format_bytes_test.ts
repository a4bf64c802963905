import assert from "node:assert/strict";
import { formatBytes } from "./format_bytes.ts";

Deno.test("formatBytes() writes what people read, with two digits at least", () => {
  const written = {
    0: "0 B",
    999: "999 B",
    1_000: "1.0 kB",
    9_949: "9.9 kB",
    9_950: "10 kB",
    999_499: "999 kB",
    999_500: "1.0 MB",
    1_234_567_890: "1.2 GB",
    5e15: "5000 TB",
  };
  for (const [bytes, text] of Object.entries(written)) {
    assert.equal(formatBytes(Number(bytes)), text);
  }
});
