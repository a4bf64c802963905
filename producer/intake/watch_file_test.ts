import assert from "node:assert/strict";
import { parseWatchFile } from "./watch_file.ts";

const parse = (text: string) => parseWatchFile("data/watch.txt", text);

Deno.test("parseWatchFile() reads names and numbers, with comments and any line ends", () => {
  const { entries, problems } = parse(
    "\uFEFF# ours\r\n25544\r\n\r\n  ISS (NAUKA)  # a module\rstations\n#27424\n",
  );
  assert.deepEqual(entries, [
    { line: 2, word: "25544" },
    { line: 4, word: "ISS (NAUKA)" },
    { line: 5, word: "stations" },
  ]);
  assert.deepEqual(problems, []);
});

Deno.test("parseWatchFile() takes a mark within a name for no comment", () => {
  assert.deepEqual(parse("OBJECT#7").entries, [{ line: 1, word: "OBJECT#7" }]);
});

Deno.test("parseWatchFile() names the lines that could be nobody, and loses no other", () => {
  const { entries, problems } = parse(
    ["25544", "0", "-5", "1234567890", "x".repeat(61), "A\u0000B", "27424"]
      .join("\n"),
  );
  assert.deepEqual(entries.map(({ word }) => word), ["25544", "27424"]);
  assert.deepEqual(problems.map(({ line }) => line), [2, 3, 4, 5, 6]);
  assert.equal(
    problems[0]!.message,
    "Cannot watch it as it must be a number of 1 to 999999999: " +
      'current value is "0"',
  );
  assert.match(problems[4]!.message, /a name of at most 60 characters/);
});

Deno.test("parseWatchFile() takes an empty file for nothing to watch", () => {
  assert.deepEqual(parse("").entries, []);
});
