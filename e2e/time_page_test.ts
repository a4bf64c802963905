import assert from "node:assert/strict";
import type { Browser, Page } from "playwright-core";
import {
  HOUR_MS,
  positionsOf,
  START_MS,
  TERRA,
} from "../web/testdata/given_positions.ts";
import { browserTest, openPage } from "./browser.ts";
import { angleOf, readReading } from "./readings.ts";
import { says } from "./says.ts";
import { waitFor } from "./services.ts";
import {
  hasPoints,
  HOLE,
  isPressed,
  nearly,
  NOW_S,
  PATIENCE_MS,
  rangeOf,
  shownMs,
  withRecordedDay,
} from "./time_page.ts";

browserTest(
  "the page has one control of time, by buttons and by keys",
  (browser) =>
    withRecordedDay(async (url) => {
      await showsLongerWindows(browser, url);
      await goesSpansBackAndForward(browser, url);
      await steps(browser, url);
      await replaysToItsEnd(browser, url);
      await isFixedByItself(browser, url);
      await offersWhatIsNearest(browser, url);
      await fixesWhatIsShown(browser, url);
      await turnsBeforeThereIsAView(browser, url);
    }),
);

async function showsLongerWindows(browser: Browser, url: string) {
  const { page, errors } = await openPage(browser, url);
  for (const window of ["7d", "31d"]) {
    await page.getByTestId(`window-${window}`).click();
    assert.match(page.url(), new RegExp(`window=${window}$`));
    await says(page, "connection", /^Live/);
    await isPressed(page, `window-${window}`);
  }
  assert.deepEqual(errors, []);
}

async function goesSpansBackAndForward(browser: Browser, url: string) {
  const { page, errors } = await openPage(browser, url);
  await hasPoints(page);
  await page.getByTestId("span-back").click();
  await says(page, "away", /^Not live$/);
  const first = rangeOf(page);
  assert.equal(first.toMs - first.fromMs, HOUR_MS);
  await page.keyboard.press("Shift+ArrowLeft");
  await waitFor("another span", () => rangeOf(page).toMs === first.fromMs);
  await page.reload();
  await says(page, "away", /^Not live$/);
  await page.keyboard.press("Shift+ArrowRight");
  await waitFor("the span before", () => rangeOf(page).toMs === first.toMs);
  // The third one would end after now, and is the live one.
  await page.getByTestId("span-on").click();
  await page.getByTestId("span-on").click();
  await says(page, "connection", /^Live/);
  assert.equal(new URL(page.url()).search, "");
  await page.goBack();
  await says(page, "away", /^Not live$/);
  await page.getByTestId("back-to-live").click();
  await says(page, "connection", /^Live/);
  assert.equal(await page.getByTestId("away").isVisible(), false);
  assert.deepEqual(errors, []);
}

async function steps(browser: Browser, url: string) {
  const { page, errors } = await openPage(browser, url);
  await hasPoints(page);
  // There is nothing later than now.
  await page.keyboard.press("ArrowRight");
  assert.equal(new URL(page.url()).search, "");
  await page.keyboard.press("Space");
  await says(page, "away", /^Paused, not live$/);
  await page.keyboard.press("ArrowLeft");
  await waitFor("a whole step", () => atOf(page) % 20_000 === 0, PATIENCE_MS);
  const stepOn = page.getByTestId("step-on");
  assert.equal(await stepOn.getAttribute("aria-disabled"), "false");

  const first = START_MS + 23.5 * HOUR_MS;
  await page.goto(`${url}?at=${new Date(first).toISOString()}`);
  await hasPoints(page);
  await page.getByTestId("step-back").click();
  await waitFor("a step back", () => atOf(page) === first - 20_000);
  await showsThen(page, first - 20_000);
  await page.getByTestId("step-back").click();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await waitFor("two steps on", () => atOf(page) === first);
  await showsThen(page, first);
  await page.reload();
  await says(page, "away", /^Paused, not live$/);
  await showsThen(page, first);
  await page.keyboard.press("Space");
  await says(page, "connection", /^Live/);

  // Out of a replay it stays in its range, and plays on from there.
  await page.getByTestId("speed-60").click();
  await says(page, "away", /^Replay, not live$/);
  await waitFor(
    "some of it",
    async () => await shownMs(page) > START_MS + 23.07 * HOUR_MS,
    PATIENCE_MS,
  );
  await listsThatMoment(page);
  await stepOn.click();
  await says(page, "away", /^Paused, not live$/);
  const paused = atOf(page);
  await page.getByTestId("speed-10").click();
  await isPressed(page, "speed-10");
  await says(page, "away", /^Paused, not live$/);
  await stepOn.click();
  await page.getByTestId("step-back").click();
  await waitFor("a step undone", () => atOf(page) === paused);
  nearly(rangeOf(page).fromMs, START_MS + 23 * HOUR_MS, 60_000);
  await page.getByTestId("play").click();
  await says(page, "away", /^Replay, not live$/);
  await waitFor(
    "it to play on",
    async () => await shownMs(page) > paused,
    PATIENCE_MS,
  );
  assert.deepEqual(errors, []);
}

