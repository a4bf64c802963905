import { deepEqual, equal } from "node:assert/strict";
import { followedRange } from "./followed_range.ts";

const dayMs = 86_400_000;
const fromMs = Date.parse("2026-08-01T10:20:00Z");

Deno.test("followedRange() is the page's range from a week on", () => {
  const week = { fromMs, toMs: fromMs + 7 * dayMs };
  deepEqual(followedRange({ kind: "history", range: week }), week);
  const shorter = { fromMs, toMs: week.toMs - 1 };
  equal(followedRange({ kind: "history", range: shorter }), null);
});

Deno.test("followedRange() is the same for an hour while the page is live", () => {
  const at = (afterMs: number) =>
    followedRange({
      kind: "live",
      range: { fromMs: fromMs + afterMs, toMs: fromMs + 7 * dayMs + afterMs },
    });
  deepEqual(at(0), {
    fromMs: Date.parse("2026-08-01T10:00:00Z"),
    toMs: Date.parse("2026-08-08T11:00:00Z"),
  });
  deepEqual(at(39 * 60_000), at(0));
});
