import { join } from "node:path";
import { HOUR_MS, MINUTE_MS } from "../shared/projection/time_range.ts";
import { createAppOnProjection } from "../web/testdata/app_on_projection.ts";
import { measureHold } from "./event_loop_hold.ts";
import { printLine, printTitle } from "./measure.ts";
import { START_MS } from "./sample_events.ts";
import { CATALOGUE_SIZE } from "./sample_catalogue.ts";
import { Sky } from "../e2e/sky.ts";

const HOURS = 2;

/** Half past, so that the open hour has half of its samples. */
const NOW_MS = START_MS + HOURS * HOUR_MS + 30 * MINUTE_MS;

const FEW = "satellites=25994,27424,28376";

/** What the web app takes for the whole sky, and how long it keeps others. */
export async function benchSky(folder: string): Promise<void> {
  let nowMs = NOW_MS;
  using sky = await Sky.make(join(folder, "sky.db"), {
    nowMs,
    hours: HOURS,
    satellites: CATALOGUE_SIZE,
  });
  const { app, feed, projections } = createAppOnProjection(
    sky.link,
    () => nowMs,
  );
  const all = await app.request("/api/v1/stream");
  const few = await app.request(`/api/v1/stream?${FEW}`);
  const received = [count(all.body!), count(few.body!)];

  printTitle(
    `${CATALOGUE_SIZE.toLocaleString("en")} satellites`,
    "no hold of more than 20 ms",
  );
  const poll = (label: string) => measure(label, () => feed.poll());
  await poll("feed: first poll");
  await poll("feed: nothing new");
  for (let second = 1; second <= 3; second++) {
    nowMs += 1_000;
    sky.recordSecond(nowMs);
    await poll("feed: a second of three");
  }
  for (let second = 4; second <= 182; second++) {
    nowMs = NOW_MS + second * 1_000;
    sky.recordSecond(nowMs);
    await feed.poll();
    if (second % 60 === 1) {
      sky.recordMinute(nowMs - 1_000, nowMs);
      await poll("feed: a minute of all");
    }
  }
  await poll("feed: nothing new");
  console.log(`  received: ${received.map((one) => one.inShort()).join("; ")}`);

  const since = (minutes: number) => `from=${nowMs - minutes * MINUTE_MS}`;
  for (
    const path of [
      "satellites",
      `satellites?${FEW}`,
      "satellites?limit=100",
      "satellites?q=B-3",
      `positions?${FEW}&points=180`,
      `positions?${FEW}&${since(7)}`,
      `positions?${since(1)}&limit=100000`,
      `positions?${since(7)}&format=binary`,
      `positions?${since(60)}&format=binary`,
      `positions?from=${START_MS}&to=${START_MS + HOUR_MS}&limit=100000`,
      `positions?${since(60)}&points=50`,
      "projection",
    ]
  ) {
    await measure(`GET ${path}`, async () => {
      const response = await app.request(`/api/v1/${path}`);
      const { length } = await response.bytes();
      return `${response.status}, ${(length / 1e6).toFixed(2)} MB`;
    });
  }
  for (const path of ["/metrics", "/readyz"]) {
    await measure(`GET ${path}`, async () => {
      await (await app.request(path)).bytes();
    });
  }
  await measure(
    `stream of ${FEW}, an hour of it`,
    () => untilEnd(`${FEW}&from=${nowMs - HOUR_MS}&to=${nowMs - 20_000}`),
  );
  await measure(
    "stream of all, three minutes of it",
    () => untilEnd(`from=${nowMs - 3 * MINUTE_MS}&to=${nowMs - 20_000}`),
  );
  projections.close();

  async function untilEnd(query: string): Promise<string> {
    const response = await app.request(`/api/v1/stream?${query}`);
    const { length } = await response.bytes();
    return `${response.status}, ${(length / 1e6).toFixed(2)} MB`;
  }
}

/** Says what something took, and how long the event loop did not come round. */
async function measure(
  label: string,
  work: () => Promise<string | void>,
): Promise<void> {
  const { result: said, ms, heldMs } = await measureHold(work);
  printLine(
    label.slice(0, 60).padEnd(60),
    ms.toFixed(1),
    `ms   held ${heldMs.toFixed(1)} ms   ${said ?? ""}`,
  );
}

/** Reads a stream as it comes, and counts its events by kind. */
function count(body: ReadableStream<Uint8Array>) {
  const decoder = new TextDecoder();
  const counts = new Map<string, number>();
  let [bytes, error] = [0, ""];
  (async () => {
    for await (const chunk of body) {
      bytes += chunk.length;
      const start = decoder.decode(chunk.subarray(0, 40));
      const kind = /^event: (\w+)/.exec(start)?.[1] ?? "other";
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
  })().catch(({ message }) => error = message);
  return {
    inShort: () =>
      `${[...counts].map(([kind, n]) => `${n} ${kind}`).join(", ")}, ` +
      `${(bytes / 1e6).toFixed(2)} MB ${error}`,
  };
}
