import { deepEqual } from "node:assert/strict";
import { arrange } from "./arrange.ts";

Deno.test("arrange() moves a column by one place, or hides it, and leaves the others", () => {
  const ids = [1, 2, 3, 4];
  deepEqual(arrange(ids, 3, "earlier"), [1, 3, 2, 4]);
  deepEqual(arrange(ids, 2, "later"), [1, 3, 2, 4]);
  deepEqual(arrange(ids, 2, "hide"), [1, 3, 4]);
  deepEqual(ids, [1, 2, 3, 4]);
});

Deno.test("arrange() leaves a column at an end where it is", () => {
  deepEqual(arrange([1, 2], 1, "earlier"), [1, 2]);
  deepEqual(arrange([1, 2], 2, "later"), [1, 2]);
});

Deno.test("arrange() does not bring back by a move what was hidden", () => {
  deepEqual(arrange([1, 2], 3, "earlier"), [1, 2]);
});
