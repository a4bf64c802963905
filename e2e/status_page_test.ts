/// <reference lib="dom" />
import assert from "node:assert/strict";
import type { Browser, Page } from "playwright-core";
import { readProjectionLink } from "../shared/projection/projection_link.ts";
import { openSqlite } from "../shared/sqlite.ts";
import { DAY_MS } from "../shared/projection/time_range.ts";
import { REPLAY_STATUS_VERSION } from "../shared/status/replay_status.ts";
import {
  diskOf,
  partitionOf,
  storageOf,
  topicOf,
} from "../shared/status/testdata/given_status.ts";
import { browserTest, openPage } from "./browser.ts";
import { givesItsRequestsAway } from "./copied_requests.ts";
import { servePage } from "./served_page.ts";
import { ServedSky } from "./served_sky.ts";
import { waitFor } from "./services.ts";
import { needs, PATIENCE_MS, row, shows } from "./status_page.ts";
import { BEGIN_MS, Told } from "./told_status.ts";

browserTest(
  "the status page says what to do first, and then how everything is",
  async (browser) => {
    const told = new Told();
    await using served = await ServedSky.start({
      hours: 1,
      nowMs: told.nowMs,
      told: told.readers,
    });
    leaveDeadLetter(served.sky.link);
    const { page, errors } = await openPage(browser, `${served.url}/status`);
    await saysThatAllIsWell(page);
    await givesItsRequestsAway(page);
    await tellsOfADeadProducer(page, told);
    await tellsOfADeadProjector(page, told);
    await tellsOfABrokerThatIsGone(page, told);
    await tellsThatADiskIsNearlyFull(page, told);
    await showsDeadLetters(page, told);
    await tellsHowFarAReplayIs(page, told);
    await asksNothingWhileHidden(page);
    await isReachedFromTheWarnings(page, told, served.url);
    await tellsOfOldElements(browser, served.sky.link);
    await tellsThatAProjectionIsMade(browser, served.folder);
    await showsThoseOfALinkThatAreKnown(browser, served.url);
    assert.deepEqual(errors, []);
    await page.goto(`${served.url}/status`);
    await saysThatAllIsWell(page);
    await served.stop();
    await looksOldWhenTheServerIsGone(page);
  },
);

function leaveDeadLetter(link: string): void {
  const db = openSqlite(readProjectionLink(link)!);
  db.prepare(`
    INSERT INTO dead_letters (topic_ref, partition, offset, value,
      timestamp_ms, reason)
    SELECT ref, 0, 12, CAST('nonsense' AS BLOB), ?, 'Cannot read it as it must be JSON'
    FROM topics WHERE name = 'terra_topic'`).run(BEGIN_MS);
  db.close();
}

async function saysThatAllIsWell(page: Page): Promise<void> {
  await shows(page, ".well", /^Nothing needs attention/);
  await row(page, "services", "Web app", /answering\s+Its answer/);
  await row(page, "services", "Projector", /running/);
  await row(page, "services", "Event log", /\breachable/);
  await row(
    page,
    "services",
    "Producer on terra_topic",
    /last heard \d s ago\s+Arriving data: 1 satellite, every 1 s$/,
  );
  await row(
    page,
    "topics",
    "terra_topic/0",
    /^terra_topic\/0\s+0\s+–\s+10\s+10/,
  );
  await row(page, "projection", "Rate", /3\.0 records\/s, 9\.0 pos/);
  await row(page, "elements", "TERRA", /formula\s+bundled$/);
  assert.equal(
    await page.getByTestId("status-dead-letters").isVisible(),
    false,
  );
}

async function tellsOfADeadProducer(page: Page, told: Told): Promise<void> {
  told.projector = (nowMs) => ({
    topics: [topicOf({ newestPositionMs: nowMs - 60_000 })],
  });
  await needs(page, "attention", /^terra_topic has been silent since /);
  await needs(page, "attention", /Start its producer with deno task terra,/);
  await row(page, "services", "Producer on terra_topic", /silent for 1 min/);
}

async function tellsOfADeadProjector(page: Page, told: Told): Promise<void> {
  const leftMs = told.nowMs() - 60_000;
  told.projector = () => ({ updatedMs: leftMs });
  await needs(page, "broken", /^The projector was last heard of/);
  await row(page, "services", "Projector", /not running since 17:/);
  await row(page, "services", "Producer on terra_topic", /not known/);
  await row(page, "topics", "terra_topic/0", /not known\s+not known/);
  await shows(
    page,
    ".of-topics .as-left",
    /^As last reported by the projector at 17:/,
  );
  assert.equal(await page.locator(".actions li").count(), 1);
}

async function tellsOfABrokerThatIsGone(page: Page, told: Told): Promise<void> {
  told.projector = (nowMs) => ({
    logTrouble: { reason: "connect ECONNREFUSED", sinceMs: nowMs - 30_000 },
  });
  await needs(page, "broken", /^The event log has not been reached since/);
  await row(page, "services", "Event log", /unreachable/);
}

async function tellsThatADiskIsNearlyFull(
  page: Page,
  told: Told,
): Promise<void> {
  told.projector = () => ({
    storage: storageOf({
      disks: [diskOf({ freeBytes: 500_000_000, fullInDays: 2.5 })],
    }),
  });
  await needs(page, "broken", /^The disk of data\/ has only 500 MB free/);
  await row(
    page,
    "room",
    "event log and projection",
    /500 MB\s+25 MB a day\s+2 d 12 h$/,
  );
}

