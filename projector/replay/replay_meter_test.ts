import assert from "node:assert/strict";
import { ReplayMeter } from "./replay_meter.ts";

function givenMeter(
  before: ConstructorParameters<typeof ReplayMeter>[1]["before"] = null,
) {
  const clock = { nowMs: 50_000 };
  const said: string[] = [];
  const progress = {
    tell: (share: number, text: string) => said.push(`${share}: ${text}`),
    end: () => said.push("end"),
  };
  const meter = new ReplayMeter(progress, { nowMs: () => clock.nowMs, before });
  return { clock, said, meter };
}

Deno.test("ReplayMeter tells events done, of how many, how fast, and the time left", () => {
  const { clock, said, meter } = givenMeter();
  clock.nowMs += 2_000;
  meter.noteRecords(50_000, 200_000);
  assert.deepEqual(said, [
    "0.25: 50,000 of 200,000 events, 25,000/s, 6 s left",
  ]);
  const { phase, recordsDone, recordsInAll, recordsPerSecond } = meter.read();
  assert.deepEqual(
    [phase, recordsDone, recordsInAll, recordsPerSecond],
    ["applying", 50_000, 200_000, 25_000],
  );
});

Deno.test("ReplayMeter keeps the last comparison, also that of a replay before", () => {
  const { clock, said, meter } = givenMeter();
  meter.noteHours(75);
  assert.equal(meter.read().phase, "comparing");
  clock.nowMs += 1_000;
  assert.equal(meter.noteCompared(2), 75);
  const comparison = { atMs: 51_000, hours: 75, differingHours: 2 };
  assert.deepEqual(meter.read().comparison, comparison);
  meter.noteEnd("no room");
  const status = meter.read();
  assert.deepEqual([status.phase, status.failure], ["failed", "no room"]);
  assert.deepEqual(said, ["1: 75 hours compared", "end", "end"]);

  const next = givenMeter(status).meter;
  assert.deepEqual(next.read().comparison, comparison);
  next.noteEnd(null);
  assert.deepEqual([next.read().phase, next.read().failure], ["done", null]);
});
