/// <reference lib="dom" />
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { says } from "./says.ts";

/** One of days before, when neither elements nor positions were known. */
export async function findsAPassByItsId(page: Page): Promise<void> {
  const id = new URL(page.url()).searchParams.get("pass")!;
  const passId = id.replace(/\d+$/, "m13");
  const url = page.url().replace(id, passId);
  const note = page.getByTestId("missing-pass");
  await page.goto(url);
  await says(page, "missing-pass", /was about 2026-08-21 1\d:00 UTC/);
  // Of another time it would not be true.
  await page.keyboard.press("Shift+ArrowLeft");
  await note.waitFor({ state: "hidden" });
  await page.goto(url);
  await note.getByRole("button").click();
  await says(page, "pass", /^\s*TERRA, 21 Aug 16:27/);
  assert.equal(new URL(page.url()).searchParams.get("pass"), passId);
}
