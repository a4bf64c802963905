import assert from "node:assert/strict";
import fc from "fast-check";
import { MissingTicks } from "./missing_ticks.ts";

const HOUR_MS = 3_600_000;
// Within a few hours, so that what is added is met again.
const timeMs = fc.integer({ min: 490_000 * HOUR_MS, max: 490_003 * HOUR_MS });
const nearStart = timeMs.map((t) => t - t % 500);
const stepMs = fc.constantFrom(1000, 1500, 7000, 60_000, 1_234_567, HOUR_MS);
const change = fc.oneof(
  fc.record({ kind: fc.constant("add"), t: nearStart, span: fc.constant(0) }),
  fc.record({ kind: fc.constant("remove"), t: nearStart, span: fc.nat(99) }),
  fc.record({
    kind: fc.constant("addRange"),
    t: timeMs,
    span: fc.nat(2 * HOUR_MS),
  }),
  fc.record({ kind: fc.constant("take"), t: timeMs, span: fc.constant(0) }),
);

Deno.test("MissingTicks holds what a set of ticks holds, whatever is done to it", () => {
  fc.assert(
    fc.property(
      stepMs,
      fc.array(change, { maxLength: 12 }),
      (step, changes) => {
        const ticks = new MissingTicks(step);
        const model = new Set<number>();
        for (const { kind, t, span } of changes) {
          if (kind === "add") {
            ticks.add(t);
            if (t % step === 0) model.add(t);
          } else if (kind === "addRange") {
            ticks.addRange(t, t + span);
            for (const tick of ticksOf(t, t + span, step)) model.add(tick);
          } else if (kind === "remove") {
            for (let i = 0; i <= span; i++) {
              const near = t - t % step + i * step;
              ticks.remove(near);
              model.delete(near);
            }
          } else take(ticks, model);
          assert.equal(ticks.size, model.size);
        }
        while (model.size > 0) take(ticks, model);
        assert.deepEqual(ticks.takeNewestHour(), []);
        assert.equal(ticks.newestHourMs, null);
      },
    ),
    { numRuns: 200 },
  );
});

Deno.test("MissingTicks.remove() leaves ticks alone that a time is only near to", () => {
  const ticks = new MissingTicks(1000);
  ticks.add(5000);
  for (const near of [4999, 5001, 5500, 6000]) ticks.remove(near);
  assert.deepEqual(ticks.takeNewestHour(), [5000]);
});

Deno.test("MissingTicks.takeNewestHour() gives the newest hour first, an hour at most", () => {
  const ticks = new MissingTicks(1_000_000);
  ticks.addRange(0, 2 * HOUR_MS + 1);
  assert.deepEqual(ticks.takeNewestHour(), [4e6, 5e6, 6e6, 7e6]);
  assert.deepEqual(ticks.takeNewestHour(), [0, 1e6, 2e6, 3e6]);
});

/** Takes from both, and compares. */
function take(ticks: MissingTicks, model: Set<number>): void {
  const newest = Math.max(...[...model].map((t) => Math.floor(t / HOUR_MS)));
  const expected = [...model]
    .filter((t) => Math.floor(t / HOUR_MS) === newest)
    .sort((a, b) => a - b);
  assert.equal(ticks.newestHourMs, model.size > 0 ? newest * HOUR_MS : null);
  assert.deepEqual(ticks.takeNewestHour(), expected);
  for (const t of expected) model.delete(t);
}

function ticksOf(fromMs: number, toMs: number, step: number): number[] {
  const ticks: number[] = [];
  for (let t = fromMs - fromMs % step; t < toMs; t += step) {
    if (t >= fromMs) ticks.push(t);
  }
  return ticks;
}
