/// <reference lib="dom" />
import type { Browser, Page } from "playwright-core";
import { openLive } from "./open_live.ts";

const SETTLE_MS = 3_000;

interface Work {
  /** Paths that were asked for. */
  readonly requests: readonly string[];
  /** Of the stream and of all answers. */
  readonly receivedBytes: number;
  /** Lines and areas on canvases. */
  readonly strokes: number;
  readonly changes: number;
}

interface Counted {
  strokes: number;
  changes: number;
}

/** What the dashboard's page does for a while when it was opened and left so. */
export async function countWork(
  browser: Browser,
  { url, state, seconds }: {
    readonly url: string;
    readonly state: "shown" | "hidden" | "on another page";
    readonly seconds: number;
  },
): Promise<Work> {
  const page = await openLive(browser, url);
  try {
    if (state === "hidden") await page.evaluate(hide);
    if (state === "on another page") {
      await page.getByRole("link", { name: "Elements", exact: true }).click();
    }
    await page.waitForTimeout(SETTLE_MS);
    return await count(page, seconds);
  } finally {
    await page.context().close();
  }
}

async function count(page: Page, seconds: number): Promise<Work> {
  const requests: string[] = [];
  page.on("request", (request) => {
    requests.push(new URL(request.url()).pathname);
  });
  const client = await page.context().newCDPSession(page);
  await client.send("Network.enable");
  let receivedBytes = 0;
  client.on("Network.dataReceived", ({ dataLength }) => {
    receivedBytes += dataLength;
  });
  await page.evaluate(() => {
    const counted: Counted = { strokes: 0, changes: 0 };
    Object.assign(globalThis, { counted });
    const { prototype } = CanvasRenderingContext2D;
    for (const name of ["stroke", "fill", "fillRect", "drawImage"] as const) {
      const draw = prototype[name] as (...given: unknown[]) => void;
      Object.assign(prototype, {
        [name](...given: unknown[]) {
          counted.strokes++;
          draw.apply(this, given);
        },
      });
    }
    new MutationObserver((records) => counted.changes += records.length)
      .observe(document, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
      });
  });
  await page.waitForTimeout(seconds * 1000);
  const { strokes, changes } = await page.evaluate(() =>
    (globalThis as unknown as { counted: Counted }).counted
  );
  return { requests, receivedBytes, strokes, changes };
}

/** As a page in a tab behind others is told; without a window none is behind. */
function hide(): void {
  Object.defineProperty(document, "hidden", { value: true });
  Object.defineProperty(document, "visibilityState", { value: "hidden" });
  document.dispatchEvent(new Event("visibilitychange"));
}
