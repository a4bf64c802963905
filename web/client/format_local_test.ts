import { equal, match } from "node:assert/strict";
import { formatLocal } from "./format_local.ts";

Deno.test("formatLocal() writes a time as the rest of the page, with its zone", () => {
  const timeMs = Date.UTC(2026, 7, 23, 14, 36, 42);
  const text = formatLocal(timeMs);
  match(text, /^2026-08-2\d \d\d:\d\d:42 \S+$/);
  const [day, clock] = text.split(" ");
  equal(new Date(`${day}T${clock}`).getTime(), timeMs);
});
