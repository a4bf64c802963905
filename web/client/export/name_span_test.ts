import { equal } from "node:assert/strict";
import { nameInstant, nameSpan } from "./name_span.ts";

const at = (time: string) => Date.parse(time);

Deno.test("nameInstant() has seconds only where there are any, and nothing that files cannot be named", () => {
  equal(nameInstant(at("2026-08-23T17:00:00Z")), "2026-08-23T1700Z");
  equal(nameInstant(at("2026-08-23T00:00:00.400Z")), "2026-08-23T0000Z");
  equal(nameInstant(at("2026-08-23T17:00:05.999Z")), "2026-08-23T170005Z");
});

Deno.test("nameSpan() names the day of the end where it is another one", () => {
  equal(
    nameSpan(at("2026-08-23T17:00:00Z"), at("2026-08-23T17:30:00Z")),
    "2026-08-23T1700Z to 1730Z",
  );
  equal(
    nameSpan(at("2026-08-23T23:00:00Z"), at("2026-08-24T00:00:01Z")),
    "2026-08-23T2300Z to 2026-08-24T000001Z",
  );
});
