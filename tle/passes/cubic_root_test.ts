import assert from "node:assert/strict";
import { cubicRoot } from "./cubic_root.ts";

Deno.test("cubicRoot() finds where a cubic changes its sign, rising or falling", () => {
  const near = (root: number, expected: number) =>
    assert.ok(Math.abs(root - expected) < 1e-9, `${root}`);
  near(cubicRoot(-0.25, 1, 0, 0), 0.25);
  near(cubicRoot(0.25, 0, -1, 0), 0.5);
  near(cubicRoot(-0.125, 0, 0, 1), 0.5);
  // (u - 0.3) (u + 1) (u - 2)
  near(cubicRoot(0.6, -1.7, -1.3, 1), 0.3);
});

Deno.test("cubicRoot() gives an end where the sign does not change", () => {
  assert.ok(cubicRoot(1, 1, 0, 0) > 1 - 1e-8);
});
