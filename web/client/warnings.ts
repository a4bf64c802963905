/// <reference lib="dom" />
import type { Announcer } from "./header.ts";
import { makeElement, setText } from "./make_element.ts";
import { markCommands } from "./mark_commands.ts";
import type { OperatorWarning } from "./status/contract.ts";
import { texts } from "./texts.ts";

/** What an operator should act on: how much it is, and a list that opens. */
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

  draw(warnings: readonly OperatorWarning[]): void {
    const shown = JSON.stringify(warnings);
    // Drawn anew only where it differs: someone may be copying a command.
    if (shown === this.#shown) return;
    this.#shown = shown;
    const count = warnings.length;
    if (count === 0) this.#list.hidePopover();
    this.#button.hidden = count === 0;
    setText(this.#button, texts.warnings.count(count));
    const announcement = count === 0 ? "" : texts.warnings.count(count);
    this.#announcer.announce("warnings", announcement);
    this.#list.replaceChildren(
      ...warnings.map(describeWarning),
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

function describeWarning({ message, remedy }: OperatorWarning): HTMLElement {
  return makeElement(
    "li",
    {},
    makeElement("p", {}, ...markCommands(message)),
    makeElement("p", { class: "remedy" }, ...markCommands(remedy)),
  );
}
