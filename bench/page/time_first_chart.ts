/// <reference lib="dom" />
import type { Browser } from "playwright-core";

/**
 * How long a page takes from its address to the frame in which a chart has
 * points, in ms, by its own clock. Nothing of it is in any cache.
 */
export async function timeFirstChart(
  browser: Browser,
  url: string,
): Promise<number> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
  });
  try {
    const page = await context.newPage();
    await page.goto(url, { waitUntil: "commit" });
    return await page.evaluate(async () => {
      const hasPoints = "[data-points]:not([data-points='0'])";
      const frame = () =>
        new Promise((resolve) => requestAnimationFrame(resolve));
      while (document.querySelector(hasPoints) === null) await frame();
      // What was drawn in this frame is seen by the next one.
      await frame();
      return performance.now();
    });
  } finally {
    await context.close();
  }
}
