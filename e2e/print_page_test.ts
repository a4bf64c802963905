/// <reference lib="dom" />
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { browserTest, openPage } from "./browser.ts";
import { EVERY_PAGE } from "./every_page.ts";
import { LiveSky } from "./live_sky.ts";

browserTest(
  "every page prints whole, dark on white, without what cannot be used on paper",
  async (browser) => {
    await using sky = await LiveSky.start({ hours: 2 });
    for (const { path, shows } of EVERY_PAGE) {
      const { page, errors } = await openPage(browser, sky.url + path);
      await page.locator(shows).first().waitFor({ state: "attached" });
      if (path === "/") {
        // Most of a chart is its grid.
        assert.ok(await page.evaluate(brightnessOfCharts) < 128);
        assert.ok(await printedBrightnessOfCharts(page) > 128);
        assert.equal(await countSheets(page), 2);
      }
      await page.emulateMedia({ media: "print" });
      assert.deepEqual(await page.evaluate(findSilenced), [], path);
      assert.deepEqual(await page.evaluate(findUseless), [], path);
      assert.deepEqual(await page.evaluate(findCut), [], path);
      assert.deepEqual(errors, []);
      await page.context().close();
    }
  },
);

/** What one would click, and what is not on white. */
function findUseless(): string[] {
  const wrong = [...document.querySelectorAll<HTMLElement>(
    "button:not(table *, main li *, [aria-pressed=true]), input, .pages a",
  )].filter((element) => element.checkVisibility());
  const coloured = [...document.querySelectorAll<HTMLElement>("html, .panel")]
    .filter((element) =>
      !/^rgb\(255, 255, 255\)$|^rgba\(0, 0, 0, 0\)$/.test(
        getComputedStyle(element).backgroundColor,
      )
    );
  return [...wrong, ...coloured].map(({ outerHTML }) => outerHTML.slice(0, 80));
}

/** What is told on demand: the filters in their heading, all else as a whole. */
function findSilenced(): string[] {
  return [...document.querySelectorAll<HTMLElement>(
    "main details:not(.try, .contents *)",
  )].filter((details) =>
    getComputedStyle(details.querySelector("summary")!).display === "none" ||
    !details.matches(".filters") &&
      getComputedStyle(details, "::details-content").contentVisibility !==
        "visible"
  ).map(({ outerHTML }) => outerHTML.slice(0, 80));
}

/** The map is the first one; the columns of three satellites share the second. */
async function countSheets(page: Page): Promise<number> {
  const file = await page.pdf({ preferCSSPageSize: true });
  return file.toString("latin1").match(/\/Type \/Page\b/g)!.length;
}

/** What would have to be scrolled. */
function findCut(): string[] {
  return [...document.querySelectorAll<HTMLElement>("main *")]
    .filter((element) =>
      element.checkVisibility() && !element.matches(".unseen") &&
      getComputedStyle(element).overflowY !== "visible" &&
      element.scrollHeight > element.clientHeight
    ).map(({ outerHTML }) => outerHTML.slice(0, 80));
}

/** Of all that is drawn on canvases, from 0 for black to 255 for white. */
function brightnessOfCharts(): number {
  let sum = 0;
  let count = 0;
  for (const canvas of document.querySelectorAll("canvas")) {
    const { width, height } = canvas;
    if (width === 0 || height === 0) continue;
    const { data } = canvas.getContext("2d")!.getImageData(0, 0, width, height);
    for (let i = 0; i < data.length; i += 4) {
      // What is nearly transparent is the edge of something.
      if (data[i + 3]! < 200) continue;
      sum += data[i + 1]!;
      count++;
    }
  }
  return sum / count;
}

/** The same as the browser itself prints them, which leaves no frame to draw in. */
async function printedBrightnessOfCharts(page: Page): Promise<number> {
  await page.evaluate(`addEventListener("afterprint", () => {
    globalThis.printed = (${brightnessOfCharts})();
  }, { once: true })`);
  await page.pdf();
  return await page.evaluate("printed");
}
