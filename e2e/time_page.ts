/// <reference lib="dom" />
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import {
  AQUA,
  AURA,
  positionsOf,
  START_MS,
  TERRA,
} from "../web/testdata/given_positions.ts";
import { elementSetRecorded } from "../shared/events/element_set_recorded.ts";
import { bundledElementSets } from "../tle/bundled_elements.ts";
import { TestProjection } from "../web/testdata/test_projection.ts";
import { bundlePage, servePage } from "./served_page.ts";
import { waitFor } from "./services.ts";

const HOUR_S = 3_600;
/** Twelve hours, two in which nothing is recorded, and ten more. */
export const HOLE = { fromS: 12 * HOUR_S, toS: 14 * HOUR_S };
/** Where the clock begins. */
export const NOW_S = 24 * HOUR_S;
export const PATIENCE_MS = 10_000;

/** Serves a day of three satellites, and opens pages of it until it returns. */
export async function withRecordedDay(
  use: (url: string) => Promise<void>,
): Promise<void> {
  await bundlePage();
  await using projection = await givenDay();
  const startedMs = Date.now();
  const { url, stop } = servePage(
    projection.link,
    () => START_MS + NOW_S * 1_000 + Date.now() - startedMs,
  );
  try {
    await use(url);
  } finally {
    await stop();
  }
}

async function givenDay(): Promise<TestProjection> {
  const projection = new TestProjection();
  await projection.replace();
  // The map shows where they go from here.
  projection.commit(
    bundledElementSets.map((set) =>
      elementSetRecorded(set, { source: "test", timeMs: START_MS })
    ),
    { topic: "element_sets" },
  );
  for (const noradId of [TERRA, AQUA, AURA]) {
    projection.commit([
      ...positionsOf(noradId, 0, HOLE.fromS, { stepS: 10 }),
      ...positionsOf(noradId, HOLE.toS, NOW_S, { stepS: 10 }),
    ]);
  }
  return projection;
}

export async function drag(
  page: Page,
  from: { x: number; y: number },
  byPx: number,
) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + byPx / 2, from.y);
  await page.mouse.move(from.x + byPx, from.y);
  await page.mouse.up();
}

export async function middle(page: Page, testId: string) {
  const { x, y, width, height } = (await page.getByTestId(testId)
    .boundingBox())!;
  return { x: x + width / 2, y: y + height / 2 };
}

export function rangeOf(page: Page): { fromMs: number; toMs: number } {
  const query = new URL(page.url()).searchParams;
  const [fromMs, toMs] = ["from", "to"].map((name) =>
    Date.parse(query.get(name) ?? "") || 0
  );
  return { fromMs: fromMs!, toMs: toMs! };
}

export async function shownMs(page: Page): Promise<number> {
  const clock = await page.getByTestId("clock").innerText();
  return Date.parse(clock.replace(" UTC", "Z").replace(" ", "T"));
}

export async function isPressed(page: Page, testId: string): Promise<void> {
  await waitFor(
    `${testId} to be pressed`,
    async () =>
      await page.getByTestId(testId).getAttribute("aria-pressed") === "true",
    PATIENCE_MS,
  );
}

export async function hasPoints(page: Page): Promise<void> {
  for (const noradId of [TERRA, AQUA, AURA]) {
    await waitFor(
      `points of ${noradId}`,
      async () =>
        Number(
          await page.getByTestId(`panel-${noradId}`)
            .getAttribute("data-points"),
        ) > 10,
      PATIENCE_MS,
    );
  }
}

export function nearly(
  found: number,
  expected: number,
  byMs = 3 * 60_000,
): void {
  assert.ok(
    Math.abs(found - expected) <= byMs,
    `${new Date(found).toISOString()} is not ${
      new Date(expected).toISOString()
    }`,
  );
}
