import { RunningServices } from "../e2e/running_services.ts";
import { openEventLog } from "../shared/event_log/open_event_log.ts";
import { HOUR_MS, type TimeRangeMs } from "../shared/projection/time_range.ts";
import { differentRanges } from "./different_ranges.ts";
import { printLine, printTitle } from "./measure.ts";
import { batches, sampleRecords, START_MS } from "./sample_events.ts";

const RECORDS = 1_500_000;
const QUIET_MS = 8_000;
const WARM_UP_MS = 2_000;
const ASK_EACH_MS = 25;

/** The producer's step, and some. */
const LIVE_MS = 1_500;

/** What those who ask see, and how old the newest live position gets. */
interface Seen {
  readonly answerMs: number[];
  lagMs: number;
}

/**
 * What a replay of a long log does to the services beside it.
 *
 * @param settings Where the log is, if it is not an embedded one.
 */
export async function benchReplay(
  settings: { readonly EVENT_LOG?: string } = {},
): Promise<void> {
  await using services = await RunningServices.inNewPlace({
    BACKFILL: "0",
    ...settings,
  });
  const log = await openEventLog(services.eventLog);
  for (const batch of batches(sampleRecords(RECORDS, 1), 1_000)) {
    await log.append("bench_topic", batch);
  }
  await log.close();
  services.start("terra", "projector", "web");
  await services.waitFor(
    "the producer to be live",
    async () => await liveLagMs(services) < LIVE_MS,
    120_000,
  );

  const range = { fromMs: START_MS, toMs: START_MS + RECORDS * 1000 };
  const hours = differentRanges(range, HOUR_MS, HOUR_MS);
  await ask(services, hours, sleep(WARM_UP_MS));
  const quiet = await ask(services, hours, sleep(QUIET_MS));
  const began = performance.now();
  const replaying = services.run("replay");
  const busy = await ask(services, hours, replaying);
  const seconds = (performance.now() - began) / 1000;

  printTitle(
    `${settings.EVENT_LOG ? "Kafka: a" : "A"} replay of ` +
      `${RECORDS.toLocaleString("en")} events beside a producer, a projector ` +
      `and a web app: ${seconds.toFixed(1)} s`,
    "99 % of answers within twice their usual time; lag below 2 s",
  );
  print("an hour raw, before", quiet);
  print("an hour raw, meanwhile", busy);
  const ratio = within(busy, 0.99) / within(quiet, 0.99);
  printLine("ratio of the 99 %", ratio.toFixed(2), "");
}

/** Asks for an hour, another each time, until something has ended. */
async function ask(
  services: RunningServices,
  hours: Iterator<TimeRangeMs, never>,
  end: Promise<unknown>,
): Promise<Seen> {
  const seen: Seen = { answerMs: [], lagMs: 0 };
  let isOver = false;
  end.then(() => isOver = true);
  while (!isOver) {
    const { fromMs, toMs } = hours.next().value;
    const start = performance.now();
    const path = `/api/v1/positions?from=${fromMs}&to=${toMs}`;
    const response = await fetch(`${services.place.url}${path}`);
    await response.bytes();
    if (!response.ok) throw new Error(`${response.status} to ${path}`);
    seen.answerMs.push(performance.now() - start);
    seen.lagMs = Math.max(seen.lagMs, await liveLagMs(services));
    await sleep(ASK_EACH_MS);
  }
  await end;
  return seen;
}

/** Age of the producer's newest position; up to a second is its step. */
async function liveLagMs(services: RunningServices): Promise<number> {
  const { satellites } = await services.getJson<{
    satellites: { latest: { time: string } | null; topics: string[] }[];
  }>("/api/v1/satellites");
  const times = satellites.map(({ latest }) => Date.parse(latest?.time ?? ""));
  return Date.now() - Math.max(...times);
}

function print(label: string, seen: Seen): void {
  printLine(
    label,
    within(seen, 0.5).toFixed(1),
    `ms   (99 % within ${within(seen, 0.99).toFixed(1)}, of ` +
      `${seen.answerMs.length}; newest position at most ` +
      `${(seen.lagMs / 1000).toFixed(1)} s old)`,
  );
}

function within({ answerMs }: Seen, share: number): number {
  const sorted = answerMs.toSorted((a, b) => a - b);
  return sorted[
    Math.min(sorted.length - 1, Math.floor(share * sorted.length))
  ]!;
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
