import assert from "node:assert/strict";
import fc from "fast-check";
import { decodeText } from "./decode_text.ts";

const strict = new TextDecoder("utf-8", { fatal: true });

Deno.test("decodeText() reads what a strict decoder reads, and refuses the same", () => {
  const pieces = fc.array(fc.oneof(
    fc.uint8Array({ maxLength: 8 }),
    fc.constantFrom("{", "Ærø", "衛星 🛰", "\ufeff", "\ufffd")
      .map((text) => new TextEncoder().encode(text)),
  ));
  fc.assert(fc.property(pieces, (pieces) => {
    const bytes = Uint8Array.from(pieces.flatMap((piece) => [...piece]));
    let expected: string | null = null;
    try {
      expected = strict.decode(bytes);
    } catch {
      assert.throws(() => decodeText(bytes), TypeError);
      return;
    }
    assert.equal(decodeText(bytes), expected);
  }));
});

Deno.test("decodeText() reads a view into other bytes", () => {
  const bytes = new TextEncoder().encode("before{}after").subarray(6, 8);
  assert.equal(decodeText(bytes), "{}");
});
