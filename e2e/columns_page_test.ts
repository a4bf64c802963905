import assert from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import { MINUTE_MS } from "../shared/projection/time_range.ts";
import { browserTest, openPage } from "./browser.ts";
import { angleOf, readReading } from "./readings.ts";
import { says } from "./says.ts";
import { ServedSky } from "./served_sky.ts";
import { waitFor } from "./services.ts";

const [TERRA, AQUA, AURA] = [25994, 27424, 28376] as const;

browserTest(
  "columns share a crosshair, tell what a point rests on, and are put in order",
  async (browser) => {
    await using served = await startedSky(3);
    const { url } = served;
    const { page, errors } = await openPage(browser, url);
    await hasPoints(page, AURA);
    await pointsAtOneTime(page);
    await movesByKeyboard(page);
    await tellsTheOrigin(page, url);
    await putsInOrder(page);
    await hidesAndShows(page);
    await dragsWithoutAsking(page);
    assert.deepEqual(errors, []);
  },
);

browserTest(
  "many satellites are a table that is searched, sorted, and opens columns",
  async (browser) => {
    await using served = await startedSky(30);
    const { url } = served;
    const { page, errors } = await openPage(browser, url);
    await says(page, "table-count", /^30 satellites$/);
    await sortsByAltitude(page);
    await findsByNumber(page);
    await letsTheThirteenthWait(page);
    assert.deepEqual(errors, []);
  },
);

function startedSky(satellites: number): Promise<ServedSky> {
  const nowMs = Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS;
  return ServedSky.start({ hours: 2, satellites, nowMs: () => nowMs });
}

const panel = (page: Page, noradId: number) =>
  page.getByTestId(`panel-${noradId}`);

async function hasPoints(page: Page, noradId: number): Promise<void> {
  await waitFor(
    `points of ${noradId}`,
    async () =>
      Number(await panel(page, noradId).getAttribute("data-points")) > 100,
    10_000,
  );
}

async function readingsOf(column: Locator): Promise<string[]> {
  const ids = ["latitude", "longitude", "altitude"];
  return await Promise.all(ids.map((id) => readReading(column, id)));
}

async function pointAtTheMiddle(page: Page, noradId: number): Promise<void> {
  await panel(page, noradId).getByTestId("altitude-chart").hover();
}

async function pointsAtOneTime(page: Page): Promise<void> {
  const before = await readingsOf(panel(page, AURA));
  await pointAtTheMiddle(page, TERRA);
  const times: string[] = [];
  for (const noradId of [TERRA, AQUA, AURA]) {
    const column = panel(page, noradId);
    times.push(await column.getByTestId("pointed").innerText());
    assert.equal(await column.locator(".cursor-line:visible").count(), 1);
    assert.equal(await column.locator(".cursor-dot:visible").count(), 2);
  }
  assert.match(times[0]!, /^at (\d+ \w+ )?\d\d:\d\d:\d\d UTC$/);
  assert.deepEqual(times, [times[0], times[0], times[0]]);
  assert.notDeepEqual(await readingsOf(panel(page, AURA)), before);

  await page.mouse.move(5, 5);
  assert.equal(await page.locator(".cursor-line:visible").count(), 0);
  assert.equal(await page.locator(".cursor-dot:visible").count(), 0);
  assert.equal(await page.getByTestId("pointed").first().isVisible(), false);
  assert.deepEqual(await readingsOf(panel(page, AURA)), before);
}

async function movesByKeyboard(page: Page): Promise<void> {
  const chart = panel(page, TERRA).getByTestId("altitude-chart");
  await chart.focus();
  await page.keyboard.press("Home");
  const first = await chart.getAttribute("aria-valuetext");
  assert.match(first!, /^[-\d: ]+ UTC: [\d.]+° [NS], .* kilometres$/);
  await page.keyboard.press("ArrowRight");
  assert.notEqual(await chart.getAttribute("aria-valuetext"), first);
  await page.keyboard.press("ArrowLeft");
  assert.equal(await chart.getAttribute("aria-valuetext"), first);
  assert.equal(await page.locator(".cursor-line:visible").count(), 3);
  await page.keyboard.press("Escape");
  assert.equal(await page.locator(".cursor-line:visible").count(), 0);
}

