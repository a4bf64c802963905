import assert from "node:assert/strict";
import { createDeadLetterTable } from "./dead_letter_table.ts";
import { textWidth } from "./shorten_text.ts";
import { batchOf, GivenProjection } from "../testdata/given_projection.ts";

Deno.test("createDeadLetterTable() shows where, when, why and what", () => {
  using given = new GivenProjection();
  given.apply([
    batchOf("b_topic/2", 8, ["{}"]),
    batchOf("a_topic", 10, ["x".repeat(100), null]),
  ]);
  given.db.exec("UPDATE dead_letters SET reason = 'why ' || offset");
  assert.deepEqual(createDeadLetterTable(given.db, null).split("\n"), [
    "LOG POSITION  TIME                      REASON  VALUE",
    `a_topic/0/10  1970-01-01T00:00:00.001Z  why 10  ${"x".repeat(100)}`,
    "a_topic/0/11  1970-01-01T00:00:00.000Z  why 11  null",
    "b_topic/2/8   1970-01-01T00:00:00.001Z  why 8   {}",
  ]);
});

Deno.test("createDeadLetterTable() lets no value or reason command the terminal", () => {
  using given = new GivenProjection();
  given.apply([
    batchOf("a_topic", 0, ["\x1b[31m{\n\u202e\u0085", new Uint8Array([255])]),
  ]);
  const table = createDeadLetterTable(given.db, null);
  assert.doesNotMatch(table.replaceAll("\n", ""), /[\p{Cc}\p{Cf}]/u);
  assert.equal(table.split("\n").length, 3);
});

Deno.test("createDeadLetterTable() leaves out of a reason what nearly all have", () => {
  using given = new GivenProjection();
  given.apply([batchOf("a_topic", 0, [null])]);
  const table = createDeadLetterTable(given.db, null);
  assert.match(table, /Z {2}its value must not be null {2}null$/);
});

Deno.test("createDeadLetterTable() gives no more of a value than a preview, and says so", () => {
  using given = new GivenProjection();
  given.apply([batchOf("a_topic", 0, ["x".repeat(4_096), "y".repeat(4_097)])]);
  const [, whole, cut] = createDeadLetterTable(given.db, null).split("\n");
  assert.ok(whole!.endsWith("  " + "x".repeat(4_096)));
  assert.ok(cut!.endsWith("  " + "y".repeat(4_096) + "…"));
});

/** Dead letters of one reason and value each, the last one of short ones. */
function givenLetters(reason: string, value: string): GivenProjection {
  const given = new GivenProjection();
  given.apply([
    batchOf("a_longer_topic/12", 123_456, [value]),
    batchOf("a_topic", 0, ["{}"]),
  ]);
  given.db.prepare("UPDATE dead_letters SET reason = iif(offset, ?, 'r')")
    .run(reason);
  return given;
}

Deno.test("createDeadLetterTable() fits a terminal of any width", () => {
  const texts = [
    "short",
    "long ".repeat(60),
    "衛星".repeat(60),
    "🚀".repeat(90),
  ];
  for (const reason of texts) {
    for (const value of texts) {
      using given = givenLetters(reason, value);
      for (const width of [1, 2, 24, 25, 50, 51, 52, 53, 80, 81, 200, 999]) {
        const lines = createDeadLetterTable(given.db, width).split("\n");
        assert.equal(lines.length, 3);
        for (const line of lines) {
          assert.ok(textWidth(line) <= width, `${width}: ${line}`);
        }
      }
    }
  }
});

Deno.test("createDeadLetterTable() shortens reasons and values as is needed, and not more", () => {
  const before = "a_longer_topic/12/123456  1970-01-01T00:00:00.001Z  ";
  const end = (reason: number, value: number) => {
    using given = givenLetters("r".repeat(reason), "v".repeat(value));
    const width = before.length + 60 + 2;
    const [, line] = createDeadLetterTable(given.db, width).split("\n");
    assert.ok(line!.startsWith(before));
    return line!.slice(before.length);
  };
  const r = (length: number) => "r".repeat(length);
  const v = (length: number) => "v".repeat(length);
  assert.equal(end(90, 90), `${r(39)}…  ${v(19)}…`);
  assert.equal(end(90, 9), `${r(50)}…  ${v(9)}`);
  assert.equal(end(51, 9), `${r(51)}  ${v(9)}`);
  assert.equal(end(9, 51), `${r(9)}  ${v(51)}`);
  assert.equal(end(9, 90), `${r(9)}  ${v(50)}…`);
});

Deno.test("createDeadLetterTable() takes any time that a record may carry", () => {
  using given = new GivenProjection();
  given.apply([batchOf("a_topic", 0, ["x"])]);
  given.db.exec("UPDATE dead_letters SET timestamp_ms = 9007199254740991");
  assert.match(createDeadLetterTable(given.db, null), / 9007199254740991 /);
});

Deno.test("createDeadLetterTable() ends after a hundred, and says how many there are more", () => {
  using given = new GivenProjection();
  assert.equal(
    createDeadLetterTable(given.db, null),
    "There are no dead letters",
  );
  given.apply([batchOf("a_topic", 0, Array(103).fill("x"))]);
  const lines = createDeadLetterTable(given.db, null).split("\n");
  assert.equal(lines.length, 102);
  assert.equal(lines.at(-1), "and 3 more");
});
