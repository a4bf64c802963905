import assert from "node:assert/strict";
import { Hono } from "hono";
import { acceptedPassesFormat, contentTypeOf } from "./passes_formats.ts";

const ACCEPTED: [accept: string | null, format: string][] = [
  [null, "json"],
  ["*/*", "json"],
  ["text/html", "json"],
  ["text/csv", "csv"],
  ["text/calendar", "ics"],
  ["text/calendar;q=0.5, text/csv;q=0.9", "csv"],
  ["text/calendar;q=0", "json"],
];

for (const [accept, format] of ACCEPTED) {
  Deno.test(`acceptedPassesFormat() takes Accept: ${accept} for ${format}`, async () => {
    const app = new Hono().get("/", (c) => c.text(acceptedPassesFormat(c)));
    const headers = new Headers(accept === null ? {} : { accept });
    const response = await app.request("/", { headers });
    assert.equal(await response.text(), format);
  });
}

Deno.test("contentTypeOf() tells how a text is encoded", () => {
  assert.equal(contentTypeOf("json"), "application/json");
  assert.equal(contentTypeOf("ics"), "text/calendar; charset=utf-8");
});
