import { type Browser, chromium, type Page } from "playwright-core";
import { testNeeding } from "../shared/testdata/test_needing.ts";

const CHROMIUM = "/usr/bin/chromium";
const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A page in a real browser, and what went wrong in it. */
export interface OpenPage {
  readonly page: Page;
  /** Errors that the page wrote to its console, or did not catch. */
  readonly errors: readonly string[];
}

/** Registers a test that needs a browser. */
export function browserTest(
  name: string,
  fn: (browser: Browser) => Promise<void>,
): void {
  testNeeding({ what: `browser at ${CHROMIUM}`, isThere: hasChromium() }, {
    name,
    // The library keeps handles of the browser process beyond its close().
    sanitizeOps: false,
    sanitizeResources: false,
    fn: async () => {
      const browser = await launchBrowser();
      try {
        await fn(browser);
      } finally {
        await browser.close();
      }
    },
  });
}

/** Starts a browser without a window. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
}

/** Opens an address; `options` as for a window of that size and theme. */
export async function openPage(
  browser: Browser,
  url: string,
  options: { width?: number; height?: number; dark?: boolean } = {},
): Promise<OpenPage> {
  const { width = 1440, height = 900, dark = true } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? "dark" : "light",
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  await page.goto(url);
  return { page, errors };
}

function hasChromium(): boolean {
  try {
    return Deno.statSync(CHROMIUM).isFile;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}
