import assert from "node:assert/strict";
import type { Browser } from "playwright-core";
import { openPage } from "./browser.ts";
import { passesPageTest, PATIENCE_MS } from "./passes_page.ts";
import { says } from "./says.ts";
import { waitFor } from "./services.ts";

passesPageTest(
  "the page finds the place to look from, as people name it",
  async (browser, origin) => {
    const url = `${origin}/passes`;
    await findsAPlace(browser, url);
    await takesAPlaceByItsNameAlone(browser, url);
    await asksTheBrowserWhereItIs(browser, url);
  },
);

async function findsAPlace(browser: Browser, url: string): Promise<void> {
  const { page, errors } = await openPage(browser, url);
  await says(page, "passes-message", /^Choose a place to see when/);
  await page.getByTestId("place").fill("mosc");
  await page.getByRole("button", { name: /^Moscow/ }).click();
  await says(
    page,
    "next-pass",
    /^TERRA is up and sets in \d:\d\d at 343° NNW$/,
  );
  assert.match(page.url(), /\?lat=55\.75\d*&lon=37\.6\d*&.*place=Moscow$/);
  // It is the default from now on, and the address says so.
  await page.goto(url);
  await page.getByRole("heading", { name: "Passes over Moscow" }).waitFor();
  assert.match(page.url(), /place=Moscow$/);

  await page.getByTestId("change-place").click();
  await page.getByTestId("place").fill("no such city");
  await page.getByTestId("place").press("Enter");
  await says(page, "place-error", /“no such city” is not a place/);
  // Once is enough.
  assert.equal(await page.getByText(/No city of that name/).isVisible(), false);
  await page.getByTestId("place").fill("Moskow");
  await page.getByTestId("place").press("Enter");
  await says(
    page,
    "place-error",
    /^“Moskow” is not a place .* perhaps Moscow\?$/,
  );
  await page.getByTestId("place").fill("137, 55");
  await page.getByTestId("place").press("Enter");
  await says(page, "place-error", /^Latitude .* Did you mean “55, 137”\?$/);
  // A part of a name takes nobody anywhere, until one is chosen in the list.
  await page.getByTestId("place").fill("San");
  await page.getByTestId("place").press("Enter");
  await says(page, "place-error", /^Choose one of these/);
  await page.getByTestId("place").press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Passes over San Francisco" })
    .waitFor();
  await page.getByTestId("change-place").click();
  await page.getByTestId("place").fill("jo62QM");
  await page.getByTestId("place").press("Enter");
  await page.getByRole("heading", { name: "Passes over JO62qm" }).waitFor();
  await page.getByText("52.5208° N, 13.375° E").waitFor();
  await page.getByTestId("change-place").click();
  await page.getByTestId("place").fill("33.92 S 18.42 E");
  await page.getByTestId("place").press("Enter");
  await page.getByRole("heading", { name: "Passes over 33.92° S, 18.42° E" })
    .waitFor();
  await page.getByTestId("change-place").click();
  await page.getByTestId("forget-place").click();
  await says(page, "passes-message", /^Choose a place/);
  // What was known of it is there again at once.
  await page.getByTestId("place").fill("33.92 S 18.42 E");
  await page.getByTestId("place").press("Enter");
  await page.getByTestId("passes").locator("tr[data-pass]").first().waitFor();
  await page.getByTestId("change-place").click();
  await page.getByTestId("forget-place").click();
  await page.goto(url);
  await says(page, "passes-message", /^Choose a place/);
  assert.deepEqual(errors, []);
  await page.context().close();
}

async function takesAPlaceByItsNameAlone(
  browser: Browser,
  url: string,
): Promise<void> {
  const { page, errors } = await openPage(browser, `${url}?place=moscow`);
  await page.getByRole("heading", { name: "Passes over Moscow" }).waitFor();
  await page.waitForURL(/lat=55\.7558&lon=37\.6173&alt_m=156&place=Moscow$/);
  // The calendar shall have its name.
  await waitFor("the place's name in links", async () => {
    const href = await page.getByTestId("ics").getAttribute("href");
    return /[?&]observer=Moscow&/.test(href!);
  }, PATIENCE_MS);
  await page.goto(`${url}?place=Moskow`);
  await says(page, "passes-message", /^“Moskow” .* perhaps Moscow\?$/);
  assert.deepEqual(errors, []);
  await page.context().close();
}

async function asksTheBrowserWhereItIs(
  browser: Browser,
  url: string,
): Promise<void> {
  const { page, errors } = await openPage(browser, url);
  await page.getByTestId("locate").click();
  await says(page, "place-error", /^The browser may not tell where it is\./);
  await page.context().grantPermissions(["geolocation"]);
  await page.context().setGeolocation({ latitude: 78.2, longitude: 15.6 });
  await page.getByTestId("locate").click();
  await page.getByRole("heading", { name: "Passes over 78.2° N, 15.6° E" })
    .waitFor();
  assert.deepEqual(errors, []);
  await page.context().close();
}
