/// <reference lib="dom" />
import type { Announcer } from "./header.ts";
import { makeElement, setAttributes, setText } from "./make_element.ts";
import { makeAction } from "./status/action_list.ts";
import type { Action } from "./status/find_actions.ts";
import { texts } from "./texts.ts";

/** What needs attention: how much it is, and a list that opens. */
export class Warnings {
  readonly #button: HTMLElement;
  readonly #list: HTMLElement;
  readonly #announcer: Announcer;
  readonly #onAll: () => void;
  #shown = "[]";

  /** @param onAll All of how everything is, is wanted. */
  constructor(page: Document, announcer: Announcer, onAll: () => void) {
    this.#button = page.querySelector<HTMLElement>("#warnings")!;
    this.#list = page.querySelector<HTMLElement>("#warning-list")!;
    this.#announcer = announcer;
    this.#onAll = onAll;
  }

  draw(warnings: readonly Action[]): void {
    const shown = JSON.stringify(warnings);
    // Drawn anew only where it differs: someone may be copying a command.
    if (shown === this.#shown) return;
    this.#shown = shown;
    const count = warnings.length;
    if (count === 0) this.#list.hidePopover();
    const isBroken = warnings.some(({ tone }) => tone === "broken");
    setAttributes(this.#button, {
      hidden: count === 0,
      "data-tone": isBroken ? "broken" : "attention",
    });
    setText(this.#button, texts.warnings.count(count));
    const announcement = count === 0 ? "" : texts.warnings.count(count);
    this.#announcer.announce("warnings", announcement);
    this.#list.replaceChildren(
      ...warnings.map(makeAction),
      makeElement("li", {}, this.#makeLink()),
    );
  }

  #makeLink(): HTMLElement {
    const link = makeElement(
      "button",
      { type: "button", class: "quiet" },
      texts.warnings.all,
    );
    link.addEventListener("click", () => {
      this.#list.hidePopover();
      this.#onAll();
    });
    return link;
  }
}
