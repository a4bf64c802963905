/// <reference lib="dom" />
import { type Page, pages } from "./pages.ts";
import { texts } from "./texts.ts";

/** The links to the pages, which turn to them without loading anything anew. */
export class Navigation {
  readonly #document: Document;
  #shown: Page | null = null;

  constructor(document: Document, onTurn: (page: Page) => void) {
    this.#document = document;
    for (const page of Object.keys(pages) as Page[]) {
      this.#link(page).addEventListener("click", (event) => {
        // In a new tab or window it is the browser's.
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        onTurn(page);
      });
    }
  }

  /** Shows one page, and hides the others. */
  draw(page: Page): void {
    if (page === this.#shown) return;
    this.#shown = page;
    this.#document.title = texts.titles[page];
    for (const known of Object.keys(pages) as Page[]) {
      this.#document.getElementById(known)!.hidden = known !== page;
      const link = this.#link(known);
      if (known === page) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
  }

  #link(page: Page): HTMLAnchorElement {
    return this.#document.querySelector(`a[data-page="${page}"]`)!;
  }
}
