import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { MINUTE_MS } from "../shared/projection/time_range.ts";
import { browserTest, openPage } from "./browser.ts";
import { says } from "./says.ts";
import { ServedSky } from "./served_sky.ts";
import { waitFor } from "./services.ts";

const SATELLITES = 1_000;

browserTest(
  "the page shows very many satellites on one map, and panels of those chosen",
  async (browser) => {
    const nowMs = Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS;
    // As it is written, so that nothing is sealed and all is near.
    await using served = await ServedSky.start({
      hours: 1,
      satellites: SATELLITES,
      nowMs: () => nowMs,
    });
    const { page, errors } = await openPage(browser, served.url);
    await says(page, "sky-count", /^1,000 satellites$/);
    const panels = page.locator("#satellites section");
    assert.equal(await panels.count(), 3);
    await page.getByTestId("panel-25994").waitFor();

    await page.getByTestId("satellite-search").fill("30500");
    await page.getByRole("button", { name: /30500/ }).click();
    await page.getByTestId("panel-30500").waitFor();
    assert.match(page.url(), /satellites=25994,27424,28376,30500$/);

    await pointsAtOne(page);
    assert.match(
      await page.getByTestId("map-tip").innerText(),
      /° [NS], .*km\s+(last recorded )?at .* UTC/,
    );
    await page.getByRole("button", { name: "Remove the panel of AQUA" })
      .click();
    await waitFor(
      "three panels",
      async () => await panels.count() === 3,
      5_000,
    );
    assert.deepEqual(errors, []);
  },
);

/** Moves the pointer over the map until it is near a satellite. */
async function pointsAtOne(page: Page): Promise<void> {
  const box = (await page.getByTestId("map").boundingBox())!;
  const tip = page.getByTestId("map-tip");
  for (let i = 0; i < 100 && !await tip.isVisible(); i++) {
    const x = box.x + box.width / 4 + 4 * i;
    await page.mouse.move(x, box.y + box.height / 3 + i);
  }
  await tip.waitFor();
  await waitFor(
    "its name",
    async () => /^[A-Z]+/.test(await tip.innerText()),
    5_000,
  );
}
