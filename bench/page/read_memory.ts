/// <reference lib="dom" />
import type { Browser, CDPSession, Page } from "playwright-core";
import { heldBytes } from "./held_bytes.ts";
import { openLive } from "./open_live.ts";

/** Most of what is made once is made by then, also what runs once a second. */
const WARM_CHANGES = 30;
const WARM_MS = 180_000;

/** A range is left as soon as it is there. */
const MOST_WAIT_MS = 2_000;
const WINDOWS = ["1h", "6h", "24h"];

interface Memory {
  readonly "MB of JavaScript's heap": number;
  readonly "MB of it without compiled code": number;
  readonly "nodes of documents": number;
  readonly "listeners": number;
}

interface Growth {
  readonly title: string;
  readonly before: Memory;
  readonly after: Memory;
}

/** What a page keeps after some minutes live, and after other ranges were shown. */
export async function* readMemory(
  browser: Browser,
  url: string,
  { minutes, rangeChanges }: {
    readonly minutes: number;
    readonly rangeChanges: number;
  },
): AsyncGenerator<Growth> {
  const page = await openLive(browser, url);
  const client = await page.context().newCDPSession(page);
  await client.send("Performance.enable");
  try {
    await page.waitForTimeout(WARM_MS);
    const warm = await read(client);
    await page.waitForTimeout(minutes * 60_000);
    yield {
      title: `Memory over ${minutes} minutes live`,
      before: warm,
      after: await read(client),
    };
    await changeRanges(page, WARM_CHANGES);
    const before = await read(client);
    await changeRanges(page, rangeChanges);
    yield {
      title: `Memory over ${rangeChanges} changes of range`,
      before,
      after: await read(client),
    };
  } finally {
    await page.context().close();
  }
}

/** By its buttons, and the same range shown at the end as at the beginning. */
async function changeRanges(page: Page, times: number): Promise<void> {
  for (let i = times; i > 0; i--) {
    const window = WINDOWS[i % WINDOWS.length]!;
    await page.evaluate(async ({ window, mostMs }) => {
      const label = () =>
        document.querySelector("[data-testid=recorded]")?.textContent;
      const before = label();
      document.querySelector<HTMLElement>(`[data-testid=window-${window}]`)!
        .click();
      const untilMs = performance.now() + mostMs;
      while (label() === before && performance.now() < untilMs) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    }, { window, mostMs: MOST_WAIT_MS });
  }
}

/** What is left once all that nobody holds is collected. */
async function read(client: CDPSession): Promise<Memory> {
  // What finalizers let go of is collected by the next one.
  for (let i = 0; i < 3; i++) await client.send("HeapProfiler.collectGarbage");
  const { metrics } = await client.send("Performance.getMetrics");
  const valueOf = (name: string) =>
    metrics.find((metric) => metric.name === name)!.value;
  return {
    "MB of JavaScript's heap": valueOf("JSHeapUsedSize") / 1e6,
    "MB of it without compiled code": await heldBytes(client) / 1e6,
    "nodes of documents": valueOf("Nodes"),
    "listeners": valueOf("JSEventListeners"),
  };
}
