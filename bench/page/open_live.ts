import type { Browser, Page } from "playwright-core";

const PATIENCE_MS = 30_000;

/** Opens the page, and waits until it has what it shows live. */
export async function openLive(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
  });
  const page = await context.newPage();
  await page.goto(url);
  await page.getByTestId("connection").filter({ hasText: "Live" })
    .waitFor({ timeout: PATIENCE_MS });
  return page;
}
