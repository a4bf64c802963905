import assert from "node:assert/strict";
import fc from "fast-check";
import type { Clock } from "./clock.ts";
import { runSchedule, tickAfter } from "./schedule.ts";
import { everyTick } from "./testdata/temp_log.ts";

const START_MS = 1_787_306_400_000;

/** What each sleep comes to: on time with a delay, or a clock set by so much. */
type Sleep = { readonly lateMs: number } | { readonly setByMs: number };

interface Run {
  readonly live: number[];
  readonly missed: number[];
  readonly reports: string[];
  readonly latestDelayMs: number;
}

/** Runs a schedule through the sleeps; every tick takes `workMs`. */
async function runThrough(
  sleeps: readonly Sleep[],
  options: { readonly stepMs: number; readonly workMs: readonly number[] },
): Promise<Run> {
  const { stepMs, workMs } = options;
  const [live, missed, reports]: [number[], number[], string[]] = [[], [], []];
  const stop = new AbortController();
  let nowMs = START_MS + 300;
  let latestDelayMs = 0;
  let sleepCount = 0;
  const clock: Clock = {
    nowMs: () => nowMs,
    sleepUntil(timeMs) {
      const sleep = sleeps[sleepCount++];
      if (sleep === undefined) stop.abort();
      else if ("setByMs" in sleep) nowMs += sleep.setByMs;
      else nowMs = Math.max(nowMs, timeMs) + sleep.lateMs;
      return Promise.resolve();
    },
  };
  await runSchedule({ clock, report: (message) => reports.push(message) }, {
    stepMs,
    firstTickMs: tickAfter(nowMs, stepMs),
    signal: stop.signal,
    onTick(timeMs) {
      live.push(timeMs);
      latestDelayMs = Math.max(latestDelayMs, nowMs - timeMs);
      nowMs += workMs[live.length % workMs.length] ?? 0;
      return Promise.resolve();
    },
    onMissed: (fromMs, toMs) => missed.push(...everyTick(fromMs, toMs, stepMs)),
  });
  return { live, missed, reports, latestDelayMs };
}

const onTime = { lateMs: 2 };

Deno.test("tickAfter() gives a whole multiple of the step that is later", () => {
  assert.equal(tickAfter(12_000, 1000), 13_000);
  assert.equal(tickAfter(12_999, 1000), 13_000);
  assert.equal(tickAfter(12_000, 7000), 14_000);
});

Deno.test("runSchedule() calls each tick on the whole second, without drift", async () => {
  const run = await runThrough(Array(500).fill({ lateMs: 30 }), {
    stepMs: 1000,
    workMs: [40],
  });
  assert.deepEqual(
    run.live,
    everyTick(START_MS + 1000, START_MS + 501_000),
  );
  assert.deepEqual(run.missed, []);
});

Deno.test("runSchedule() still calls a tick that is late by less than a step", async () => {
  const run = await runThrough([onTime, { lateMs: 999 }, onTime], {
    stepMs: 1000,
    workMs: [0],
  });
  assert.deepEqual(run.live, everyTick(START_MS + 1000, START_MS + 4000));
  assert.deepEqual(run.missed, []);
});

Deno.test("runSchedule() tells the ticks that went by while nothing ran", async () => {
  const run = await runThrough([onTime, { lateMs: 4000 }, onTime], {
    stepMs: 1000,
    workMs: [0],
  });
  assert.deepEqual(run.live, [1000, 6000, 7000].map((t) => START_MS + t));
  assert.deepEqual(run.missed, everyTick(START_MS + 2000, START_MS + 6000));
});

Deno.test("runSchedule() waits where the clock goes back, and says so once", async () => {
  const sleeps = [onTime, { setByMs: -60_000 }, { setByMs: 1000 }, onTime];
  const run = await runThrough(sleeps, { stepMs: 1000, workMs: [0] });
  assert.deepEqual(run.live, [1000, 2000].map((t) => START_MS + t));
  assert.equal(run.reports.length, 1);
  assert.match(run.reports[0]!, /^The clock went back to 2026-/);
});

Deno.test("runSchedule() gives each tick once, in order, whatever the clock does", async () => {
  const sleep: fc.Arbitrary<Sleep> = fc.oneof(
    { weight: 4, arbitrary: fc.record({ lateMs: fc.nat(30) }) },
    fc.record({ lateMs: fc.nat(20_000) }),
    fc.record({ setByMs: fc.integer({ min: -9000, max: 9000 }) }),
  );
  await fc.assert(fc.asyncProperty(
    fc.array(sleep, { maxLength: 60 }),
    fc.constantFrom(1000, 1500, 7000),
    fc.array(fc.nat(2500), { minLength: 1, maxLength: 4 }),
    async (sleeps, stepMs, workMs) => {
      const run = await runThrough(sleeps, { stepMs, workMs });
      const all = [...run.live, ...run.missed].sort((a, b) => a - b);
      const lastMs = run.live.at(-1) ?? START_MS;
      assert.deepEqual(
        all,
        everyTick(START_MS + 300, run.live.length ? lastMs + 1 : 0, stepMs),
      );
      assert.deepEqual(run.live, run.live.toSorted((a, b) => a - b));
      assert.ok(run.latestDelayMs < stepMs);
    },
  ));
});
