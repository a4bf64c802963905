/// <reference lib="dom" />
import { makeElement } from "../make_element.ts";
import { markCommands } from "../mark_commands.ts";
import type { Action } from "./find_actions.ts";

/** What needs someone, each with what to do. */
export class ActionList {
  readonly element = makeElement("ul", {
    class: "actions",
    "data-testid": "actions",
  });
  #shown = "";

  draw(actions: readonly Action[]): void {
    const shown = JSON.stringify(actions);
    // Drawn anew only where it differs: someone may be copying a command.
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.element.replaceChildren(...actions.map(makeAction));
  }
}

/** Returns one of them, for a list. */
export function makeAction({ tone, message, remedy }: Action): HTMLElement {
  return makeElement(
    "li",
    { "data-tone": tone },
    makeElement("p", {}, ...markCommands(message)),
    makeElement("p", { class: "remedy" }, ...markCommands(remedy)),
  );
}
