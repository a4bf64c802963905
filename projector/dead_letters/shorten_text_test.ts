import assert from "node:assert/strict";
import { shortenText, textWidth } from "./shorten_text.ts";

Deno.test("textWidth() counts columns, not characters", () => {
  const widths = {
    "": 0,
    abc: 3,
    "é": 1,
    "e\u0301": 1,
    "衛星": 4,
    "🛰": 1,
    "🚀": 2,
  };
  for (const [text, width] of Object.entries(widths)) {
    assert.equal(textWidth(text), width, text);
  }
});

Deno.test("shortenText() leaves a text that fits", () => {
  for (const text of ["", "abcde", "衛星e"]) {
    assert.equal(shortenText(text, 5), text);
  }
});

Deno.test("shortenText() cuts a longer one, and says so in the room that it has", () => {
  assert.equal(shortenText("abcdef", 5), "abcd…");
  assert.equal(shortenText("abcdef", 1), "…");
  assert.equal(shortenText("abcdef", 0), "");
  assert.equal(shortenText("衛星衛星", 5), "衛星…");
  assert.equal(shortenText("a衛星衛星", 5), "a衛…");
  assert.equal(shortenText("🚀".repeat(9), 4), "🚀…");
});
