/// <reference lib="dom" />
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { browserTest, openPage } from "./browser.ts";
import { EVERY_PAGE } from "./every_page.ts";
import { LiveSky } from "./live_sky.ts";
import { waitFor } from "./services.ts";

/** More than there are on any page: by then something has kept the focus. */
const MOST_STOPS = 300;

/** One thing that can have the focus, as it looked when it had it. */
interface Stop {
  readonly name: string;
  readonly isMarked: boolean;
  readonly isSeen: boolean;
}

browserTest(
  "everything on every page can be reached and used by keyboard",
  async (browser) => {
    await using sky = await LiveSky.start({ hours: 2 });
    for (const { path, shows } of EVERY_PAGE) {
      const { page, errors } = await openPage(browser, sky.url + path);
      await page.locator(shows).first().waitFor({ state: "attached" });
      await page.waitForTimeout(1_000);
      await reachesEverything(page, path, "Tab");
      // Back, what has the focus comes in from beneath what is on top.
      await page.setViewportSize({ width: 390, height: 844 });
      await reachesEverything(page, path, "Shift+Tab");
      await skipsToTheContent(page, path);
      assert.deepEqual(errors, []);
      await page.context().close();
    }
    const { page, errors } = await openPage(browser, sky.url);
    await page.getByTestId("connection").filter({ hasText: "Live" }).waitFor();
    await choosesATime(page);
    await turnsToOtherPages(page);
    assert.deepEqual(errors, []);
  },
);

/** By this key alone, from one end of the page to the other and out of it. */
async function reachesEverything(
  page: Page,
  path: string,
  key: "Tab" | "Shift+Tab",
): Promise<void> {
  const all = await page.evaluate(markReachable);
  const stops: Stop[] = [];
  for (;;) {
    await page.keyboard.press(key);
    const stop = await page.evaluate(lookAtFocus);
    if (stop === null) break;
    stops.push(stop);
    assert.ok(
      stops.length < MOST_STOPS,
      `${path}: the focus stays at ${stop.name}`,
    );
  }
  const named = (wrong: readonly Stop[]) => wrong.map(({ name }) => name);
  const reached = new Set(named(stops));
  assert.deepEqual(all.filter((name) => !reached.has(name)), [], path);
  assert.deepEqual(named(stops.filter((stop) => !stop.isMarked)), [], path);
  assert.deepEqual(named(stops.filter((stop) => !stop.isSeen)), [], path);
}

/** Names all that Tab must come to; of radio buttons one stands for its group. */
function markReachable(): string[] {
  const focusable = "a[href], button, input, select, textarea, summary, " +
    "[tabindex='0'], [contenteditable]";
  return [...document.querySelectorAll<HTMLElement>(focusable)]
    .filter((element) =>
      element.checkVisibility({ visibilityProperty: true }) &&
      !element.matches(":disabled, [tabindex='-1'], [type=radio]")
    ).map((element, i) => {
      const text = element.textContent?.trim().slice(0, 30);
      const label = element.getAttribute("aria-label") ?? text;
      element.dataset.stop = `${i} ${element.tagName.toLowerCase()} ${label}`;
      return element.dataset.stop;
    });
}

/** What has the focus and whether one sees that; null where nothing has it. */
function lookAtFocus(): Stop | null {
  const element = document.activeElement as HTMLElement | null;
  if (!element || element === document.body) return null;
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const { x, y, width, height } = element.getBoundingClientRect();
  const top = document.elementFromPoint(x + width / 2, y + height / 2);
  const isInView = x >= 0 && y >= 0 && x < innerWidth && y < innerHeight;
  return {
    name: element.dataset.stop ?? element.outerHTML.slice(0, 80),
    isMarked: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2,
    isSeen: isInView && (top === null || element.contains(top) ||
      top.contains(element) || !top.closest(".top")),
  };
}

/** From where Tab has left the page, it comes back at the top. */
async function skipsToTheContent(page: Page, path: string): Promise<void> {
  await page.keyboard.press("Tab");
  const skip = page.locator(".skip");
  assert.equal(await skip.evaluate((link) => link.matches(":focus")), true);
  assert.ok((await skip.boundingBox())!.x >= 0);
  await page.keyboard.press("Enter");
  assert.equal(
    await page.evaluate(() => document.activeElement?.matches("main, main *")),
    true,
    path,
  );
}

async function choosesATime(page: Page): Promise<void> {
  await playsWithSpace(page);
  await page.getByTestId("window-6h").press("Enter");
  await page.waitForURL(/window=6h/);
  await page.getByTestId("fixed").press("Space");
  await page.keyboard.press("Tab");
  const from = page.getByTestId("from");
  await from.fill("2026-08-23 16:00");
  await page.getByTestId("to").fill("2026-08-23 17:00");
  await page.getByTestId("to").press("Enter");
  await page.waitForURL(/from=2026-08-23T16:00:00Z&to=2026-08-23T17:00:00Z/);
  await page.getByTestId("back-to-live").press("Enter");
  await waitFor("live again", () => !page.url().includes("from="), 5_000);
  // What had the focus is gone: it goes on from what stands for it.
  assert.notEqual(
    await page.evaluate(() => document.activeElement?.tagName),
    "BODY",
  );
}

/** Space presses what keys have come to; after a click it pauses and plays. */
async function playsWithSpace(page: Page): Promise<void> {
  await page.getByTestId("window-6h").click();
  await page.waitForURL(/window=6h/);
  await page.keyboard.press("Space");
  await page.waitForURL(/at=/);
  await page.keyboard.press("Space");
  await page.waitForURL((url) => !url.searchParams.has("at"));
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Space");
  await page.waitForURL((url) => !url.searchParams.has("window"));
}

async function turnsToOtherPages(page: Page): Promise<void> {
  for (const name of ["Passes", "Elements", "Status", "Dashboard"]) {
    await page.getByRole("link", { name, exact: true }).press("Enter");
    await page.locator(`a[aria-current=page]`).filter({ hasText: name })
      .waitFor();
    assert.equal(await page.title(), `${name} – Groundtrack`);
  }
}
