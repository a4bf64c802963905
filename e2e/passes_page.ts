import type { Browser, Page } from "playwright-core";
import { browserTest } from "./browser.ts";
import { ServedSky } from "./served_sky.ts";
import { waitFor } from "./services.ts";

/** TERRA is over Moscow then, and its pass is half recorded. */
const NOW_MS = Date.UTC(2026, 7, 23, 17, 50);

export const MOSCOW = "?lat=55.75&lon=37.62&place=Moscow";
export const PATIENCE_MS = 10_000;

/** Registers a test of the page of passes, with three hours of three satellites. */
export function passesPageTest(
  name: string,
  fn: (browser: Browser, origin: string) => Promise<void>,
): void {
  browserTest(name, async (browser) => {
    const startedMs = Date.now();
    await using served = await ServedSky.start({
      hours: 3,
      nowMs: () => NOW_MS + Date.now() - startedMs,
    });
    await fn(browser, served.url);
  });
}

/** Waits until a part of the page says something else. */
export async function changes(page: Page, testId: string): Promise<void> {
  const part = page.getByTestId(testId);
  const before = await part.innerText();
  await waitFor(
    `another ${testId}`,
    async () => await part.innerText() !== before,
    PATIENCE_MS,
  );
}
