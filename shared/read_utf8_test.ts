import assert from "node:assert/strict";
import { readUtf8 } from "./read_utf8.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);

Deno.test("readUtf8() reads text as it is, with a mark at its beginning too", () => {
  for (const text of ["", "{}", "\ufeffa", "a\0b", "\ufffd", "Tübingen 🛰"]) {
    assert.equal(readUtf8(bytesOf(text)), text);
  }
});

Deno.test("readUtf8() reads nothing from bytes that are no text", () => {
  for (const bytes of [[0xff], [0xc3], [0x61, 0x80], [0xed, 0xa0, 0x80]]) {
    assert.equal(readUtf8(new Uint8Array(bytes)), null);
  }
});

Deno.test("readUtf8() leaves out a character that was cut off, and no other fault", () => {
  const satellite = bytesOf("a🛰");
  for (const end of [1, 2, 3, 4]) {
    const text = readUtf8(satellite.subarray(0, end), { isCut: true });
    assert.equal(text, "a");
  }
  assert.equal(readUtf8(satellite, { isCut: true }), "a🛰");
  assert.equal(readUtf8(new Uint8Array([0x61, 0xff]), { isCut: true }), null);
});
