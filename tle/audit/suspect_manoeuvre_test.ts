import assert from "node:assert/strict";
import { isManoeuvreSuspected } from "./suspect_manoeuvre.ts";

const DAY_US = 86_400e6;
const before = {
  epochUs: 0,
  meanMotion: 14.6,
  meanMotionDot: 2e-6,
  inclinationDeg: 98.2,
};
const after = (
  days: number,
  change: Partial<Record<keyof typeof before, number>> = {},
) => ({ ...before, epochUs: days * DAY_US, ...change });

Deno.test("isManoeuvreSuspected() where the mean motion changes by more than a 400,000th", () => {
  for (const [change, expected] of [[3.5e-5, false], [3.8e-5, true]] as const) {
    for (const sign of [1, -1]) {
      const meanMotion = before.meanMotion + sign * change;
      const set = after(0.3, { meanMotion, meanMotionDot: 0 });
      assert.equal(isManoeuvreSuspected(before, set), expected);
    }
  }
});

Deno.test("isManoeuvreSuspected() not where both sets tell of the drag that explains it", () => {
  const drag = { ...before, meanMotionDot: 1e-4 };
  // Twice the published half of the derivative, for half a day.
  const meanMotion = before.meanMotion + 1e-4;
  const same = after(0.5, { meanMotion, meanMotionDot: 1e-4 });
  assert.equal(isManoeuvreSuspected(drag, same), false);
  assert.equal(
    isManoeuvreSuspected(before, { ...same, meanMotionDot: -1 }),
    true,
  );
  assert.equal(
    isManoeuvreSuspected(drag, {
      ...same,
      meanMotion: before.meanMotion - 1e-4,
    }),
    true,
  );
  // Sun and Moon may raise an orbit, too.
  const rising = { ...before, meanMotionDot: -1e-4 };
  const raised = after(0.5, {
    meanMotion: before.meanMotion - 1e-4,
    meanMotionDot: -1e-4,
  });
  assert.equal(isManoeuvreSuspected(rising, raised), false);
});

Deno.test("isManoeuvreSuspected() where the plane turns by more than 0.0025 degrees", () => {
  for (const [turn, expected] of [[0.0024, false], [0.0026, true]] as const) {
    for (const sign of [1, -1]) {
      const set = after(1, { inclinationDeg: 98.2 + sign * turn });
      assert.equal(isManoeuvreSuspected(before, set), expected);
    }
  }
});

Deno.test("isManoeuvreSuspected() allows for more between sets that are days apart, and none beyond a month", () => {
  const changes = { meanMotion: 14.6001, inclinationDeg: 98.205 };
  assert.equal(isManoeuvreSuspected(before, after(1, changes)), true);
  assert.equal(isManoeuvreSuspected(before, after(4, changes)), false);
  assert.equal(
    isManoeuvreSuspected(before, after(30, { meanMotion: 15 })),
    true,
  );
  assert.equal(
    isManoeuvreSuspected(before, after(31, { meanMotion: 15 })),
    false,
  );
});
