import type { Page } from "playwright-core";
import { waitFor } from "./services.ts";

/** The page asks every two seconds. */
export const PATIENCE_MS = 15_000;

/** Waits until the page says that something needs someone. */
export async function needs(
  page: Page,
  tone: string,
  text: RegExp,
): Promise<void> {
  await waitFor(
    `${tone} ${text}`,
    async () => {
      const items = page.locator(`.actions li[data-tone="${tone}"]`);
      const said = (await items.allInnerTexts()).map((item) =>
        item.replace(/\s+/g, " ")
      );
      if (!said.some((item) => text.test(item))) throw new Error(said.join());
      return true;
    },
    PATIENCE_MS,
  );
}

/** Waits until a row of a table says something. */
export async function row(
  page: Page,
  table: string,
  name: string,
  text: RegExp,
): Promise<void> {
  await shows(page, `[data-testid="${table}-${name}"]`, text);
}

/** Waits until an element is there and says something. */
export async function shows(
  page: Page,
  selector: string,
  text: RegExp,
): Promise<void> {
  const found = page.locator(selector);
  await waitFor(
    `${selector} ${text}`,
    async () => {
      const said = await found.isVisible() && (await found.innerText()).trim();
      if (said === false || !text.test(said)) throw new Error(String(said));
      return true;
    },
    PATIENCE_MS,
  );
}
