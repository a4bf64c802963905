import assert from "node:assert/strict";
import type { FramePosition } from "./frame.ts";
import { TickAssembler } from "./tick_assembler.ts";

const A = 1;
const B = 2;
const C = 3;

function position(
  noradId: number,
  timeMs: number,
  altitudeKm = 700,
): FramePosition {
  return { noradId, timeMs, latitudeDeg: 1, longitudeDeg: 2, altitudeKm };
}

/** What is due, as time and satellites. */
function due(ticks: TickAssembler, nowMs: number): [number, number[]][] {
  return ticks.takeDue(nowMs).map(({ positions }) => [
    positions[0]!.timeMs,
    positions.map(({ noradId }) => noradId),
  ]);
}

/** An assembler that two satellites have reported to, once a step. */
function givenTwo(stepMs = 1_000): TickAssembler {
  const ticks = new TickAssembler(0, 12_000);
  for (const timeMs of [stepMs, 2 * stepMs, 3 * stepMs]) {
    ticks.add(position(A, timeMs), timeMs);
    ticks.add(position(B, timeMs), timeMs);
    ticks.takeDue(timeMs);
  }
  return ticks;
}

Deno.test("TickAssembler sends a tick when all live satellites have reported", () => {
  const ticks = givenTwo();
  ticks.add(position(B, 4_000), 4_100);
  assert.deepEqual(due(ticks, 4_100), []);
  ticks.add(position(A, 4_000), 4_200);
  assert.deepEqual(due(ticks, 4_200), [[4_000, [A, B]]]);
  assert.equal(ticks.lastMs, 4_000);
  assert.deepEqual(due(ticks, 5_000), []);
});

Deno.test("TickAssembler sends a tick after half a second, whoever has reported", () => {
  const ticks = givenTwo();
  ticks.add(position(A, 4_000), 4_100);
  assert.deepEqual(due(ticks, 4_599), []);
  assert.deepEqual(due(ticks, 4_600), [[4_000, [A]]]);
});

Deno.test("TickAssembler tells what comes after its tick as late", () => {
  const ticks = givenTwo();
  ticks.add(position(A, 4_000), 4_000);
  due(ticks, 4_500);
  assert.equal(ticks.add(position(B, 4_000), 4_600), true);
  assert.equal(ticks.add(position(B, 4_000), 4_700), false, "known by now");
  assert.deepEqual(due(ticks, 9_000), []);
});

Deno.test("TickAssembler tells a position that has changed as late", () => {
  const ticks = givenTwo();
  assert.equal(ticks.add(position(A, 3_000), 4_000), false);
  assert.equal(ticks.add(position(A, 3_000, 701), 4_000), true);
});

Deno.test("TickAssembler sends the newest of a position that changes in time", () => {
  const ticks = givenTwo();
  ticks.add(position(A, 4_000, 700), 4_000);
  ticks.add(position(A, 4_000, 701), 4_000);
  ticks.add(position(B, 4_000), 4_000);
  const [tick] = ticks.takeDue(4_000);
  assert.equal(tick!.positions[0]!.altitudeKm, 701);
});

Deno.test("TickAssembler sends ticks in order of time, each once", () => {
  const ticks = givenTwo();
  for (const timeMs of [6_000, 4_000, 5_000]) {
    ticks.add(position(A, timeMs), 6_000);
    ticks.add(position(B, timeMs), 6_000);
  }
  assert.deepEqual(due(ticks, 6_000).map(([timeMs]) => timeMs), [
    4_000,
    5_000,
    6_000,
  ]);
});

Deno.test("TickAssembler holds a later tick back until the earlier one goes", () => {
  const ticks = givenTwo();
  ticks.add(position(C, 3_000), 3_000);
  ticks.add(position(A, 5_000), 5_000);
  ticks.add(position(B, 4_000), 5_400);
  // The later one has waited half a second; for the earlier C is awaited.
  assert.deepEqual(due(ticks, 5_500), []);
  assert.deepEqual(due(ticks, 5_900), [[4_000, [B]], [5_000, [A]]]);
});

Deno.test("TickAssembler does not wait for a satellite that has gone on", () => {
  const ticks = givenTwo();
  ticks.add(position(A, 4_000), 4_000);
  ticks.add(position(A, 4_200), 4_200);
  ticks.add(position(B, 4_200), 4_200);
  assert.deepEqual(due(ticks, 4_200), [[4_000, [A]], [4_200, [A, B]]]);
});

Deno.test("TickAssembler waits five seconds for a satellite that is silent", () => {
  const ticks = givenTwo();
  ticks.add(position(A, 8_000), 8_000);
  assert.deepEqual(due(ticks, 8_000), [], "B reported 5 s ago");
  assert.deepEqual(due(ticks, 8_500), [[8_000, [A]]]);
  ticks.add(position(A, 9_000), 9_000);
  assert.deepEqual(due(ticks, 9_000), [[9_000, [A]]], "and now 6 s ago");
});

