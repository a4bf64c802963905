import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { waitFor } from "./services.ts";

const PATIENCE_MS = 20_000;

/** Waits until a part of the page says something. */
export async function says(
  page: Page,
  testId: string,
  text: RegExp,
): Promise<void> {
  await waitFor(`${testId} to say ${text}`, async () => {
    assert.match((await page.getByTestId(testId).innerText()).trim(), text);
    return true;
  }, PATIENCE_MS);
}
