/// <reference lib="dom" />
import type { OperatorWarning, ProjectionAnswer } from "./feed/contract.ts";
import type { Announcer } from "./header.ts";
import { makeElement, setText } from "./make_element.ts";
import { splitCommands } from "./split_commands.ts";
import { texts } from "./texts.ts";

/** What is warned of lasts; it need not be seen at once. */
const askEachMs = 15_000;

/** What an operator should act on: how much it is, and a list that opens. */
export class Warnings {
  readonly #button: HTMLElement;
  readonly #list: HTMLElement;
  readonly #announcer: Announcer;
  #shown = "[]";

  constructor(page: Document, announcer: Announcer) {
    this.#button = page.querySelector<HTMLElement>("#warnings")!;
    this.#list = page.querySelector<HTMLElement>("#warning-list")!;
    this.#announcer = announcer;
  }

  /** Asks the server from time to time, from now on. */
  async start(): Promise<void> {
    for (;;) {
      await this.#ask();
      await new Promise((resolve) => setTimeout(resolve, askEachMs));
    }
  }

  // That the server does not answer is told beside, as the connection's state.
  async #ask(): Promise<void> {
    try {
      const response = await fetch("/api/v1/projection");
      if (!response.ok) return;
      this.#show((await response.json() as ProjectionAnswer).warnings);
    } catch {
      // See above.
    }
  }

  #show(warnings: readonly OperatorWarning[]): void {
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
    this.#list.replaceChildren(...warnings.map(describeWarning));
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

function markCommands(text: string): (Node | string)[] {
  return splitCommands(text).map(({ text, isCommand }) =>
    isCommand ? makeElement("code", {}, text) : text
  );
}
