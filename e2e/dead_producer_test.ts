import { browserTest, openPage } from "./browser.ts";
import { RunningServices } from "./running_services.ts";
import { needs, row } from "./status_page.ts";

browserTest(
  "the status page tells of a producer that was killed, until it is started again",
  async (browser) => {
    await using services = await RunningServices.inNewPlace({ BACKFILL: "0" });
    services.start("terra", "projector", "web");
    await services.waitFor("the web app", async () => {
      const response = await fetch(`${services.place.url}/readyz`);
      await response.body?.cancel();
      return response.ok;
    });
    const { page } = await openPage(browser, `${services.place.url}/status`);
    const producer = "Producer on terra_topic";
    await row(page, "services", producer, /last heard \d s ago/);
    await services.kill("terra");
    await needs(page, "attention", /^terra_topic has been silent since /);
    await row(page, "services", producer, /silent for \d+ s/);
    await row(page, "services", "Projector", /running/);
    services.start("terra");
    await row(page, "services", producer, /last heard \d s ago/);
  },
);
