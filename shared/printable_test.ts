import assert from "node:assert/strict";
import { printableCell, printableLine, printableText } from "./printable.ts";

const NASTY = "a\x1b[31m\tb\r\n\u202ec\u2028d\x00\u0085é🛰";

Deno.test("printableCell() puts one space for what is not to be seen", () => {
  assert.equal(printableCell(NASTY), "a [31m b c d é🛰");
});

Deno.test("printableLine() shows control characters, and ends no line", () => {
  assert.equal(
    printableLine(NASTY),
    "a\\u{1b}[31m\\u{9}b\\u{d}\\u{a}\\u{202e}c\\u{2028}d\\u{0}\\u{85}é🛰",
  );
});

Deno.test("printableText() keeps lines and tabs, and shows other control characters", () => {
  assert.equal(
    printableText(NASTY),
    "a\\u{1b}[31m\tb\\u{d}\n\\u{202e}c\\u{2028}d\\u{0}\\u{85}é🛰",
  );
});
