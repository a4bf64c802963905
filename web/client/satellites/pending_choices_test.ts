import { deepEqual } from "node:assert/strict";
import { PendingChoices } from "./pending_choices.ts";

Deno.test("PendingChoices count as made until they are shown", () => {
  const pending = new PendingChoices();
  const shown = new Set([1, 2]);
  pending.add(1, false);
  pending.add(3, true);
  deepEqual([...pending.applyTo(shown)], [2, 3]);
  pending.settle(new Set([2]));
  deepEqual([...pending.applyTo(new Set([2]))], [2, 3]);
  pending.settle(new Set([2, 3]));
  deepEqual([...pending.applyTo(shown)], [1, 2]);
});
