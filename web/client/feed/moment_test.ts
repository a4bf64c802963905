import { deepEqual } from "node:assert/strict";
import {
  defaultViewState,
  type ViewState,
} from "../time_control/view_state.ts";
import { momentOf, type Standing } from "./moment.ts";

const range = { fromMs: 1_000, toMs: 100_000 };
const kindAt = (
  nowMs: number,
  { phase = "live", ...more }: Partial<ViewState> & {
    phase?: Standing["phase"];
  } = {},
) => {
  const state: ViewState = {
    ...defaultViewState,
    range: { kind: "fixed", ...range },
    ...more,
  };
  const standing: Standing = {
    axis: { kind: "fixed", ...range },
    phase,
    reachedMs: 50_000,
    lostSinceMs: null,
  };
  const { kind, shownMs } = momentOf(state, standing, nowMs);
  return [kind, shownMs];
};

Deno.test("momentOf() is live up to the end of a range, and fixed by itself behind it", () => {
  deepEqual(kindAt(99_999), ["live", 99_999]);
  deepEqual(kindAt(100_000), ["history", 100_000]);
});

Deno.test("momentOf() shows a replay where it stands, and its end when it is over", () => {
  const replay = { speed: 60 } as const;
  deepEqual(kindAt(200_000, { ...replay, phase: "range" }), ["replay", 50_000]);
  deepEqual(kindAt(200_000, { ...replay, phase: "end" }), ["history", 100_000]);
});

Deno.test("momentOf() shows what it is paused at, whatever else comes", () => {
  deepEqual(kindAt(200_000, { atMs: 7_000 }), ["paused", 7_000]);
});
