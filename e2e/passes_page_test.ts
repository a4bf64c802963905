/// <reference lib="dom" />
import assert from "node:assert/strict";
import type { Browser, Page } from "playwright-core";
import { openPage } from "./browser.ts";
import { findsAPassByItsId } from "./find_pass_by_id.ts";
import { idsOf, readListed } from "./listed_passes.ts";
import { changes, MOSCOW, passesPageTest, PATIENCE_MS } from "./passes_page.ts";
import { says } from "./says.ts";
import { waitFor } from "./services.ts";

passesPageTest(
  "the page shows the passes over a place, that were and that come",
  async (browser, origin) => {
    const url = `${origin}/passes`;
    await showsWhatTheApiAnswers(browser, url);
    await showsTheChosenPass(browser, url);
    await keepsFiltersInTheAddress(browser, url);
    await saysWhatTheServerRefuses(browser, url);
    await cutsNothing(browser, url);
    await bringsAChosenPassIntoView(browser, url);
    await showsTheNextOnesOnTheDashboard(browser, origin);
  },
);

async function showsWhatTheApiAnswers(
  browser: Browser,
  url: string,
): Promise<void> {
  const { page, errors } = await openPage(browser, url + MOSCOW);
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/passes?")) asked.push(request.url());
  });
  page.on("framenavigated", () => asked.length = 0);
  await page.reload();
  const rows = page.getByTestId("passes").locator("tr[data-pass]");
  await rows.first().waitFor();
  const { passes } = await readListed(page);
  assert.ok(passes.length > 10);
  assert.deepEqual(await idsOf(page), passes.map(({ id }) => id));
  const texts = await rows.allInnerTexts();
  for (const [i, { name, aos }] of passes.entries()) {
    assert.match(
      texts[i]!,
      new RegExp(`^${aos.time.slice(11, 19)}[^]*${name}`),
    );
  }
  // What has been is above now, what is up and comes below.
  const kinds = await page.getByTestId("passes").locator("tr")
    .evaluateAll((all) => all.map(({ className }) => className));
  const now = kinds.indexOf("now");
  assert.deepEqual(new Set(kinds.slice(0, now)), new Set(["past"]));
  assert.equal(kinds[now + 1], "up");
  assert.deepEqual(new Set(kinds.slice(now + 2)), new Set([""]));

  await says(
    page,
    "pass-now",
    /^Now\s+17:5\d:\d\d\s+\d+° \w+\s+\d+°\s+[\d,]+$/,
  );
  await changes(page, "next-pass");
  await changes(page, "pass-now");
  assert.equal(asked.length, 2, asked.join("\n"));
  assert.deepEqual(errors, []);
  await page.context().close();
}

async function showsTheChosenPass(
  browser: Browser,
  url: string,
): Promise<void> {
  const { page, errors } = await openPage(browser, url + MOSCOW);
  const rows = page.getByTestId("passes").locator("tr[data-pass]");
  const row = rows.filter({ hasText: "16:08:15" });
  // By keyboard, and the focus stays there.
  await row.getByRole("button").press("Enter");
  await says(page, "pass", /^\s*TERRA, 23 Aug 16:08:15 UTC/);
  await page.waitForURL(/&pass=25994-55\.7500N-37\.6200E-\d+$/);
  assert.equal(
    await page.evaluate(() => document.activeElement?.textContent),
    "16:08:15",
  );
  assert.equal(await row.getAttribute("aria-current"), "true");
  await says(page, "facts", /recorded: (\d+) of \1 samples/);
  const plot = page.getByTestId("sky-plot");
  assert.match(
    (await plot.getAttribute("aria-label"))!,
    /^Sky plot of TERRA over Moscow, 2026-08-23, north up and east on the right: from 128° SE at 16:08:15 by 28° above \d+° \w+ at [\d:]+ to 350° N at/,
  );
  await waitFor(
    "its track",
    async () => await hasColourAt(page, { azimuthDeg: 128, side: 1 }),
    PATIENCE_MS,
  );
  await page.getByTestId("plot-sky").click();
  await waitFor(
    "east on the left",
    async () => await hasColourAt(page, { azimuthDeg: 128, side: -1 }),
    PATIENCE_MS,
  );
  assert.match(page.url(), /&plot=sky$/);

  // The same by its address, with the element set that it rests on.
  const { page: again } = await openPage(browser, page.url());
  await says(again, "pass", /^\s*TERRA, 23 Aug 16:08:15 UTC/);
  const link = again.getByTestId("facts").getByRole("link");
  const response = await fetch(
    new URL((await link.first().getAttribute("href"))!, url),
  );
  const { element_sets: [set] } = await response.json();
  assert.match(await link.first().innerText(), new RegExp(`set ${set.id}$`));
  assert.deepEqual(errors, []);
  await again.context().close();
  await page.context().close();
}

async function keepsFiltersInTheAddress(
  browser: Browser,
  url: string,
): Promise<void> {
  const { page, errors } = await openPage(browser, url + MOSCOW);
  await says(page, "next-pass", /^TERRA is up/);
  const streams: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/stream?")) streams.push(request.url());
  });
  await page.getByTestId("filters").click();
  await page.getByTestId("min-elevation").fill("40");
  await page.getByTestId("min-elevation").press("Enter");
  await page.getByTestId("direction").selectOption("descending");
  await page.getByTestId("element-mode").selectOption("compared");
  const address =
    /&min_elevation_deg=40&direction=descending&elements=compared$/;
  await page.waitForURL(address);
  await page.getByRole("columnheader", { name: "Today's elements" }).waitFor();
  await says(page, "filters", /^Above 40°, going south, as recorded, beside/);
  await waitFor("fewer passes", async () => {
    const { passes } = await readListed(page);
    assert.ok(passes.length > 0);
    assert.ok(passes.every((pass) => pass.max_elevation_deg >= 40));
    return String(await idsOf(page)) === String(passes.map(({ id }) => id));
  }, PATIENCE_MS);
  assert.deepEqual(streams, [], "the stream goes on");
  // The time control's own parts stand beside these.
  await page.getByTestId("window-6h").click();
  await page.waitForURL(/\?window=6h&lat=/);
  assert.match(page.url(), address);
  await page.getByTestId("min-elevation").fill("90");
  await page.getByTestId("min-elevation").press("Enter");
  await says(page, "passes-view", /No such pass between .* UTC\./);
  assert.deepEqual(errors, []);
  await page.context().close();
}

