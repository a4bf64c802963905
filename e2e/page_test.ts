import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { browserTest, openPage } from "./browser.ts";
import { says } from "./says.ts";
import {
  makePlace,
  removePlace,
  startTask,
  stop,
  waitFor,
} from "./services.ts";

const HOUR_MS = 3_600_000;
const SATELLITES = [25994, 27424, 28376];

browserTest(
  "the page shows what the README's command records",
  async (browser) => {
    const place = await makePlace();
    const services = startTask("start", place);
    try {
      await waitFor("the web app", async () => {
        const response = await fetch(`${place.url}/readyz`);
        await response.body?.cancel();
        return response.ok;
      }, 60_000);
      const { page, errors } = await openPage(browser, place.url);

      await showsThreeColumns(page);
      await movesEachSecond(page);
      await tellsWhatToExpect(page);
      await showsTheDrift(page);
      await showsTheLastDay(page);
      await showsAFixedRange(page);
      await opensTheSameViewByItsAddress(page);
      await replaysWhatWas(page);
      await showsAnotherProducersSatellite(page, place);
      assert.deepEqual(errors, []);
      assert.equal((await stop(services)).code, 0, services.output());
    } finally {
      await stop(services);
      await removePlace(place);
    }
  },
);

async function showsThreeColumns(page: Page): Promise<void> {
  for (const noradId of SATELLITES) {
    await panel(page, noradId).waitFor();
    await hasPoints(page, noradId, 150);
  }
  const headings = await page.locator("#satellites h2").allInnerTexts();
  assert.deepEqual(headings.map((text) => text.trim()), [
    "TERRA",
    "AQUA",
    "AURA",
  ]);
}

async function movesEachSecond(page: Page): Promise<void> {
  await says(page, "connection", /^Live, \d+\.\d s behind$/);
  for (const noradId of SATELLITES) {
    const latitude = panel(page, noradId).getByTestId("latitude");
    const before = await latitude.innerText();
    assert.match(before, /^\d{1,2}\.\d\d$/);
    await waitFor(
      "the latitude to move",
      async () => await latitude.innerText() !== before,
      5_000,
    );
  }
}

/** Of one set each there is nothing to compare yet. */
async function tellsWhatToExpect(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Elements", exact: true }).click();
  assert.match(page.url(), /\/elements$/);
  await says(page, "audit-message", /^Nothing to compare yet/);
  await says(
    page,
    "audit-expected",
    /^Elements [\d.]+ [dh] old; expected error: half .*, by the general formula\.$/,
  );
}

/** Of the crossings of the day that is filled in, once its hours are sealed. */
async function showsTheDrift(page: Page): Promise<void> {
  const drift = page.getByTestId("drift");
  await waitFor("crossings of the equator", async () => {
    // Whoever chooses is answered at once.
    for (const name of ["Northward", "Southward"]) {
      await drift.getByRole("button", { name }).click();
    }
    await page.waitForTimeout(500);
    return Number(await drift.getAttribute("data-points")) >= 10;
  }, 30_000);
  await says(page, "drift-extent", /^08:\d\d (to 08:\d\d )?in \w+ \d{4}$/);
  const canvas = drift.locator("canvas");
  assert.match(
    await canvas.getAttribute("aria-label") ?? "",
    /^Mean local solar time at which TERRA crosses the equator southward: 08:/,
  );
  // It shows more than the page's range, and chooses it for all charts.
  assert.equal(await drift.locator(".shown-band:visible").count(), 1);
  const { width } = (await canvas.boundingBox())!;
  await canvas.hover();
  await page.mouse.down();
  await canvas.hover({ position: { x: 0.8 * width, y: 60 } });
  await page.mouse.up();
  await page.waitForURL(/\?from=.*&to=/);
  await canvas.dblclick();
  await page.waitForURL(/\/elements$/);
  await page.getByRole("link", { name: "Dashboard", exact: true }).click();
}

async function showsTheLastDay(page: Page): Promise<void> {
  await page.getByTestId("window-24h").click();
  assert.match(page.url(), /window=24h/);
  for (const noradId of SATELLITES) {
    await hasPoints(page, noradId, 400);
    await waitFor(
      "a day without a gap",
      async () => await panel(page, noradId).getAttribute("data-gaps") === "0",
    );
  }
}

async function showsAFixedRange(page: Page): Promise<void> {
  const to = new Date(Math.floor(Date.now() / HOUR_MS) * HOUR_MS);
  const from = new Date(to.getTime() - 2 * HOUR_MS);
  await page.getByTestId("fixed").click();
  await page.getByTestId("from").fill(asTyped(from));
  await page.getByTestId("to").fill(asTyped(to));
  await page.getByTestId("apply").click();
  await waitFor("the range in the address", () => {
    const query = new URL(page.url()).searchParams;
    return Date.parse(query.get("from") ?? "") === from.getTime() &&
      Date.parse(query.get("to") ?? "") === to.getTime();
  });
  for (const noradId of SATELLITES) await hasPoints(page, noradId, 100);
  await says(page, "connection", /^History/);
}

async function opensTheSameViewByItsAddress(page: Page): Promise<void> {
  const points = await panel(page, SATELLITES[0]!).getAttribute("data-points");
  const same = await page.context().newPage();
  await same.goto(page.url());
  await says(same, "connection", /^History/);
  await waitFor(
    "as many points",
    async () =>
      await panel(same, SATELLITES[0]!).getAttribute("data-points") === points,
  );
  await same.close();
}

async function replaysWhatWas(page: Page): Promise<void> {
  await page.getByTestId("speed-600").click();
  await says(page, "connection", /^Replay 600×/);
  assert.match(page.url(), /speed=600/);
  const clock = page.getByTestId("clock");
  const before = await clock.innerText();
  await waitFor(
    "the replay's clock to move",
    async () => await clock.innerText() !== before,
  );
  await page.getByTestId("live").click();
  await says(page, "connection", /^Live/);
}

async function showsAnotherProducersSatellite(
  page: Page,
  place: Awaited<ReturnType<typeof makePlace>>,
): Promise<void> {
  const producer = startTask("producer", place, {
    SATELLITE: "ISS",
    BACKFILL: "10m",
  });
  try {
    await panel(page, 25544).waitFor();
    await hasPoints(page, 25544, 10);
  } finally {
    await stop(producer);
  }
}

function panel(page: Page, noradId: number) {
  return page.getByTestId(`panel-${noradId}`);
}

async function hasPoints(page: Page, noradId: number, least: number) {
  await waitFor(
    `${least} points of ${noradId}`,
    async () =>
      Number(await panel(page, noradId).getAttribute("data-points")) >= least,
  );
}

/** As the page's inputs take an instant: 2026-08-21 14:00:00. */
function asTyped(date: Date): string {
  return date.toISOString().slice(0, 19).replace("T", " ");
}
