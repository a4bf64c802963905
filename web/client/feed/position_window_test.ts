import { deepEqual, equal, ok, throws } from "node:assert/strict";
import fc from "fast-check";
import { PositionWindow, type ThinnedPosition } from "./position_window.ts";

const at = (seconds: number, altitudeKm = 700): ThinnedPosition => ({
  timeMs: seconds * 1_000,
  longitudeDeg: 0,
  latitudeDeg: 0,
  altitudeKm,
  lowKm: altitudeKm,
  highKm: altitudeKm,
});
const bands = (window: PositionWindow) =>
  window.positions.map(({ lowKm, highKm }) => [lowKm, highKm]);
const times = (window: PositionWindow) =>
  window.positions.map((position) => position.timeMs / 1_000);
const range = (from: number, to: number) => ({
  fromMs: from * 1_000,
  toMs: to * 1_000,
});

Deno.test("PositionWindow keeps the first position of each bucket", () => {
  const window = new PositionWindow(20_000);
  for (let second = 0; second < 60; second++) window.add(at(second));
  deepEqual(times(window), [0, 20, 40]);
});

Deno.test("PositionWindow puts what comes late where it belongs", () => {
  const window = new PositionWindow(20_000);
  for (const second of [45, 5, 25, 2]) window.add(at(second));
  deepEqual(times(window), [2, 25, 45]);
});

Deno.test("PositionWindow counts the samples behind its points", () => {
  const window = new PositionWindow(20_000);
  for (let second = 0; second < 60; second++) window.add(at(second), 1);
  equal(window.samplesIn(range(20, 60)), 40);
  equal(window.samplesIn(range(0, 20)), 20);
});

Deno.test("replaceRange() takes over settled buckets, also where they are empty now", () => {
  const window = new PositionWindow(20_000);
  for (let second = 0; second < 60; second++) window.add(at(second), 1);
  window.replaceRange(range(0, 40), [at(21)], [7], 100_000);
  deepEqual(times(window), [21, 40]);
  equal(window.samplesIn(range(0, 60)), 27);
});

Deno.test("replaceRange() leaves the count of a bucket that is still filling", () => {
  const window = new PositionWindow(20_000);
  for (let second = 0; second < 30; second++) window.add(at(second), 1);
  window.replaceRange(range(20, 40), [at(20)], [4], 30_000);
  equal(window.samplesIn(range(20, 40)), 10);
});

Deno.test("replaceRange() adds up with what is counted after its end", () => {
  const window = new PositionWindow(20_000);
  for (let second = 30; second < 40; second++) window.add(at(second), 1);
  window.replaceRange(range(0, 30), [at(0), at(20)], [20, 10], 31_000);
  equal(window.samplesIn(range(0, 40)), 40);
});

Deno.test("trimBefore() keeps one point before the edge", () => {
  const window = new PositionWindow(1_000);
  for (let second = 0; second < 10; second++) window.add(at(second));
  window.trimBefore(5_500);
  deepEqual(times(window), [5, 6, 7, 8, 9]);
});

Deno.test("PositionWindow knows between what altitudes lies what a point stands for", () => {
  const window = new PositionWindow(20_000);
  for (const [second, altitudeKm] of [[5, 703], [2, 701], [19, 699]]) {
    window.add(at(second!, altitudeKm));
  }
  window.add(at(20, 698));
  deepEqual(bands(window), [[699, 703], [698, 698]]);
  equal(window.positions[0]!.altitudeKm, 701);

  const wide = { ...at(1), lowKm: 690, highKm: 710 };
  window.widenBands([wide, at(60)]);
  deepEqual(bands(window), [[690, 710], [698, 698]]);
  // What is over is the server's to say, by all of its samples.
  window.replaceRange(
    range(0, 20),
    [{ ...wide, highKm: 705 }],
    [20],
    100_000,
  );
  deepEqual(bands(window), [[690, 705], [698, 698]]);
});

Deno.test("PositionWindow joins the bands of buckets that become one", () => {
  const window = new PositionWindow(1_000, 2);
  for (const second of [0, 1, 2]) window.add(at(second, 700 + second));
  deepEqual(bands(window), [[700, 701], [702, 702]]);
});

Deno.test("PositionWindow stays bounded, in order, and keeps its counts", () => {
  const seconds = fc.array(fc.integer({ min: 0, max: 100_000 }), {
    maxLength: 500,
  });
  fc.assert(fc.property(seconds, (seconds) => {
    const window = new PositionWindow(1_000, 50);
    for (const second of seconds) window.add(at(second), 1);
    const kept = times(window);
    ok(kept.length <= 50);
    deepEqual(kept, [...kept].sort((a, b) => a - b));
    const buckets = kept.map((t) => Math.floor(t * 1_000 / window.bucketMs));
    equal(new Set(buckets).size, buckets.length);
    equal(window.samplesIn(range(0, 1_000_000)), seconds.length);
  }));
});

Deno.test("PositionWindow refuses a bucket without length", () => {
  throws(() => new PositionWindow(0), /bucketMs must be positive/);
});