/** By keyboard and by the pointer, what the API has. */
async function tellsTheOrigin(page: Page, url: string): Promise<void> {
  const card = page.getByTestId("origin");
  await panel(page, TERRA).getByTestId("altitude-chart").focus();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await isTheApis(card, url, TERRA);
  await page.keyboard.press("Escape");
  await card.waitFor({ state: "hidden" });

  await pointAtTheMiddle(page, AQUA);
  const readings = await readingsOf(panel(page, AQUA));
  await page.mouse.down();
  await page.mouse.up();
  const position = await isTheApis(card, url, AQUA);
  const { longitude_deg, latitude_deg, altitude_km } = position;
  assert.deepEqual(readings, [
    angleOf(latitude_deg, "NS"),
    angleOf(longitude_deg, "EW"),
    `${altitude_km.toFixed(2)}km`,
  ]);
  // The time that is looked into stays marked until it is closed.
  await page.mouse.move(5, 5);
  assert.equal(await page.locator(".cursor-line:visible").count(), 3);
  await card.getByRole("button", { name: "Close" }).click();
  await waitFor(
    "no crosshair",
    async () => await page.locator(".cursor-line:visible").count() === 0,
    5_000,
  );
}

async function isTheApis(card: Locator, url: string, noradId: number) {
  await card.getByText("Log position").waitFor();
  const href = await card.getByRole("link", { name: "As JSON" })
    .getAttribute("href");
  assert.match(href!, new RegExp(`^/api/v1/satellites/${noradId}/evidence`));
  const evidence = await (await fetch(url + href)).json();
  const { position, origin, log_position, element_set } = evidence;
  const { topic, partition, offset, sample } = log_position;
  const text = await card.innerText();
  assert.ok(href!.includes(position.time.replace(".000Z", "Z")), href!);
  for (
    const part of [
      `${evidence.name} at ${position.time.slice(0, 19).replace("T", " ")} UTC`,
      origin === "live" ? "live, as it happened" : "filled in later",
      `${topic}, partition ${partition}, offset ${offset}`,
      `sample ${sample} of its event`,
      `set ${element_set.id}`,
      `source: ${element_set.source}`,
    ]
  ) assert.ok(text.includes(part), `${part} must be in ${text}`);
  return position;
}

const names = (page: Page) => page.locator("#satellites h2").allInnerTexts();

async function hasColumns(page: Page, wanted: string[]): Promise<void> {
  await waitFor(
    wanted.join(),
    async () => (await names(page)).join() === wanted.join(),
    5_000,
  );
}

async function putsInOrder(page: Page): Promise<void> {
  await hasColumns(page, ["TERRA", "AQUA", "AURA"]);
  await page.getByRole("button", { name: "Move AURA one place to the left" })
    .press("Enter");
  await hasColumns(page, ["TERRA", "AURA", "AQUA"]);
  assert.match(page.url(), /satellites=25994,28376,27424$/);
  // The focus went along, so that it can be moved on.
  await page.keyboard.press("Enter");
  await hasColumns(page, ["AURA", "TERRA", "AQUA"]);
  await page.reload();
  await hasColumns(page, ["AURA", "TERRA", "AQUA"]);
}

async function hidesAndShows(page: Page): Promise<void> {
  const hide = (name: string) =>
    page.getByRole("button", { name: `Hide ${name}` });
  await hide("TERRA").press("Enter");
  await hasColumns(page, ["AURA", "AQUA"]);
  assert.equal(await hide("AQUA").evaluate((it) => it.matches(":focus")), true);
  assert.match(page.url(), /satellites=28376,27424$/);
  await page.getByRole("button", { name: "Show TERRA" }).click();
  await hasColumns(page, ["AURA", "AQUA", "TERRA"]);
  await page.goBack();
  await hasColumns(page, ["AURA", "AQUA"]);
  await page.getByRole("button", { name: "Show all satellites" }).click();
  await hasColumns(page, ["TERRA", "AQUA", "AURA"]);
  assert.equal(new URL(page.url()).search, "");
  // None waits for the view of the one before, and the last one stays.
  await page.evaluate(
    `for (const it of document.querySelectorAll("[data-action=hide]")) it.click()`,
  );
  await hasColumns(page, ["AURA"]);
  assert.match(page.url(), /satellites=28376$/);
  await page.getByRole("button", { name: "Show all satellites" }).click();
  await hasColumns(page, ["TERRA", "AQUA", "AURA"]);
}

