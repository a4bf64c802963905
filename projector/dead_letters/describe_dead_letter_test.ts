import assert from "node:assert/strict";
import type { StoredDeadLetter } from "../../shared/projection/read_dead_letters.ts";
import { describeDeadLetter } from "./describe_dead_letter.ts";

const utf8 = new TextEncoder();

const letter: StoredDeadLetter = {
  at: { topic: "terra_topic", partition: 2, offset: 42 },
  key: "25994",
  value: utf8.encode('{\n\t"a": 1\n}'),
  timestampMs: Date.parse("2026-08-21T14:00:00.5Z"),
  reason: "Cannot decode event as it must be nicer",
};

function linesOf(change: Partial<StoredDeadLetter>): string[] {
  return describeDeadLetter({ ...letter, ...change }).split("\n");
}

Deno.test("describeDeadLetter() tells all of it, and its value as it is", () => {
  assert.deepEqual(linesOf({}), [
    "LOG POSITION  terra_topic/2/42",
    "TIME          2026-08-21T14:00:00.500Z",
    'KEY           "25994"',
    "REASON        Cannot decode event as it must be nicer",
    "VALUE         11 bytes, UTF-8",
    "",
    "{",
    '\t"a": 1',
    "}",
  ]);
});

Deno.test("describeDeadLetter() gives a long value whole", () => {
  const value = utf8.encode("x".repeat(1_000_000));
  assert.equal(linesOf({ value }).at(-1), "x".repeat(1_000_000));
});

Deno.test("describeDeadLetter() dumps a value that is not UTF-8", () => {
  assert.deepEqual(linesOf({ value: new Uint8Array([0x1b]) }).slice(4), [
    "VALUE         1 byte, UTF-8",
    "",
    "\\u{1b}",
  ]);
  assert.deepEqual(linesOf({ value: new Uint8Array([0xff, 0x41]) }).slice(4), [
    "VALUE         2 bytes, not UTF-8",
    "",
    `00000000  ff 41${" ".repeat(44)}.A`,
  ]);
});

Deno.test("describeDeadLetter() tells what there is not", () => {
  const lines = linesOf({ key: null, value: null, timestampMs: 2 ** 53 });
  assert.deepEqual(lines.filter((_, i) => i !== 0 && i !== 3), [
    "TIME          9007199254740992 ms since 1970, which is no date",
    "KEY           null",
    "VALUE         null",
  ]);
});

Deno.test("describeDeadLetter() lets no part of it command the terminal, or pass for another part", () => {
  const nasty = "\x1b[2J\nVALUE         fine\u202e\u0085";
  const lines = linesOf({
    key: nasty,
    reason: nasty,
    value: utf8.encode(nasty),
  });
  assert.equal(lines.length, 8);
  assert.equal(
    lines[2],
    'KEY           "\\u001b[2J\\nVALUE         fine\\u{202e}\\u{85}"',
  );
  assert.equal(
    lines[3],
    "REASON        \\u{1b}[2J\\u{a}VALUE         fine\\u{202e}\\u{85}",
  );
  assert.deepEqual(lines.slice(6), [
    "\\u{1b}[2J",
    "VALUE         fine\\u{202e}\\u{85}",
  ]);
});
