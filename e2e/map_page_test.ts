/// <reference lib="dom" />
import assert from "node:assert/strict";
import type { Browser, Locator, Page } from "playwright-core";
import { browserTest, openPage } from "./browser.ts";
import { ServedSky } from "./served_sky.ts";
import { waitFor } from "./services.ts";

/** It is day over the Atlantic. */
const NOW_MS = Date.parse("2026-08-22T14:30:00Z");
const NAMES = ["TERRA", "AQUA", "AURA"];

browserTest(
  "the map shows the land, and where three satellites are, were and will be",
  (browser) =>
    withMap(browser, async (page) => {
      const map = page.getByTestId("map");
      const [brazil, atlantic, farther] = [
        await brightness(map, { longitudeDeg: -50, latitudeDeg: -10 }),
        await brightness(map, { longitudeDeg: -30, latitudeDeg: -10 }),
        await brightness(map, { longitudeDeg: -45, latitudeDeg: 25 }),
      ];
      assert.ok(brazil - atlantic > 10, `${brazil}, ${atlantic}`);
      assert.ok(Math.abs(atlantic - farther) < 5, `${atlantic}, ${farther}`);

      for (const name of NAMES) await pointsAt(page, name, 0);
      const tip = page.getByTestId("map-tip");
      assert.match(
        await tip.innerText(),
        /^AURA 28376\n[\d.]+° [NS], .* km\nat 14:\d\d:\d\d UTC/,
      );

      const terra = satellite(page, "TERRA");
      await page.keyboard.press("Tab");
      await terra.focus();
      await page.keyboard.press("ArrowLeft");
      await page.keyboard.press("ArrowLeft");
      await says(
        tip,
        /^TERRA 25994\nabout \d.*\nat 14:2\d:.* as recorded/,
      );
      for (let i = 0; i < 4; i++) await page.keyboard.press("ArrowRight");
      await says(
        tip,
        /^TERRA 25994\nabout \d.*\nat 14:3\d:.* as predicted/,
      );
      await page.keyboard.press("Escape");
      await says(tip, /^TERRA 25994\n\d/);
    }),
);

browserTest(
  "the map is moved and zoomed by keyboard, buttons, wheel and touch, also across the antimeridian",
  (browser) =>
    withMap(browser, async (page) => {
      const area = page.getByRole("group", { name: /^World map/ });
      const zoom = () => area.getAttribute("data-zoom");
      await area.focus();
      for (let i = 0; i < 5; i++) await page.keyboard.press("ArrowRight");
      for (const name of NAMES) await pointsAt(page, name, 180);

      await area.focus();
      await page.keyboard.press("+");
      assert.equal(await zoom(), "1.50");
      await page.keyboard.press("-");
      assert.equal(await zoom(), "1.00");
      await page.getByRole("button", { name: "Zoom in" }).click();
      assert.equal(await zoom(), "1.50");
      await page.getByTestId("map").hover({ position: { x: 40, y: 40 } });
      await page.mouse.wheel(0, -400);
      await waitFor(
        "a closer map",
        async () => Number(await zoom()) > 2,
        5_000,
      );
      await area.focus();
      await page.keyboard.press("0");
      assert.equal(await zoom(), "1.00");
      for (const name of NAMES) await pointsAt(page, name, 0);

      await pinch(page, { fromPx: 15, toPx: 45 });
      await page.waitForURL(/\?map=0,0,3$/);
      await pinch(page, { fromPx: 45, toPx: 5 });
      await page.waitForURL((address) => address.search === "");

      const box = (await page.getByTestId("map").boundingBox())!;
      await page.mouse.move(box.x + 300, box.y + 100);
      await page.mouse.down();
      await page.mouse.move(box.x + 300 - box.width / 4, box.y + 100);
      await page.mouse.up();
      for (const name of NAMES) await pointsAt(page, name, 90);
      await page.waitForURL(/\?map=0,90,1$/);
      await page.goto(page.url());
      await satellite(page, "AURA").waitFor();
      for (const name of NAMES) await pointsAt(page, name, 90);
    }),
);

