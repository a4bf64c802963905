import assert from "node:assert/strict";
import fc from "fast-check";
import { csvFields } from "./csv_fields.ts";

Deno.test("csvFields() splits at commas that are not in quotes", () => {
  assert.deepEqual(csvFields("a,b,,c"), ["a", "b", "", "c"]);
  assert.deepEqual(csvFields(""), [""]);
  assert.deepEqual(csvFields(","), ["", ""]);
  assert.deepEqual(csvFields('"a,b",c,""'), ["a,b", "c", ""]);
  assert.deepEqual(csvFields('a,"say ""hi"""'), ["a", 'say "hi"']);
  assert.deepEqual(csvFields('"a",'), ["a", ""]);
});

Deno.test("csvFields() refuses quotes that are open or within a field", () => {
  for (const line of ['"a,b', 'a"b,c', '"a"b,c', 'a,b"', '"']) {
    assert.equal(csvFields(line), null, line);
  }
});

Deno.test("csvFields() takes no time for a long line", () => {
  const started = performance.now();
  for (const piece of ["x", '""', '"', ","]) {
    csvFields(`"${piece.repeat(2_000_000)}`);
  }
  assert.ok(performance.now() - started < 5000);
});

Deno.test("csvFields() reads whatever was written by RFC 4180", () => {
  const quoted = (field: string) => `"${field.replaceAll('"', '""')}"`;
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 1 }), (fields) => {
      assert.deepEqual(csvFields(fields.map(quoted).join(",")), fields);
    }),
  );
});
