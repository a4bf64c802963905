import assert from "node:assert/strict";
import { hexDump } from "./hex_dump.ts";

Deno.test("hexDump() writes sixteen bytes a line, with their place and as ASCII", () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
  const lines = hexDump(bytes).split("\n");
  assert.equal(lines.length, 16);
  assert.equal(
    lines[2],
    "00000020  20 21 22 23 24 25 26 27 28 29 2a 2b 2c 2d 2e 2f   !\"#$%&'()*+,-./",
  );
  assert.equal(
    lines[7],
    "00000070  70 71 72 73 74 75 76 77 78 79 7a 7b 7c 7d 7e 7f  pqrstuvwxyz{|}~.",
  );
  assert.ok(lines[15]!.endsWith("  ................"));
});

Deno.test("hexDump() puts the ASCII of a shorter last line below the others", () => {
  const bytes = new Uint8Array([
    0xff,
    ...new TextEncoder().encode("A".repeat(16)),
  ]);
  const [first, last] = hexDump(bytes).split("\n");
  assert.equal(last, `00000010  41${" ".repeat(47)}A`);
  assert.equal(last!.lastIndexOf("A"), first!.indexOf(".A"));
  assert.equal(hexDump(new Uint8Array()), "");
});
