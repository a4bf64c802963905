import assert from "node:assert/strict";
import type { Moment } from "../feed/moment.ts";
import { describeElements } from "./describe_panel.ts";

const NOW_MS = Date.parse("2026-08-23T14:00:00Z");
const moment = { kind: "live", nowMs: NOW_MS } as Moment;

Deno.test("describeElements() says so where the elements are not known", () => {
  const id = "3f2a9c41d07b";
  const unheardOf = { id, epoch: null, age_hours: null, source: "" };
  for (const elements of [null, unheardOf]) {
    assert.deepEqual(describeElements(elements, moment), {
      text: "elements unknown",
      hint:
        "What these positions were computed from is not recorded with them.",
      old: false,
    });
  }
});

Deno.test("describeElements() tells the age of the elements, and calls old ones old", () => {
  const ofEpoch = (epoch: string) =>
    describeElements(
      { id: "3f2a9c41d07b", epoch, age_hours: 0, source: "bundled" },
      moment,
    );
  const young = ofEpoch("2026-08-22T14:00:00Z");
  assert.match(young.text, /^elements .* old$/);
  assert.match(young.hint, /^Set 3f2a9c41d07b, .* source: bundled\.$/);
  assert.equal(young.old, false);
  assert.equal(ofEpoch("2026-08-01T14:00:00Z").old, true);
});
