import type { Browser } from "playwright-core";
import { launchBrowser } from "../e2e/browser.ts";
import { LiveSky } from "../e2e/live_sky.ts";
import { printLine, printTimes, printTitle } from "./measure.ts";
import { countWork } from "./page/count_work.ts";
import { gzippedScriptBytes } from "./page/gzipped_script_bytes.ts";
import { measureFrames } from "./page/measure_frames.ts";
import { readMemory } from "./page/read_memory.ts";
import { timeChoice } from "./page/time_choice.ts";
import { timeFirstChart } from "./page/time_first_chart.ts";

const HOURS = 25;
const LOADS = 5;
const CHOICES = 10;
const FRAMES_SECONDS = 20;
const HIDDEN_SECONDS = 30;
const RANGE_CHANGES = 200;

/**
 * The page in a browser without a window: how fast it is, and how light.
 *
 * @param options.minutes For how long it is left open live.
 */
export async function benchPage(
  { minutes }: { readonly minutes: number },
): Promise<void> {
  await using sky = await LiveSky.start({ hours: HOURS });
  printTitle("The page's JavaScript, gzipped", "at most 200 kB");
  for (const { name, bytes } of await gzippedScriptBytes()) {
    printLine(name, (bytes / 1000).toFixed(1), "kB");
  }
  const browser = await launchBrowser();
  try {
    await benchTimes(browser, sky.url);
    await benchFrames(browser, sky.url);
    await benchWork(browser, sky.url);
    await benchMemory(browser, sky.url, minutes);
  } finally {
    await browser.close();
  }
}

async function benchTimes(browser: Browser, url: string): Promise<void> {
  const loads: number[] = [];
  for (let i = 0; i < LOADS; i++) {
    loads.push(await timeFirstChart(browser, url));
  }
  printTimes(
    "The first chart with data, from a cold cache",
    { "from the address on": loads },
    "1,500 ms",
  );
  printTimes(
    "A day of three satellites, a position a second",
    { "from the choice on": await timeChoice(browser, url, CHOICES) },
    "300 ms",
  );
}

/** Software draws here what a graphics card draws elsewhere. */
async function benchFrames(browser: Browser, url: string): Promise<void> {
  printTitle(
    `Frames over ${FRAMES_SECONDS} s`,
    "60 a second, none over 50 ms",
  );
  const options = { seconds: FRAMES_SECONDS };
  const rows = [
    ["live with three satellites", url],
    ["an empty page beside it", "about:blank"],
  ] as const;
  for (const [label, address] of rows) {
    const { perSecond, longestMs, longTasks } = await measureFrames(
      browser,
      address,
      options,
    );
    printLine(
      label,
      perSecond.toFixed(1),
      `a second   (the longest ${longestMs.toFixed(1)} ms; the page itself ` +
        `held up for more than 50 ms ${longTasks.length} times` +
        `${longTasks.map((ms) => `, ${ms.toFixed(0)} ms`).join("")})`,
    );
  }
}

async function benchWork(browser: Browser, url: string): Promise<void> {
  printTitle(
    `What the page does in ${HIDDEN_SECONDS} s`,
    "hidden, nothing beyond what is needed to come back in place",
  );
  for (const state of ["shown", "hidden", "on another page"] as const) {
    const { requests, receivedBytes, strokes, changes } = await countWork(
      browser,
      { url, state, seconds: HIDDEN_SECONDS },
    );
    printLine(
      state,
      String(strokes),
      `lines drawn, ${changes} changes of the document, ` +
        `${(receivedBytes / 1000).toFixed(1)} kB received` +
        `${requests.map((path) => `, ${path}`).join("")}`,
    );
  }
}

async function benchMemory(
  browser: Browser,
  url: string,
  minutes: number,
): Promise<void> {
  for await (
    const { title, before, after } of readMemory(browser, url, {
      minutes,
      rangeChanges: RANGE_CHANGES,
    })
  ) {
    printTitle(title, "within 10 %");
    for (const [name, was] of Object.entries(before)) {
      const is = after[name as keyof typeof after];
      const change = (is / was - 1) * 100;
      printLine(
        name,
        `${change.toFixed(1)} %`,
        `  (${was.toFixed(1)} before, ${is.toFixed(1)} after)`,
      );
    }
  }
}
