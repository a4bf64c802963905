import assert from "node:assert/strict";
import { browserTest, openPage } from "./browser.ts";
import {
  makePlace,
  removePlace,
  startTask,
  stop,
  waitFor,
} from "./services.ts";

browserTest(
  "the page says what to act on, and is silent where there is nothing",
  async (browser) => {
    const place = await makePlace();
    const web = startTask("web", place);
    const started = [web];
    try {
      await waitFor("the web app", async () => {
        const response = await fetch(`${place.url}/healthz`);
        await response.body?.cancel();
        return response.ok;
      }, 60_000);
      const { page } = await openPage(browser, place.url);
      const badge = page.getByTestId("warnings");
      const list = page.getByTestId("warning-list");
      await badge.waitFor();
      assert.equal(await badge.innerText(), "1 warning");
      assert.equal(await list.isVisible(), false);
      await badge.click();
      const [message, remedy] = await list.locator("p").allInnerTexts();
      assert.match(message!, /^The projector is not running: /);
      assert.match(remedy!, /^Start it with deno task projector, /);
      assert.equal(
        await list.locator("code").innerText(),
        "deno task projector",
      );
      await page.keyboard.press("Escape");
      assert.equal(await list.isVisible(), false);

      await badge.click();
      started.push(startTask("projector", place));
      // The page asks every 15 seconds.
      await badge.waitFor({ state: "hidden", timeout: 40_000 });
      assert.equal(await list.isVisible(), false);
    } finally {
      await Promise.all(started.map(stop));
      await removePlace(place);
    }
  },
);
