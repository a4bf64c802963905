import { equal } from "node:assert/strict";
import {
  type Handle,
  type ScrubberKey,
  scrubberMove,
} from "./scrubber_move.ts";
import { type Focus, type KeyPress, shortcutOf } from "./shortcuts.ts";

const plain = {
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  defaultPrevented: false,
};
const press = (
  key: string,
  more: Partial<KeyPress> = {},
  focus: Focus = "other",
  options = { isPointing: false },
) => shortcutOf({ ...plain, key, ...more }, focus, options);

Deno.test("shortcutOf() plays with Space, steps with arrows, goes a span with Shift", () => {
  equal(press(" "), "toggle-play");
  equal(press("ArrowLeft"), "step-back");
  equal(press("ArrowRight"), "step-on");
  equal(press("ArrowLeft", { shiftKey: true }), "span-back");
  equal(press("ArrowRight", { shiftKey: true }), "span-on");
  equal(press("a"), null);
});

Deno.test("shortcutOf() leaves keys to fields, to buttons, to the browser, and to who took them", () => {
  equal(press("ArrowLeft", {}, "field"), null);
  equal(press(" ", {}, "field"), null);
  equal(press(" ", {}, "button"), null);
  equal(press("ArrowLeft", {}, "button"), "step-back");
  equal(press("ArrowLeft", { altKey: true }), null);
  equal(press("ArrowLeft", { metaKey: true }), null);
  equal(press("ArrowLeft", { ctrlKey: true }), null);
  equal(press("ArrowLeft", { defaultPrevented: true }), null);
});

Deno.test("shortcutOf() plays with Space after a pointer has pressed a button of time, not where keys have come to it", () => {
  const pointed = { isPointing: true };
  equal(press(" ", {}, "time-button", pointed), "toggle-play");
  equal(press(" ", {}, "time-button"), null);
  equal(press(" ", {}, "button", pointed), null);
  equal(press(" ", { shiftKey: true }, "time-button", pointed), null);
  equal(press("ArrowLeft", {}, "time-button"), "step-back");
});

const range = { fromMs: 4_000_000, toMs: 5_000_000 };
const strip = { fromMs: 0, toMs: 10_000_000 };
const move = (handle: Handle, key: string, isLarge = false) =>
  scrubberMove(handle, key as ScrubberKey, { range, strip, isLarge });

Deno.test("scrubberMove() moves the range by a tenth of itself, and an end by a share of the strip", () => {
  equal(move("whole", "ArrowRight"), 100_000);
  equal(move("whole", "ArrowDown"), -100_000);
  equal(move("whole", "ArrowRight", true), 1_000_000);
  equal(move("from", "ArrowLeft"), -50_000);
  equal(move("to", "ArrowUp"), 50_000);
  equal(move("to", "ArrowUp", true), 500_000);
});

Deno.test("scrubberMove() goes a whole span with the page keys, and to the ends", () => {
  equal(move("whole", "PageUp"), 1_000_000);
  equal(move("whole", "PageDown"), -1_000_000);
  equal(move("whole", "Home"), -4_000_000);
  equal(move("whole", "End"), 5_000_000);
  equal(move("from", "Home"), -4_000_000);
  equal(move("to", "End"), 5_000_000);
});

Deno.test("scrubberMove() knows no other keys, and no step below a second", () => {
  equal(move("whole", "Tab"), null);
  const short = { fromMs: 0, toMs: 2_000 };
  const options = { range: short, strip: short, isLarge: false };
  equal(scrubberMove("whole", "ArrowRight", options), 1_000);
});
