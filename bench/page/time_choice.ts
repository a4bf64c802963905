/// <reference lib="dom" />
import type { Browser } from "playwright-core";
import { openLive } from "./open_live.ts";

/**
 * How long it takes to show a day after it was chosen, to the frame in which
 * all charts have it, in ms; each time after an hour was shown.
 */
export async function timeChoice(
  browser: Browser,
  url: string,
  times: number,
): Promise<number[]> {
  const page = await openLive(browser, url);
  try {
    const taken: number[] = [];
    for (let i = 0; i < times; i++) {
      await page.evaluate(choose, { window: "1h", least: 100, most: 200 });
      await page.waitForTimeout(500);
      taken.push(
        await page.evaluate(choose, { window: "24h", least: 400, most: 1_000 }),
      );
    }
    return taken;
  } finally {
    await page.context().close();
  }
}

/** Chooses a window, and waits until each chart has so many points. */
async function choose(
  { window, least, most }: { window: string; least: number; most: number },
): Promise<number> {
  const button = `[data-testid="window-${window}"]`;
  const startMs = performance.now();
  document.querySelector<HTMLElement>(button)!.click();
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const pointsOfEach = () =>
    [...document.querySelectorAll<HTMLElement>("[data-points]")]
      .map(({ dataset: { points } }) => Number(points));
  const isShown = (points: number) => points >= least && points <= most;
  while (pointsOfEach().length === 0 || !pointsOfEach().every(isShown)) {
    if (performance.now() - startMs > 30_000) {
      throw new Error(
        `Cannot time the choice of ${window} as each chart must have ${least} ` +
          `to ${most} points within 30 s: they have ${pointsOfEach()}`,
      );
    }
    await frame();
  }
  await frame();
  return performance.now() - startMs;
}
