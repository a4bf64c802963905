import assert from "node:assert/strict";
import { browserTest, openPage } from "./browser.ts";
import {
  killHard,
  makePlace,
  type Place,
  removePlace,
  type Service,
  startTask,
  stop,
  waitFor,
} from "./services.ts";

const TERRA = 25994;
const AQUA = 27424;

// Started one by one, so that each can be killed without the others.
browserTest(
  "the page survives the death of a producer and of the web app",
  async (browser) => {
    const place = await makePlace({ BACKFILL: "10m" });
    const running = new Map<string, Service>();
    const start = (task: string, settings: Record<string, string> = {}) =>
      running.set(task, startTask(task, place, settings));
    const kill = async (task: string) => {
      await killHard(running.get(task)!);
      running.delete(task);
    };
    try {
      for (const task of ["terra", "aqua", "projector", "web"]) start(task);
      await waitFor("both satellites", async () => {
        const { satellites } = await getJson<Satellites>(
          place,
          "/api/v1/satellites",
        );
        return satellites.length === 2;
      }, 60_000);
      const { page, errors } = await openPage(browser, place.url);
      const stale = page.getByTestId(`panel-${TERRA}`).getByTestId("stale");
      const connection = page.getByTestId("connection");
      const connectionSays = (text: RegExp) =>
        waitFor(
          `the page to say ${text}`,
          async () => text.test((await connection.innerText()).trim()),
          30_000,
        );
      await connectionSays(/^Live/);

      await kill("terra");
      await waitFor(
        "TERRA to be called stale",
        async () => /^no data since/.test((await stale.innerText()).trim()),
      );
      const aqua = page.getByTestId(`panel-${AQUA}`).getByTestId("latitude");
      const before = await aqua.innerText();
      await waitFor(
        "AQUA to go on",
        async () => await aqua.innerText() !== before,
      );
      const gone = Date.now();
      await new Promise((resolve) => setTimeout(resolve, 3_000));
      const silence = await page.getByTestId("silence").innerText();
      assert.match(silence, /^1 of 2 satellites silent since /);
      assert.equal(await connection.innerText(), "Live");

      const panel = page.getByTestId(`panel-${TERRA}`);
      const hasGaps = async (count: string) =>
        await panel.getAttribute("data-gaps") === count;
      start("terra", { BACKFILL: "0" });
      await waitFor(
        "TERRA to be back",
        async () => (await stale.innerText()).trim() === "",
      );
      await waitFor("its gap to be seen", () => hasGaps("1"));

      await kill("terra");
      start("terra");
      await waitFor(
        "its gap to be filled in",
        async () =>
          await gapsOf(place, TERRA) === 0 && await lastOf(place, TERRA) > gone,
      );
      await waitFor("the gap to leave the page", () => hasGaps("0"));

      await kill("web");
      await connectionSays(/^(Reconnecting|No connection)/);
      start("web");
      await connectionSays(/^Live/);
      for (const noradId of [TERRA, AQUA]) {
        const panel = page.getByTestId(`panel-${noradId}`);
        await waitFor(
          "nothing to be missing",
          async () => await panel.getAttribute("data-gaps") === "0",
        );
      }
      // The browser itself reports the connections that it lost, once each.
      assert.deepEqual(
        errors.filter((error) => !/Failed to load resource|ERR_/.test(error)),
        [],
      );
      await stopAll(running);
    } finally {
      for (const service of running.values()) await stop(service);
      await removePlace(place);
    }
  },
);

/** Each of them must end well when asked to. */
async function stopAll(running: Map<string, Service>): Promise<void> {
  for (const [task, service] of running) {
    running.delete(task);
    assert.equal((await stop(service)).code, 0, service.output());
  }
}

interface Satellites {
  readonly satellites: readonly {
    readonly norad_id: number;
    readonly last: string;
  }[];
}

interface Positions {
  readonly satellites: readonly { readonly gaps: readonly unknown[] }[];
}

async function getJson<T>(place: Place, path: string): Promise<T> {
  const response = await fetch(`${place.url}${path}`);
  const text = await response.text();
  assert.equal(response.status, 200, text);
  return JSON.parse(text);
}

async function gapsOf(place: Place, noradId: number): Promise<number> {
  const path = `/api/v1/positions?satellites=${noradId}&points=100`;
  const { satellites } = await getJson<Positions>(place, path);
  return satellites[0]!.gaps.length;
}

async function lastOf(place: Place, noradId: number): Promise<number> {
  const { satellites } = await getJson<Satellites>(place, "/api/v1/satellites");
  const found = satellites.find(({ norad_id }) => norad_id === noradId);
  return Date.parse(found!.last);
}
