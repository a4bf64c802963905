import { join } from "node:path";
import type { Browser } from "playwright-core";
import { Sky } from "../sky.ts";
import { readProjectionLink } from "../../shared/projection/projection_link.ts";
import { launchBrowser } from "../browser.ts";
import { bundlePage, servePage } from "../served_page.ts";
import { NOW_MS, type Picture, PICTURES } from "./pictures.ts";
import { tellStatus } from "./tell_status.ts";

const FOLDER = new URL("../../web/pictures/", import.meta.url);
const HOURS = 25;
const LOOK_AGAIN_MS = 500;
const PATIENCE_MS = 60_000;

// Of a system whose clock stands, so that they are the same each time.
const wanted = Deno.args.length > 0
  ? PICTURES.filter(({ name }) => Deno.args.includes(name))
  : PICTURES;
await bundlePage();
const folder = await Deno.makeTempDir();
const link = join(folder, "projection.db");
const sky = await Sky.make(link, {
  nowMs: NOW_MS,
  hours: HOURS,
  satellites: 3,
});
const id = readProjectionLink(link)!.match(/-(\w+)\.db$/)![1]!;
const browser = await launchBrowser();
try {
  for (const picture of wanted) await take(browser, picture);
} finally {
  await browser.close();
  sky[Symbol.dispose]();
  await Deno.remove(folder, { recursive: true });
}

async function take(browser: Browser, picture: Picture): Promise<void> {
  const { name, view, width, height, dark, shows, silentMs = 0 } = picture;
  const { url, stop } = servePage(
    link,
    () => NOW_MS,
    tellStatus(NOW_MS, { id, silentMs }),
  );
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? "dark" : "light",
    reducedMotion: "reduce",
  });
  try {
    const page = await context.newPage();
    await page.clock.setFixedTime(NOW_MS);
    await page.goto(url + view);
    await page.locator(shows).first().waitFor({ timeout: PATIENCE_MS });
    await picture.act?.(page);
    const still = await lookUntilStill(() => page.screenshot());
    await Deno.writeFile(new URL(`${name}.png`, FOLDER), still);
    console.log(`${name}.png, ${(still.length / 1000).toFixed(0)} kB`);
  } finally {
    await context.close();
    await stop();
  }
}

/** Looks again until nothing comes any more. */
async function lookUntilStill(
  look: () => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const untilMs = performance.now() + PATIENCE_MS;
  let before = "";
  while (performance.now() < untilMs) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    const picture = await look();
    const text = picture.toBase64();
    if (text === before) return picture;
    before = text;
  }
  throw new Error(
    `Cannot take the picture as it must stand still: it has moved for ${
      PATIENCE_MS / 1000
    } s`,
  );
}
