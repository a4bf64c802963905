import assert from "node:assert/strict";
import type { Page } from "playwright-core";

/** Checks what each panel of the status page copies as curl. */
export async function givesItsRequestsAway(page: Page): Promise<void> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const satellites = "satellites=25994,27424,28376&include=expected_error";
  for (
    const [panel, path] of [
      [".needs", "projection"],
      [".of-elements", `satellites?${satellites}`],
    ] as const
  ) {
    const within = page.locator(panel);
    await within.getByRole("button", { name: "Copy as curl" }).click();
    await within.getByRole("button", { name: "Copied" }).waitFor();
    const url = new URL(`/api/v1/${path}`, page.url());
    const copied = await page.evaluate("navigator.clipboard.readText()");
    assert.equal(copied, `curl '${url}'`);
  }
}
