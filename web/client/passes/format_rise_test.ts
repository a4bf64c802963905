import { equal } from "node:assert/strict";
import { formatRise } from "./format_rise.ts";

Deno.test("formatRise() names the day where another one begins", () => {
  const evening = "2026-08-23T23:52:10.250Z";
  equal(formatRise(evening, null), "23 Aug 23:52:10");
  equal(formatRise(evening, "2026-08-23T01:00:00.000Z"), "23:52:10");
  equal(formatRise("2026-08-24T00:00:00.000Z", evening), "24 Aug 00:00:00");
});
