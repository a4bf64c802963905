/// <reference lib="dom" />
import assert from "node:assert/strict";
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { browserTest, openPage } from "./browser.ts";
import { EVERY_PAGE } from "./every_page.ts";
import { LiveSky } from "./live_sky.ts";
import { waitFor } from "./services.ts";

const SIZES = [{ width: 1440, height: 900 }, { width: 390, height: 844 }];

/** What is read out while nothing happens would be noise. */
const CALM_MS = 20_000;

browserTest(
  "every page is accessible, in both themes and at both ends of width",
  async (browser) => {
    await using sky = await LiveSky.start({ hours: 2 });
    const calm = await watchLiveRegions(browser, sky.url);
    for (const { path, shows } of EVERY_PAGE) {
      const { page, errors } = await openPage(browser, sky.url + path);
      await page.locator(shows).first().waitFor({ state: "attached" });
      await page.emulateMedia({ reducedMotion: "reduce" });
      for (const size of SIZES) {
        await page.setViewportSize(size);
        assert.deepEqual(
          await tooSmall(page),
          [],
          `${path}, ${size.width} wide`,
        );
        for (const colorScheme of ["dark", "light"] as const) {
          await page.emulateMedia({ colorScheme });
          const name = `${path}, ${colorScheme}, ${size.width} wide`;
          assert.deepEqual(await violations(page), [], name);
          assert.deepEqual(await tooWide(page), [], name);
        }
      }
      assert.ok(await heightOnTop(page) < 90, `${path} on a phone`);
      // As of a page that is magnified to four times its size.
      await page.setViewportSize({ width: 320, height: 568 });
      await waitFor(
        `${path} to fit into 320 px`,
        async () => (await tooWide(page)).length === 0,
        5_000,
      );
      assert.deepEqual(await motions(page), [], path);
      assert.deepEqual(errors, []);
      await page.context().close();
    }
    assert.deepEqual(await calm.announced(), []);
  },
);

/** What axe-core finds wrong, each with where it is. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return await page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe })
      .axe.run({
        runOnly: [
          "wcag2a",
          "wcag2aa",
          "wcag21a",
          "wcag21aa",
          "wcag22aa",
          "best-practice",
        ],
        resultTypes: ["violations"],
      });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) =>
        `${id} at ${target}: ${failureSummary}`
      )
    );
  });
}

/**
 * What is too small to be pointed at, though neither in a sentence nor, as the
 * range of the scrubber, as long as what it stands for.
 */
async function tooSmall(page: Page): Promise<string[]> {
  return await page.evaluate(() =>
    [...document.querySelectorAll(
      "a:not(p a), button, select, summary, [role=slider], " +
        "input:not([type=checkbox]), label:has([type=checkbox])",
    )].filter((element) => {
      const { width, height } = element.getBoundingClientRect();
      const isRange = element.matches("[data-handle=whole]");
      return element.checkVisibility() &&
        (height < 24 || (width < 24 && !isRange));
    }).map(({ outerHTML }) => outerHTML)
  );
}

/** Whether the page scrolls sideways. */
async function tooWide(page: Page): Promise<number[]> {
  return await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth ? [scrollWidth, clientWidth] : [];
  });
}

/** How much stays in view of what is on top, when the page is scrolled. */
async function heightOnTop(page: Page): Promise<number> {
  return await page.evaluate(() => {
    document.body.style.minHeight = "300vh";
    scrollTo(0, innerHeight);
    const parts = [...document.querySelectorAll(".top, .top > *")];
    return Math.max(
      ...parts.map((part) => part.getBoundingClientRect().bottom),
    );
  });
}

/** What moves by style, for whoever asked for no motion. */
async function motions(page: Page): Promise<string[]> {
  return await page.evaluate(() =>
    [...document.querySelectorAll("*")].filter((element) => {
      const style = getComputedStyle(element);
      return style.animationName !== "none" ||
        style.scrollBehavior === "smooth" ||
        style.transitionDuration.split(", ").some((time) => time !== "0s");
    }).map(({ tagName, className }) => `${tagName}.${className}`)
  );
}

/** Listens to a live page's regions that are read out as they change. */
async function watchLiveRegions(browser: Browser, url: string) {
  const { page } = await openPage(browser, url);
  await page.getByTestId("connection").filter({ hasText: "Live" }).waitFor();
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(globalThis, { said });
    const regions = "[aria-live]:not([aria-live=off]), output, " +
      "[role=status], [role=alert], [role=log], [role=timer]";
    new MutationObserver((records) => {
      for (const { target } of records) {
        const element = target instanceof Element
          ? target
          : target.parentElement!;
        const region = element.closest(regions);
        if (region) said.push(`${region.id}: ${region.textContent}`);
      }
    }).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });
  const sinceMs = performance.now();
  return {
    /** All that was said in the time since. */
    async announced(): Promise<string[]> {
      const leftMs = CALM_MS - (performance.now() - sinceMs);
      await page.waitForTimeout(Math.max(0, leftMs));
      return await page.evaluate(() =>
        (globalThis as unknown as { said: string[] }).said
      );
    },
  };
}
