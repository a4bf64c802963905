import assert from "node:assert/strict";
import { createDeadLetterTable } from "./dead_letter_table.ts";
import { batchOf, GivenProjection } from "./testdata/given_projection.ts";

Deno.test("createDeadLetterTable() shows where, when, why and what", () => {
  using given = new GivenProjection();
  given.apply([
    batchOf("b_topic/2", 8, ["{}"]),
    batchOf("a_topic", 10, ["x".repeat(100), null]),
  ]);
  given.db.exec("UPDATE dead_letters SET reason = 'why ' || offset");
  assert.deepEqual(createDeadLetterTable(given.db).split("\n"), [
    "LOG POSITION  TIME                      REASON  VALUE",
    `a_topic/0/10  1970-01-01T00:00:00.001Z  why 10  ${"x".repeat(40)}`,
    "a_topic/0/11  1970-01-01T00:00:00.000Z  why 11  null",
    "b_topic/2/8   1970-01-01T00:00:00.001Z  why 8   {}",
  ]);
});

Deno.test("createDeadLetterTable() lets no value or reason command the terminal", () => {
  using given = new GivenProjection();
  given.apply([
    batchOf("a_topic", 0, ["\x1b[31m{\n\u202e\u0085", new Uint8Array([255])]),
  ]);
  const table = createDeadLetterTable(given.db);
  assert.doesNotMatch(table.replaceAll("\n", ""), /[\p{Cc}\p{Cf}]/u);
  assert.equal(table.split("\n").length, 3);
});

Deno.test("createDeadLetterTable() takes any time that a record may carry", () => {
  using given = new GivenProjection();
  given.apply([batchOf("a_topic", 0, ["x"])]);
  given.db.exec("UPDATE dead_letters SET timestamp_ms = 9007199254740991");
  assert.match(createDeadLetterTable(given.db), / 9007199254740991 /);
});

Deno.test("createDeadLetterTable() ends after a hundred, and says how many there are more", () => {
  using given = new GivenProjection();
  assert.equal(createDeadLetterTable(given.db), "There are no dead letters");
  given.apply([batchOf("a_topic", 0, Array(103).fill("x"))]);
  const lines = createDeadLetterTable(given.db).split("\n");
  assert.equal(lines.length, 102);
  assert.equal(lines.at(-1), "and 3 more");
});
