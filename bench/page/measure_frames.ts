/// <reference lib="dom" />
import type { Browser } from "playwright-core";
import { openLive } from "./open_live.ts";

/** What is fetched once a page is there is no part of its steady state. */
const SETTLE_MS = 3_000;

interface Frames {
  readonly perSecond: number;
  readonly longestMs: number;
  /** What kept the page itself from answering for more than 50 ms. */
  readonly longTasks: readonly number[];
}

/** How evenly frames come while nobody touches anything. */
export async function measureFrames(
  browser: Browser,
  url: string,
  { seconds }: { readonly seconds: number },
): Promise<Frames> {
  const isOurs = url !== "about:blank";
  const page = isOurs ? await openLive(browser, url) : await browser.newPage();
  try {
    await page.waitForTimeout(SETTLE_MS);
    return await page.evaluate(async (ms) => {
      const longTasks: number[] = [];
      const observer = new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) longTasks.push(duration);
      });
      observer.observe({ type: "longtask" });
      const frame = () =>
        new Promise<number>((resolve) => requestAnimationFrame(resolve));
      const startMs = await frame();
      let frames = 0;
      let longestMs = 0;
      let lastMs = startMs;
      while (lastMs - startMs < ms) {
        const nowMs = await frame();
        longestMs = Math.max(longestMs, nowMs - lastMs);
        lastMs = nowMs;
        frames++;
      }
      observer.disconnect();
      const perSecond = frames / (lastMs - startMs) * 1000;
      return { perSecond, longestMs, longTasks };
    }, seconds * 1000);
  } finally {
    await page.context().close();
  }
}