async function replaysToItsEnd(browser: Browser, url: string) {
  const range = "from=2026-08-21T11:00:00Z&to=2026-08-21T11:20:00Z";
  const { page, errors } = await openPage(browser, `${url}?${range}&speed=600`);
  await says(page, "away", /^Replay over, not live$/);
  await says(
    page,
    "time-note",
    /^The replay has reached its end, 2026-08-21 11:20:00 UTC\./,
  );
  await page.getByRole("button", { name: "Play again" }).click();
  await says(page, "away", /^Replay, not live$/);
  await page.getByRole("button", { name: "The next 20 min" }).click();
  await says(page, "away", /^Not live$/);
  assert.equal(rangeOf(page).fromMs, START_MS + HOUR_MS + 1_200_000);
  assert.equal(await page.getByTestId("time-note").isVisible(), false);

  // Also where nothing was recorded up to there, and that is skipped.
  const silent = "from=2026-08-21T21:59:00Z&to=2026-08-21T23:00:00Z";
  await page.goto(`${url}?${silent}&speed=60`);
  await page.getByRole("button", { name: "Skip to then" }).click();
  await says(page, "away", /^Replay over, not live$/);
  assert.deepEqual(errors, []);
}

async function isFixedByItself(browser: Browser, url: string) {
  const { page, errors } = await openPage(browser, url);
  await hasPoints(page);
  const toMs = Math.ceil(await shownMs(page) / 1_000) * 1_000 + 4_000;
  const to = new Date(toMs).toISOString();
  await page.goto(`${url}?from=2026-08-22T09:00:00Z&to=${to}`);
  await isPressed(page, "live");
  await says(page, "away", /^Not live$/);
  await isPressed(page, "fixed");
  assert.deepEqual(errors, []);
}

async function offersWhatIsNearest(browser: Browser, url: string) {
  const range = "from=2026-08-21T22:30:00Z&to=2026-08-21T23:00:00Z";
  const { page, errors } = await openPage(browser, `${url}?${range}`);
  await says(
    page,
    "time-note",
    /^Nothing recorded from 2026-08-21 22:30:00 to 23:00:00 UTC, 30 min; last before: 2026-08-21 21:59:50 UTC; first after: 2026-08-22 00:00:00 UTC\./,
  );
  await page.getByRole("button", { name: "Show the first after" }).click();
  await waitFor(
    "what is after",
    () => rangeOf(page).fromMs === START_MS + HOLE.toS * 1_000,
    PATIENCE_MS,
  );
  await hasPoints(page);
  await page.goBack();
  await page.getByRole("button", { name: "Show the last before" }).click();
  await waitFor(
    "what is before",
    () => rangeOf(page).toMs === START_MS + HOLE.fromS * 1_000 - 9_000,
    PATIENCE_MS,
  );
  await hasPoints(page);
  assert.equal(await page.getByTestId("time-note").isVisible(), false);
  assert.deepEqual(errors, []);
}

async function fixesWhatIsShown(browser: Browser, url: string) {
  const { page, errors } = await openPage(browser, url);
  await hasPoints(page);
  const from = page.getByTestId("from");
  await page.getByTestId("fixed").click();
  await says(page, "away", /^Not live$/);
  const { fromMs, toMs } = rangeOf(page);
  assert.equal(toMs - fromMs, HOUR_MS);
  await from.press("Shift+ArrowLeft");
  assert.equal(rangeOf(page).toMs, toMs);
  // It has what is shown, unless somebody is writing in it.
  await page.getByTestId("span-back").click();
  const before = new Date(fromMs - HOUR_MS).toISOString().slice(0, 19);
  await waitFor(
    "the span before in the form",
    async () => await from.inputValue() === before.replace("T", " "),
  );
  await from.fill("2026-08-2");
  await page.getByTestId("window-6h").click();
  await says(page, "connection", /^Live/);
  assert.equal(await from.inputValue(), "2026-08-2");
  await from.press("Space");
  await page.keyboard.press("Escape");
  await says(page, "connection", /^Live/);
  assert.deepEqual(errors, []);
}

/** Beside the map, in a replay at 60 times: no more than a second behind. */
async function listsThatMoment(page: Page): Promise<void> {
  const list = page.getByTestId("map-list");
  const [, listed] = /at ([\d:]+)/.exec(await list.innerText())!;
  const listedMs = Date.parse(`2026-08-22T${listed}Z`);
  nearly(listedMs, await shownMs(page), 60_000);
}

async function turnsBeforeThereIsAView(browser: Browser, url: string) {
  const { page, errors } = await openPage(browser, `${url}/docs`);
  const isAsked = Promise.withResolvers<() => Promise<void>>();
  await page.route(
    "**/satellites?recorded=true&limit=*",
    (route) => isAsked.resolve(() => route.continue()),
  );
  await page.goto(`${url}?window=6h`);
  const answer = await isAsked.promise;
  // Nothing of time can be chosen yet, and nobody is away from live.
  const fixed = page.getByTestId("fixed");
  assert.equal(await fixed.isVisible(), true);
  assert.equal(await fixed.evaluate((it) => it.matches("[inert] *")), true);
  assert.equal(await page.getByTestId("back-to-live").isVisible(), false);
  await page.getByRole("link", { name: "Passes" }).click();
  await answer();
  await says(page, "connection", /^Live/);
  assert.equal(page.url(), `${url}/passes?window=6h`);
  await fixed.click();
  await says(page, "away", /^Not live$/);
  assert.deepEqual(errors, []);
}

function atOf(page: Page): number {
  return Date.parse(new URL(page.url()).searchParams.get("at") ?? "");
}

async function showsThen(page: Page, timeMs: number): Promise<void> {
  const [then] = positionsOf(TERRA, (timeMs - START_MS) / 1_000, NOW_S);
  const panel = page.getByTestId(`panel-${TERRA}`);
  const latitude = angleOf(then!.latitudeDeg, "NS");
  const longitude = angleOf(then!.longitudeDeg, "EW");
  await waitFor(
    `${latitude}, ${longitude} of ${new Date(timeMs).toISOString()}`,
    async () =>
      await readReading(panel, "latitude") === latitude &&
      await readReading(panel, "longitude") === longitude,
    PATIENCE_MS,
  );
}