/** Who drags over a chart wants its range, and not what its end rests on. */
async function dragsWithoutAsking(page: Page): Promise<void> {
  const chart = panel(page, TERRA).getByTestId("altitude-chart");
  await chart.hover();
  const { x, y, width, height } = (await chart.boundingBox())!;
  await page.mouse.down();
  await page.mouse.move(x + 0.8 * width, y + height / 2, { steps: 4 });
  await page.mouse.up();
  await waitFor("a range", () => Promise.resolve(/from=/.test(page.url())));
  assert.equal(await page.getByTestId("origin").isVisible(), false);
}

const rows = (page: Page) => page.locator("#satellite-table tbody tr");

async function sortsByAltitude(page: Page): Promise<void> {
  assert.equal(await rows(page).count(), 30);
  const head = page.getByRole("columnheader", { name: "Altitude, km" });
  const altitudes = async () =>
    (await page.locator("td[data-column=altitudeKm]").allInnerTexts())
      .map(Number);
  const rising = (await altitudes()).toSorted((a, b) => a - b);
  await head.getByRole("button").click();
  assert.equal(await head.getAttribute("aria-sort"), "ascending");
  assert.deepEqual(await altitudes(), rising);
  await head.getByRole("button").click();
  assert.equal(await head.getAttribute("aria-sort"), "descending");
  assert.deepEqual(await altitudes(), rising.toReversed());
}

async function findsByNumber(page: Page): Promise<void> {
  await page.getByTestId("table-search").fill("30007");
  const row = page.getByTestId("row-30007");
  await waitFor(
    "one row",
    async () => await rows(page).count() === 1 && await row.isVisible(),
    5_000,
  );
  await row.getByRole("checkbox").check();
  await panel(page, 30_007).waitFor();
  assert.match(
    page.url(),
    /satellites=25994,27424,28376,30007&search=30007&sort=-altitude$/,
  );
  await page.reload();
  await says(page, "table-count", /^1 of 30 satellites$/);
  const sorted = page.locator("#satellite-table th[aria-sort=descending]");
  assert.equal(await sorted.innerText(), "Altitude, km");
  await page.getByTestId("table-search").fill("AQUA");
  await page.getByTestId(`row-${AQUA}`).getByRole("checkbox").uncheck();
  await panel(page, AQUA).waitFor({ state: "detached" });
  assert.match(page.url(), /satellites=25994,28376,30007&search=AQUA/);
  await page.goBack();
  await panel(page, AQUA).waitFor();
}

/** None is dropped: it gets its column as soon as there is room. */
async function letsTheThirteenthWait(page: Page): Promise<void> {
  const ids = [TERRA, ...Array.from({ length: 12 }, (_, i) => 30_000 + i)];
  await page.goto(new URL(`/?satellites=${ids}`, page.url()).href);
  const waiting = page.getByTestId("table-waiting");
  await waitFor(
    "the thirteenth to be told",
    async () =>
      /^There is room for 12 columns\. OBJECT L-30011 gets one/
        .test(await waiting.innerText()),
    5_000,
  );
  assert.equal(await page.locator("#satellites section").count(), 12);
  const isOfAll = new RegExp(`/passes\\?satellites=${ids}&`);
  const asked = page.waitForRequest(isOfAll, { timeout: 10_000 });
  await page.goto(`${page.url()}&lat=55.75&lon=37.62`);
  await asked;
  await page.getByRole("button", { name: "Hide TERRA" }).click();
  await panel(page, 30_011).waitFor();
  assert.equal(await waiting.innerText(), "");
}
