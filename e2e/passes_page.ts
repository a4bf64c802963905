import assert from "node:assert/strict";
import type { Browser, Page } from "playwright-core";
import { Sky } from "../bench/sky.ts";
import { browserTest } from "./browser.ts";
import { bundlePage, servePage } from "./served_page.ts";
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
    await bundlePage();
    const folder = await Deno.makeTempDir();
    const sky = await Sky.make(`${folder}/sky.db`, {
      nowMs: NOW_MS,
      hours: 3,
      satellites: 3,
    });
    const startedMs = Date.now();
    const { url, stop } = servePage(
      sky.link,
      () => NOW_MS + Date.now() - startedMs,
    );
    try {
      await fn(browser, url);
    } finally {
      await stop();
      sky[Symbol.dispose]();
      await Deno.remove(folder, { recursive: true });
    }
  });
}

/** Waits until a part of the page says something. */
export async function says(
  page: Page,
  testId: string,
  text: RegExp,
): Promise<void> {
  await waitFor(testId, async () => {
    assert.match(await page.getByTestId(testId).innerText(), text);
    return true;
  }, PATIENCE_MS);
}
