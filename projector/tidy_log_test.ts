import assert from "node:assert/strict";
import { EventLogError } from "../shared/event_log/event_log.ts";
import { waitUntil } from "./testdata/temp_folder.ts";
import { tidyLog } from "./tidy_log.ts";

/** Tidies until so many steps were taken. */
async function tidy(
  step: (count: number) => Promise<boolean>,
  { steps, idleMs }: { readonly steps: number; readonly idleMs: number },
): Promise<{ startedMs: number[]; reports: string[] }> {
  const startedMs: number[] = [];
  const reports: string[] = [];
  const stop = new AbortController();
  const tidying = tidyLog({
    log: {
      tidy: () => {
        startedMs.push(performance.now());
        return step(startedMs.length);
      },
    },
    report: (message, level) => reports.push(`${level}: ${message}`),
  }, { signal: stop.signal, idleMs });
  await waitUntil("steps are taken", () => startedMs.length >= steps);
  stop.abort();
  await tidying;
  return { startedMs, reports };
}

Deno.test("tidyLog() takes a tenth of the time while there is more to do", async () => {
  const { startedMs } = await tidy(async () => {
    await new Promise((resolve) => setTimeout(resolve, 10));
    return true;
  }, { steps: 4, idleMs: 1e6 });
  const gapsMs = startedMs.slice(1).map((ms, i) => ms - startedMs[i]!);
  assert.ok(Math.min(...gapsMs) >= 90, `${gapsMs}`);
});

Deno.test("tidyLog() looks again later where nothing is left to do", async () => {
  const { startedMs, reports } = await tidy(
    (count) => Promise.resolve(count < 3),
    { steps: 5, idleMs: 40 },
  );
  const gapsMs = startedMs.slice(1).map((ms, i) => ms - startedMs[i]!);
  assert.ok(gapsMs[2]! >= 39 && gapsMs[3]! >= 39, `${gapsMs}`);
  assert.deepEqual(reports, []);
});

Deno.test("tidyLog() tells once of a log that cannot be tidied up, and goes on", async () => {
  const { reports } = await tidy((count) => {
    if (count === 4) return Promise.resolve(false);
    const failure = count < 4
      ? new EventLogError("Cannot tidy up.")
      : new TypeError("x is not a function");
    return Promise.reject(failure);
  }, { steps: 8, idleMs: 1 });
  assert.deepEqual(reports, [
    "warning: Cannot tidy up. It is tried again.",
    "warning: x is not a function It is tried again.",
  ]);
});
