import { deepEqual, equal } from "node:assert/strict";
import { momentOf } from "../feed/moment.ts";
import type { Player } from "../feed/player.ts";
import { planStream } from "../feed/stream_plan.ts";
import { Steering } from "./steering.ts";
import { defaultViewState, type ViewState } from "./view_state.ts";

const hourMs = 3_600_000;
const nowMs = Date.UTC(2026, 7, 23, 10, 30);

/** A view that has come, and what became of it; a replay has come to `reachedMs`. */
function givenView(
  change: Partial<ViewState>,
  { reachedMs = null }: { reachedMs?: number | null } = {},
) {
  let state = { ...defaultViewState, ...change };
  const changes: string[] = [];
  const player = {
    get wanted() {
      return { state };
    },
    momentOf: () => {
      const { axis } = planStream(state, nowMs);
      const phase = state.speed === null ? "live" : "range";
      const standing = { axis, phase, reachedMs, lostSinceMs: null } as const;
      return momentOf(state, standing, nowMs);
    },
    choose: (change: Partial<ViewState>) => ({ ...state, ...change }),
    goOn: (speed: ViewState["speed"]) => ({ ...state, speed, atMs: null }),
  } as unknown as Player;
  const keep = (name: string) => (next: ViewState | null) => {
    changes.push(name);
    state = next!;
  };
  const steering = new Steering(player, {
    now: () => nowMs,
    go: keep("go"),
    keep: keep("keep"),
  });
  return { steering, changes, state: () => state };
}

const past = {
  kind: "fixed",
  fromMs: nowMs - 3 * hourMs,
  toMs: nowMs - 2 * hourMs,
} as const;
const toNow = { ...past, toMs: null };

Deno.test("Steering can step on wherever something later is known, and only there", () => {
  const canStepOn = (change: Partial<ViewState>) =>
    givenView(change).steering.canStepOn;
  equal(canStepOn({}), false);
  equal(canStepOn({ atMs: nowMs - 60_000 }), true);
  equal(canStepOn({ atMs: nowMs }), false);
  equal(canStepOn({ range: toNow }), false);
  equal(canStepOn({ range: toNow, atMs: nowMs - 60_000 }), true);
  equal(canStepOn({ range: past }), false);
  equal(canStepOn({ range: past, atMs: past.toMs }), false);
  equal(canStepOn({ range: past, atMs: past.toMs - 1 }), true);
});

Deno.test("Steering steps as far as it says, and back to where it was, also out of a replay", () => {
  for (const speed of [null, 60, 600] as const) {
    for (const range of [defaultViewState.range, past, toNow]) {
      const atMs = nowMs - 2.5 * hourMs + 4_000;
      const { steering, state } = givenView({ range, speed, atMs });
      const { stepMs } = steering;
      steering.step(1);
      const first = state().atMs!;
      equal(first % stepMs, 0);
      equal(first > atMs && first - atMs <= stepMs, true);
      equal(steering.stepMs, stepMs);
      steering.step(1);
      equal(state().atMs, first + stepMs);
      steering.step(-1);
      equal(state().atMs, first);
      steering.step(-1);
      steering.step(1);
      equal(state().atMs, first);
    }
  }
});

Deno.test("Steering stays paused when another speed is chosen, and plays on at it", () => {
  const atMs = nowMs - 600_000;
  const live = givenView({ atMs });
  live.steering.chooseSpeed(1);
  deepEqual(live.changes, []);
  live.steering.chooseSpeed(600);
  equal(live.steering.speed, 600);
  equal(live.state().atMs, atMs);
  // What is played on keeps its beginning.
  const fromMs = atMs - hourMs;
  deepEqual(live.state().range, { kind: "fixed", fromMs, toMs: null });
  live.steering.togglePlay();
  equal(live.state().speed, 600);
  equal(live.state().atMs, null);

  const fixed = givenView({ range: past, atMs: past.fromMs + 60_000 });
  fixed.steering.chooseSpeed(10);
  equal(fixed.state().atMs, past.fromMs + 60_000);
  equal(fixed.state().speed, 10);
  deepEqual(fixed.state().range, past);

  const replay = givenView({ speed: 60, atMs });
  replay.steering.chooseSpeed(600);
  equal(replay.state().atMs, atMs);
  equal(replay.state().speed, 600);
  deepEqual(replay.state().range, defaultViewState.range);
});

Deno.test("Steering plays what is over from its start at the speed that is chosen", () => {
  const { steering, state } = givenView({ range: past });
  steering.chooseSpeed(60);
  equal(state().speed, 60);
  equal(state().atMs, null);
});

Deno.test("Steering tells what is live to be at its own speed, and what is fixed to be faster", () => {
  const speedOf = (change: Partial<ViewState>) =>
    givenView(change).steering.speed;
  equal(speedOf({}), 1);
  equal(speedOf({ range: toNow }), 1);
  equal(speedOf({ range: toNow, atMs: nowMs - 60_000 }), 1);
  equal(speedOf({ range: { ...past, toMs: nowMs + hourMs } }), 1);
  equal(speedOf({ range: past }), 60);
  equal(speedOf({ range: past, speed: 10 }), 10);
});