Deno.test("TickAssembler waits once for a satellite that is silent, where steps are long", () => {
  const ticks = givenTwo(10_000);
  ticks.add(position(A, 40_000), 40_000);
  assert.deepEqual(due(ticks, 40_000), [], "B reported 10 s ago");
  due(ticks, 41_000);
  ticks.add(position(A, 50_000), 50_000);
  assert.deepEqual(due(ticks, 50_000), [[50_000, [A]]]);
});

Deno.test("TickAssembler does not wait for a satellite between its steps", () => {
  const ticks = givenTwo(10_000);
  ticks.add(position(A, 31_000), 31_000);
  assert.deepEqual(due(ticks, 31_000), [[31_000, [A]]]);
});

Deno.test("TickAssembler does not take a gap for a step", () => {
  const ticks = givenTwo();
  ticks.add(position(A, 600_000), 600_000);
  ticks.add(position(B, 600_000), 600_000);
  due(ticks, 600_000);
  assert.equal(ticks.stepMs, 1_000);
  ticks.add(position(A, 601_000), 601_000);
  assert.deepEqual(due(ticks, 601_000), [], "B is awaited within its step");
});

Deno.test("TickAssembler skips to a later tick, without those between", () => {
  const ticks = givenTwo();
  ticks.add(position(A, 4_000), 4_000);
  ticks.skipTo(5_000);
  assert.equal(ticks.lastMs, 5_000);
  assert.deepEqual(due(ticks, 9_000), []);
});

Deno.test("TickAssembler forgets what lies farther back than it is told", () => {
  const ticks = givenTwo();
  ticks.add(position(A, 15_000), 15_000);
  ticks.add(position(B, 15_000), 15_000);
  due(ticks, 15_000);
  assert.equal(ticks.add(position(A, 3_000), 15_000), false, "12 s back");
  assert.equal(ticks.add(position(A, 2_000), 15_000), true, "forgotten");
});

/** A and B report each second, C each minute; the last minute is over. */
function givenRareOne(): TickAssembler {
  const ticks = new TickAssembler(0, 12_000);
  for (let timeMs = 1_000; timeMs < 180_000; timeMs += 1_000) {
    ticks.add(position(A, timeMs), timeMs);
    ticks.add(position(B, timeMs), timeMs);
    if (timeMs % 60_000 === 0) ticks.add(position(C, timeMs), timeMs);
    ticks.takeDue(timeMs);
  }
  return ticks;
}

Deno.test("TickAssembler lets nobody wait for those that report rarely", () => {
  const ticks = givenRareOne();
  for (const timeMs of [180_000, 181_000]) {
    ticks.add(position(A, timeMs), timeMs);
    ticks.add(position(B, timeMs), timeMs);
    assert.deepEqual(due(ticks, timeMs), [[timeMs, [A, B]]]);
  }
  ticks.add(position(C, 180_000), 181_500);
  const [tick, ...others] = ticks.takeDue(181_500);
  assert.deepEqual(others, []);
  assert.deepEqual(tick, {
    positions: [position(C, 180_000)],
    isLate: true,
    passedMs: 181_000,
  });
  assert.deepEqual([ticks.lastMs, ticks.stepMs], [181_000, 1_000]);
});

Deno.test("TickAssembler sends those that report rarely with the others, if all are there", () => {
  const ticks = givenRareOne();
  for (const id of [A, B, C]) ticks.add(position(id, 180_000), 180_000);
  assert.deepEqual(due(ticks, 180_000), [[180_000, [A, B, C]]]);
  assert.equal(ticks.stepMs, 1_000);
});

Deno.test("TickAssembler waits a second among those that report rarely", () => {
  const ticks = new TickAssembler(0, 12_000);
  for (const timeMs of [60_000, 120_000, 180_000]) {
    for (const id of [A, B]) ticks.add(position(id, timeMs), timeMs);
    ticks.takeDue(timeMs);
  }
  ticks.add(position(A, 240_000), 240_000);
  assert.deepEqual(due(ticks, 240_999), []);
  assert.deepEqual(due(ticks, 241_000), [[240_000, [A]]]);
});

Deno.test("TickAssembler need not find out what it is told of a satellite's step", () => {
  const ticks = new TickAssembler(0, 12_000);
  for (const id of [A, B]) ticks.add(position(id, 1_000), 1_000);
  ticks.expect(A, { lastMs: 1_000, stepMs: 60_000 });
  ticks.takeDue(1_000);
  ticks.add(position(B, 2_000), 2_000);
  assert.deepEqual(due(ticks, 2_000), [[2_000, [B]]]);
});

Deno.test("TickAssembler sends nothing twice of one that reports less often now", () => {
  const ticks = givenTwo();
  ticks.add(position(C, 9_000), 9_000);
  ticks.add(position(C, 15_000), 15_000);
  due(ticks, 16_000);
  ticks.expect(C, { lastMs: 15_000, stepMs: 6_000 });
  for (const timeMs of [9_000, 15_000, 21_000]) {
    ticks.add(position(C, timeMs), 21_000);
  }
  assert.deepEqual(due(ticks, 24_000), [[21_000, [C]]]);
});
