/// <reference lib="dom" />
import assert from "node:assert/strict";
import type { Page } from "playwright-core";

interface Answer {
  readonly passes: readonly {
    readonly id: string;
    readonly name: string;
    readonly aos: { readonly time: string };
    readonly max_elevation_deg: number;
    readonly element_set: { readonly id: string };
  }[];
}

/** What the API answers to the question of the page's own link. */
export async function readListed(page: Page): Promise<Answer> {
  const href =
    (await page.getByTestId("passes-view").getByTestId("csv").getAttribute(
      "href",
    ))!;
  const path = href.replace("&format=csv", "");
  const response = await fetch(new URL(path, page.url()));
  assert.equal(response.status, 200);
  return await response.json();
}

/** The passes of the list, as its rows have them. */
export async function idsOf(page: Page): Promise<(string | undefined)[]> {
  return await page.getByTestId("passes").locator("tr[data-pass]")
    .evaluateAll((rows) =>
      rows.map((row) => (row as HTMLElement).dataset.pass)
    );
}