async function showsDeadLetters(page: Page, told: Told): Promise<void> {
  told.projector = () => ({
    partitions: [partitionOf({ endOffset: 10, deadLetters: 1 })],
  });
  await needs(page, "attention", /^1 record could not be applied/);
  await row(
    page,
    "dead-letters",
    "terra_topic/0/12",
    /2026-08-23 17:50:00\s+Cannot read it as it must be JSON\s+nonsense$/,
  );
  const link = page.getByTestId("status-dead-letters").getByRole("link");
  assert.equal(await link.getAttribute("href"), "/api/v1/dead-letters");
}

async function tellsHowFarAReplayIs(page: Page, told: Told): Promise<void> {
  told.projector = () => ({});
  told.replay = (nowMs) => ({
    version: REPLAY_STATUS_VERSION,
    startedMs: nowMs - 6_000,
    updatedMs: nowMs,
    phase: "applying",
    failure: null,
    recordsDone: 600,
    recordsInAll: 1_000,
    recordsPerSecond: 100,
    comparison: null,
  });
  await row(page, "projection", "Replay", /60 %, 600 of 1,000 .* about 4 s$/);
  await shows(page, ".well", /^Nothing needs attention/);
  told.replay = null;
}

async function asksNothingWhileHidden(page: Page): Promise<void> {
  let asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  const hide = (hidden: boolean) =>
    page.evaluate((hidden) => {
      Object.defineProperty(document, "hidden", {
        value: hidden,
        configurable: true,
      });
      document.dispatchEvent(new Event("visibilitychange"));
    }, hidden);
  await hide(true);
  // What was asked just before may still be on its way.
  await page.waitForTimeout(500);
  asked = [];
  await page.waitForTimeout(5_000);
  assert.equal(asked.join(), "");
  await hide(false);
  await waitFor(
    "a new answer",
    () => asked.some((url) => url.endsWith("/projection")),
    PATIENCE_MS,
  );
}

async function isReachedFromTheWarnings(
  page: Page,
  told: Told,
  url: string,
): Promise<void> {
  told.projector = () => ({ topics: [topicOf({ retentionMs: DAY_MS })] });
  await page.goto(url);
  await page.getByTestId("warnings").click();
  await page.getByRole("button", { name: "System status" }).click();
  assert.match(page.url(), /\/status$/);
  await needs(page, "attention", /^The log forgets what is in terra_topic/);
  await row(page, "topics", "terra_topic/0", /24 h|1 d$/);
  told.projector = () => ({});
}

async function tellsOfOldElements(
  browser: Browser,
  link: string,
): Promise<void> {
  const told = new Told(BEGIN_MS + 30 * DAY_MS);
  const { url, stop } = servePage(link, told.nowMs, told.readers);
  try {
    const { page } = await openPage(browser, `${url}/status`);
    await needs(
      page,
      "attention",
      /^The elements of .* are up to \d+ d old; largest ex/,
    );
    await needs(page, "attention", /ELEMENTS=celestrak/);
    await page.context().close();
  } finally {
    await stop();
  }
}

async function tellsThatAProjectionIsMade(
  browser: Browser,
  folder: string,
): Promise<void> {
  const told = new Told();
  told.projector = () => ({
    partitions: [partitionOf({ endOffset: 20, recordsRead: 10 })],
  });
  const { url, stop } = servePage(
    `${folder}/none.db`,
    told.nowMs,
    told.readers,
  );
  try {
    const { page } = await openPage(browser, `${url}/status`);
    await needs(page, "attention", /50 %, 10 of 20 records are applied/);
    await needs(page, "attention", /Wait: the page resumes by itself/);
    await row(page, "projection", "Projection", /there is none/);
    await page.getByRole("link", { name: "Dashboard" }).click();
    await shows(page, "#connection", /^No projection to show yet$/);
    await shows(page, "#message", /50 %, .* applied\. This page goes on by/);
    await page.context().close();
  } finally {
    await stop();
  }
}

async function showsThoseOfALinkThatAreKnown(
  browser: Browser,
  url: string,
): Promise<void> {
  const { page } = await openPage(browser, `${url}/?satellites=25994,99999`);
  await page.getByTestId("panel-25994").waitFor();
  await shows(
    page,
    "#troubles",
    /Nothing is recorded of 99999 yet; it is shown as/,
  );
  await page.goto(`${url}/?satellites=99999`);
  await shows(
    page,
    "#message",
    /^Nothing is recorded of 99999\. This page looks/,
  );
  await page.getByRole("button", { name: "Show all satellites" }).click();
  await page.getByTestId("panel-27424").waitFor();
  assert.equal(await page.locator("#message").isVisible(), false);
  await page.context().close();
}

async function looksOldWhenTheServerIsGone(page: Page): Promise<void> {
  await needs(page, "broken", /^The web app has not answered since 17:/);
  await row(page, "services", "Web app", /no answer since 17:/);
  await shows(page, "[data-testid=status-as-of]", /^As of 17:.* ago: all numb/);
  const colours = await page.evaluate(() =>
    [".of-topics tbody th", ".of-topics thead th"].map((selector) =>
      getComputedStyle(document.querySelector(selector)!).color
    )
  );
  assert.equal(colours[0], colours[1], "numbers of then are dim");
}