browserTest(
  "the map draws nothing while nothing changes, nor for another page",
  (browser) =>
    withMap(browser, async (page) => {
      const drawings = () =>
        page.evaluate(() => (globalThis as unknown as Counting).drawings);
      const drawnIn3s = async () => {
        const before = await drawings();
        await page.waitForTimeout(3_000);
        return await drawings() - before;
      };
      assert.ok(await drawings() > 0);
      assert.ok(await drawnIn3s() <= 1, "once for the night, at most");
      await page.getByRole("link", { name: "Passes", exact: true }).click();
      await page.waitForTimeout(500);
      assert.equal(await drawnIn3s(), 0);
      await page.getByRole("link", { name: "Dashboard" }).click();
      await pointsAt(page, "TERRA", 0);
    }),
);

interface Counting {
  drawings: number;
}

/** Opens a page on three satellites, recorded for an hour. */
async function withMap(
  browser: Browser,
  use: (page: Page) => Promise<void>,
): Promise<void> {
  await using served = await ServedSky.start({ hours: 1, nowMs: () => NOW_MS });
  const { url } = served;
  const { page, errors } = await openPage(browser, `${url}/status`);
  // Each drawing puts the land below all else.
  await page.addInitScript(() => {
    const counting = globalThis as unknown as Counting;
    counting.drawings = 0;
    const { prototype } = CanvasRenderingContext2D;
    const draw = prototype.drawImage;
    prototype.drawImage = function (...args: unknown[]) {
      counting.drawings++;
      return Reflect.apply(draw, this, args);
    };
  });
  const tracks = page.waitForResponse(/\/api\/v1\/tracks/);
  const land = page.waitForResponse(/\/land\.json/);
  await page.goto(url);
  await Promise.all([tracks, land]);
  await satellite(page, "AURA").waitFor();
  await page.waitForTimeout(1_500);
  await use(page);
  assert.deepEqual(errors, []);
}

function satellite(page: Page, name: string): Locator {
  return page.getByTestId("map-list").getByRole("button", {
    name: new RegExp(`^${name}:`),
  });
}

/** Points where a satellite is by the list, on the map about some meridian. */
async function pointsAt(
  page: Page,
  name: string,
  middleDeg: number,
): Promise<void> {
  const item = page.getByTestId("map-list").locator("li", { hasText: name });
  const text = await item.innerText();
  const [, north, n, east, e] = /([\d.]+)° ([NS]), ([\d.]+)° ([EW])/.exec(
    text,
  )!;
  const latitudeDeg = Number(north) * (n === "N" ? 1 : -1);
  const longitudeDeg = Number(east) * (e === "E" ? 1 : -1);
  const box = (await page.getByTestId("map").boundingBox())!;
  const right = ((longitudeDeg - middleDeg + 540) % 360) / 360;
  await page.mouse.move(
    box.x + right * box.width,
    box.y + (90 - latitudeDeg) / 180 * box.height,
  );
  await says(page.getByTestId("map-tip"), new RegExp(`^${name} `));
}

/** Two fingers, one above the other, go apart or together about the middle. */
async function pinch(
  page: Page,
  { fromPx, toPx }: { fromPx: number; toPx: number },
): Promise<void> {
  const { x, y, width, height } =
    (await page.getByTestId("map").boundingBox())!;
  const client = await page.context().newCDPSession(page);
  const touch = (
    type: "touchStart" | "touchMove" | "touchEnd",
    ...belowPx: number[]
  ) =>
    client.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: belowPx.map((px, id) => ({
        x: x + width / 2,
        y: y + height / 2 + px,
        id,
      })),
    });
  await touch("touchStart", -fromPx, fromPx);
  await touch("touchMove", -toPx, toPx);
  await touch("touchEnd");
  await client.detach();
}

async function says(element: Locator, text: RegExp): Promise<void> {
  let said = "";
  await waitFor(
    `${text}`,
    async () => text.test(said = await element.innerText()),
    5_000,
  ).catch((error) => assert.fail(`${error}; it says ${said}`));
}

/** How bright the map is about a place, as a median: lines do not count. */
function brightness(
  map: Locator,
  place: { longitudeDeg: number; latitudeDeg: number },
): Promise<number> {
  return map.evaluate((canvas, { longitudeDeg, latitudeDeg }) => {
    const { width, height } = canvas as HTMLCanvasElement;
    const [x, y] = [
      (longitudeDeg + 180) / 360 * width,
      (90 - latitudeDeg) / 180 * height,
    ];
    const { data } = (canvas as HTMLCanvasElement).getContext("2d")!
      .getImageData(x - 8, y - 8, 17, 17);
    const green = [...data].filter((_, i) => i % 4 === 1).sort((a, b) => a - b);
    return green[green.length >> 1]!;
  }, place);
}