async function saysWhatTheServerRefuses(
  browser: Browser,
  url: string,
): Promise<void> {
  const { page } = await openPage(
    browser,
    `${url}${MOSCOW}&pass_satellite=99999`,
  );
  await says(page, "passes-message", /99999/);
  const chosen = page.getByTestId("passes-view").getByLabel("Satellite");
  assert.equal(await chosen.inputValue(), "99999");
  await page.context().close();
}

async function cutsNothing(browser: Browser, url: string): Promise<void> {
  // By elements of long before: errors of minutes, and the widest rows.
  const query = `${MOSCOW}&elements=compared`;
  for (const width of [1440, 1280, 1024, 390]) {
    const { page } = await openPage(browser, url + query, { width });
    await page.getByTestId("passes").locator("tr[data-pass]").first().waitFor();
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll(".passes-list, .pass, .moments, body")]
        .filter((one) => one.scrollWidth > one.clientWidth)
        .map(({ className }) => className)
    );
    assert.deepEqual(cut, [], String(width));
    const seen = await page.getByRole("columnheader").allInnerTexts();
    const some = ["Based on", "Expected error", "Duration", "From – to"];
    for (const name of some) {
      const said = await page.getByTestId("without").innerText();
      assert.ok(
        seen.includes(name) !== said.includes(name),
        `${width}: ${name}`,
      );
    }
    await page.context().close();
  }
}

async function bringsAChosenPassIntoView(
  browser: Browser,
  url: string,
): Promise<void> {
  const { page } = await openPage(browser, `${url}${MOSCOW}&pass=25994-x-1`, {
    width: 390,
    height: 844,
  });
  // Of a pass that is not there it is said once, and it is left out.
  await says(page, "missing-pass", /“25994-x-1” .* is not the id/);
  await page.waitForURL((url) => !url.searchParams.has("pass"));
  assert.ok(await page.getByText("Expected error").first().isVisible());
  // What is now is a third down the list.
  assert.ok(
    await page.locator(".passes-list").evaluate((list) => {
      const { offsetTop } = list.querySelector<HTMLElement>(".now")!;
      const isAt = (offsetTop - list.scrollTop) / list.clientHeight;
      return Math.abs(isAt - 1 / 3) < 0.05;
    }),
  );
  const row = page.getByTestId("passes").locator("tr[data-pass]").last();
  await row.click();
  await waitFor(
    "the pass in view",
    async () => {
      const { y } = (await page.getByTestId("pass").boundingBox())!;
      return y > 0 && y < 400;
    },
    PATIENCE_MS,
  );
  assert.equal(await page.getByTestId("missing-pass").isVisible(), false);
  await findsAPassByItsId(page);
  await page.context().close();
}

async function showsTheNextOnesOnTheDashboard(
  browser: Browser,
  origin: string,
): Promise<void> {
  const { page, errors } = await openPage(browser, origin);
  await says(page, "next-passes", /Choose a place/);
  await page.goto(`${origin}/${MOSCOW}&pass_satellite=25994`);
  await says(page, "next-passes", /Only TERRA\. Above 10°\. TERRA is up/);
  await page.goto(`${origin}/${MOSCOW}`);
  await says(page, "next-passes", /over Moscow.*TERRA is up and sets in/s);
  const rows = page.getByTestId("next-rows").getByRole("row");
  assert.equal(await rows.count(), 6);
  const states = (await rows.allInnerTexts())
    .map((text) => text.split("\t").at(-1));
  assert.deepEqual(states.slice(0, 3), ["recorded", "recorded", "up now"]);
  assert.match(states[3]!, /^in \d/);
  // The page of passes has the same answer.
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("limit=1000")) asked.push(request.url());
  });
  const first = rows.first().getByRole("link");
  const name = (await first.innerText()).trim();
  await first.click();
  await page.waitForURL(/\/passes\?.*&pass=/);
  await says(page, "pass", new RegExp(`^\\s*${name}, 23 Aug`));
  assert.deepEqual(asked, []);
  assert.deepEqual(errors, []);
  await page.context().close();
}

/** Whether TERRA's colour is on the horizon of the plot in a direction. */
async function hasColourAt(
  page: Page,
  { azimuthDeg, side }: { azimuthDeg: number; side: 1 | -1 },
): Promise<boolean> {
  return await page.getByTestId("sky-plot").evaluate(
    (element, { azimuth, side }) => {
      const canvas = element as HTMLCanvasElement;
      const { width, height } = canvas;
      const radius = Math.min(width, height) / 2 - 34;
      const x = width / 2 + side * radius * Math.sin(azimuth);
      const y = height / 2 - radius * Math.cos(azimuth);
      const { data } = canvas.getContext("2d")!
        .getImageData(x - 3, y - 3, 6, 6);
      const [red, green, blue] = [0x3f, 0xc1, 0xa5];
      return data.some((_, i) =>
        i % 4 === 0 && data[i] === red && data[i + 1] === green &&
        data[i + 2] === blue
      );
    },
    { azimuth: azimuthDeg * Math.PI / 180, side },
  );
}
