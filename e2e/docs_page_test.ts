import assert from "node:assert/strict";
import type { Browser } from "playwright-core";
import { browserTest, openPage } from "./browser.ts";
import { ServedSky } from "./served_sky.ts";

const NOW_MS = Date.UTC(2026, 7, 23, 17, 50);
const RANGE = "from=2026-08-23T17:00:00Z&to=2026-08-23T17:30:00Z";

browserTest(
  "the page tells of its API, and gives what it shows to other programs",
  async (browser) => {
    await using served = await ServedSky.start({
      hours: 1,
      nowMs: () => NOW_MS,
    });
    await tellsOfTheApi(browser, served.url);
    await isReadableOnPhones(browser, served.url);
    await givesAwayWhatAColumnShows(browser, served.url);
  },
);

async function tellsOfTheApi(browser: Browser, url: string): Promise<void> {
  const { page, errors } = await openPage(browser, url);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("link", { name: "API" }).click();
  await page.getByRole("heading", { name: "API" }).waitFor();

  await page.getByRole("link", { name: "When a satellite is above a horizon" })
    .click();
  const section = page.locator("#satellites_passes");
  const { y } = (await section.boundingBox())!;
  assert.ok(y > 40 && y < 200, `at ${y}`);
  await section.getByRole("button", { name: "Copy" }).first().click();
  await section.getByRole("button", { name: "Copied" }).waitFor();
  const path = "/api/v1/satellites/25994/passes?observer=Moscow&next=3";
  assert.equal(await clipboardOf(page), `curl '${url}${path}'`);

  await section.getByText("Try it").click();
  const send = section.getByRole("button", { name: "Send" });
  const said = section.getByRole("status");
  await send.click();
  await said.getByText(/^200, application\/json, in \d+ ms; only its beginning/)
    .waitFor();
  await section.getByLabel("lat", { exact: true }).fill("nonsense");
  await send.click();
  await said.getByText(/^400, application\/problem\+json, in \d+ ms/).waitFor();
  assert.match(
    await section.getByRole("region", { name: "Answer" }).innerText(),
    /"parameter": "lat",\s+"requirement": "a number from -90 to 90/,
  );

  await page.getByRole("button", { name: "Use the light theme" }).click();
  await page.getByRole("button", { name: "Use the dark theme" }).waitFor();

  // The browser itself tells of the nonsense.
  assert.equal(errors.length, 1, errors.join());
  assert.match(errors[0]!, /status of 400/);

  await section.getByRole("link", { name: /^The next three/ }).click();
  const answer = JSON.parse(await page.locator("body").innerText());
  assert.equal(answer.passes.length, 3);
}

async function isReadableOnPhones(
  browser: Browser,
  url: string,
): Promise<void> {
  const { page, errors } = await openPage(browser, `${url}/docs`, {
    width: 390,
    dark: false,
  });
  // What to read comes first, not a list of it.
  const heading = (await page.getByRole("heading", { name: "API" })
    .boundingBox())!;
  assert.ok(heading.y < 200, `at ${heading.y}`);
  await page.evaluate(
    "document.querySelectorAll('details').forEach((one) => one.open = true)",
  );
  await page.getByRole("button", { name: "Send" }).last().waitFor();
  const width = await page.evaluate("document.documentElement.scrollWidth");
  assert.equal(width, 390);
  assert.deepEqual(errors, []);
}

async function givesAwayWhatAColumnShows(
  browser: Browser,
  url: string,
): Promise<void> {
  const { page, errors } = await openPage(browser, `${url}/?${RANGE}`);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const panel = page.getByTestId("panel-25994");
  const csv = panel.getByRole("button", {
    name: "Download these positions of TERRA as CSV",
  });
  await csv.waitFor();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    csv.click(),
  ]);
  assert.equal(
    download.suggestedFilename(),
    "TERRA positions 2026-08-23T1700Z to 1730Z.csv",
  );
  const rows = (await Deno.readTextFile(await download.path()))
    .trimEnd().split("\r\n");
  const shownMs = rows.slice(1).map((row) => Date.parse(row.split(",")[0]!));

  await panel.getByRole("button", { name: "Copy as curl" }).click();
  await panel.getByRole("button", { name: "Copied" }).waitFor();
  const address = /^curl '([^']+)'$/.exec(await clipboardOf(page))![1]!;
  const { satellites } = await (await fetch(address)).json();
  assert.equal(satellites.length, 1);
  const readMs: number[] = satellites[0].columns.time_ms;
  assert.ok(readMs.length > 10, `${readMs.length} points`);
  // A chart ends with the newest position, be it within a bucket.
  assert.deepEqual(shownMs.slice(0, readMs.length), readMs);
  assert.ok(shownMs.length <= readMs.length + 1);
  assert.deepEqual(errors, []);
}

async function clipboardOf(
  page: Awaited<ReturnType<typeof openPage>>["page"],
): Promise<string> {
  return await page.evaluate("navigator.clipboard.readText()");
}
