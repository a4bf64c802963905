/// <reference lib="dom" />
import assert from "node:assert/strict";
import type { Browser, Page } from "playwright-core";
import {
  AQUA,
  AURA,
  HOUR_MS,
  START_MS,
  TERRA,
} from "../web/testdata/given_positions.ts";
import { browserTest, openPage } from "./browser.ts";
import { says } from "./says.ts";
import { waitFor } from "./services.ts";
import {
  drag,
  hasPoints,
  HOLE,
  middle,
  nearly,
  NOW_S,
  PATIENCE_MS,
  rangeOf,
  withRecordedDay,
} from "./time_page.ts";

browserTest(
  "the page shows what is recorded on a scrubber, and time is chosen by pointing",
  (browser) =>
    withRecordedDay(async (url) => {
      await showsWhatIsRecorded(browser, url);
      await scrubsByPointer(browser, url);
      await scrubsByTouch(browser, url);
      await scrubsByKeys(browser, url);
      await zoomsInAChart(browser, url);
    }),
);

async function showsWhatIsRecorded(browser: Browser, url: string) {
  const { page, errors } = await openPage(browser, url);
  const shares = [HOLE.fromS - 3_600, HOLE.fromS + 3_600, HOLE.toS + 3_600]
    .map((seconds) => seconds / NOW_S);
  await waitFor("lines with a hole", async () => {
    const drawn = await page.getByTestId("scrubber").locator("canvas").evaluate(
      (canvas: HTMLCanvasElement, shares) => {
        const pen = canvas.getContext("2d")!;
        const lines = Math.round(0.5 * canvas.height);
        return shares.map((share) => {
          const x = Math.round(share * canvas.width) + 3;
          const { data } = pen.getImageData(x, 0, 1, lines);
          let pixels = 0;
          for (let i = 3; i < data.length; i += 4) {
            if (data[i]! > 200) pixels++;
          }
          return pixels;
        });
      },
      shares,
    );
    return drawn[0]! >= 3 && drawn[1] === 0 && drawn[2]! >= 3;
  }, PATIENCE_MS);
  assert.deepEqual(errors, []);
}

async function scrubsByPointer(browser: Browser, url: string) {
  const { page, errors } = await openPage(browser, url);
  await hasPoints(page);
  const strip = (await page.getByTestId("scrubber").boundingBox())!;
  const pxOfHour = strip.width / 24;
  const y = strip.y + 6;
  await drag(page, await middle(page, "scrubber-whole"), -5 * pxOfHour);
  await says(page, "away", /^Not live$/);
  const moved = rangeOf(page);
  assert.equal(moved.toMs - moved.fromMs, HOUR_MS);
  nearly(moved.toMs, START_MS + 19 * HOUR_MS);

  await drag(page, await middle(page, "scrubber-from"), -2 * pxOfHour);
  await waitFor("an earlier start", () => rangeOf(page).fromMs < moved.fromMs);
  nearly(rangeOf(page).fromMs, START_MS + 16 * HOUR_MS);
  assert.equal(rangeOf(page).toMs, moved.toMs);

  await page.mouse.click(strip.x + 8 * pxOfHour, y);
  await waitFor("what was clicked at", () => rangeOf(page).toMs < moved.toMs);
  nearly(rangeOf(page).fromMs, START_MS + 6.5 * HOUR_MS);

  // Up to now it goes on with it; as long as no window, from where it begins.
  await drag(page, await middle(page, "scrubber-to"), 15 * pxOfHour);
  await says(page, "connection", /^Live/);
  assert.match(page.url(), /\?from=[^&]*$/);

  // What is given up is as it was.
  const before = page.url();
  const whole = await middle(page, "scrubber-whole");
  await page.mouse.move(whole.x, whole.y);
  await page.mouse.down();
  await page.mouse.move(whole.x - 100, whole.y);
  await page.keyboard.press("Escape");
  await page.mouse.up();
  assert.equal(page.url(), before);
  assert.deepEqual(errors, []);
}

async function scrubsByTouch(browser: Browser, url: string) {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
  });
  const page = await context.newPage();
  await page.goto(url);
  await hasPoints(page);
  const strip = (await page.getByTestId("scrubber").boundingBox())!;
  await page.touchscreen.tap(strip.x + strip.width / 4, strip.y + 6);
  await says(page, "away", /^Not live$/);
  nearly(rangeOf(page).fromMs, START_MS + 5.5 * HOUR_MS, HOUR_MS / 4);
  await context.close();
}

async function scrubsByKeys(browser: Browser, url: string) {
  const { page, errors } = await openPage(browser, url);
  await hasPoints(page);
  const whole = page.getByTestId("scrubber-whole");
  assert.match(await text(page, "scrubber-whole"), /UTC to now, 1 h$/);
  await whole.focus();
  await page.keyboard.press("PageDown");
  await page.keyboard.press("ArrowLeft");
  assert.match(await text(page, "scrubber-whole"), /^2026-.* UTC, 1 h$/);
  await says(page, "away", /^Not live$/);
  nearly(rangeOf(page).toMs, START_MS + 22.9 * HOUR_MS, 60_000);
  const { fromMs } = rangeOf(page);
  await page.getByTestId("scrubber-to").focus();
  await page.keyboard.press("End");
  await says(page, "connection", /^Live/);
  assert.equal(new URL(page.url()).searchParams.get("to"), null);
  nearly(rangeOf(page).fromMs, fromMs, 1_000);
  assert.deepEqual(errors, []);
}

async function zoomsInAChart(browser: Browser, url: string) {
  const { page, errors } = await openPage(browser, url);
  await hasPoints(page);
  const canvas = page.getByTestId(`panel-${AQUA}`).locator("canvas").first();
  // Below the map, and not under what stays on top.
  await canvas.evaluate((element) =>
    element.scrollIntoView({ block: "center" })
  );
  const box = (await canvas.boundingBox())!;
  const start = { x: box.x + box.width / 2, y: box.y + box.height / 2 };

  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x + 80, start.y);
  await page.keyboard.press("Escape");
  await page.mouse.up();
  assert.equal(new URL(page.url()).search, "");

  await drag(page, start, 80);
  await says(page, "away", /^Not live$/);
  const { fromMs, toMs } = rangeOf(page);
  const lengthMs = 80 / (box.width - 50) * HOUR_MS;
  nearly(toMs - fromMs, lengthMs, 0.05 * lengthMs);
  // For all of them.
  await canvasSays(page, TERRA, new Date(fromMs));
  await canvasSays(page, AURA, new Date(fromMs));
  const zoomed = page.url();
  await canvas.dblclick();
  await says(page, "connection", /^Live/);
  assert.equal(new URL(page.url()).search, "");
  // Where nothing was chosen there is nothing to go back from.
  await canvas.dblclick();
  assert.equal(new URL(page.url()).search, "");
  await page.goForward();
  await says(page, "away", /^Not live$/);
  assert.equal(page.url(), zoomed);
  assert.deepEqual(errors, []);
}

async function canvasSays(page: Page, noradId: number, from: Date) {
  const canvas = page.getByTestId(`panel-${noradId}`).locator("canvas").first();
  const time = from.toISOString().slice(0, 19).replace("T", " ");
  await waitFor(
    `a chart from ${time}`,
    async () =>
      (await canvas.getAttribute("aria-label") ?? "").includes(`, ${time} to`),
    PATIENCE_MS,
  );
}

function text(page: Page, testId: string): Promise<string> {
  return page.getByTestId(testId).getAttribute("aria-valuetext").then((value) =>
    value ?? ""
  );
}
