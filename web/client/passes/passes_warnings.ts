/// <reference lib="dom" />
import { makeElement, setText } from "../make_element.ts";
import { markCommands } from "../mark_commands.ts";
import type { Pass } from "./contract.ts";
import {
  describeOldElements,
  isOfOldElements,
  newerElements,
} from "./old_elements.ts";

/** What to bear in mind of the passes that are listed: few lines, more on demand. */
export class PassesWarnings {
  readonly element: HTMLElement;
  readonly #list = makeElement("ul", {});
  readonly #summary = makeElement("summary", {});
  readonly #sentences = makeElement("ul", {});
  readonly #remedy = makeElement("p", {});
  readonly #old = makeElement(
    "details",
    { "data-testid": "old-elements" },
    this.#summary,
    this.#sentences,
    this.#remedy,
  );
  #drawn = "";

  constructor() {
    this.element = makeElement(
      "div",
      { class: "passes-warnings", "data-testid": "passes-warnings" },
      this.#old,
      this.#list,
    );
  }

  draw(passes: readonly Pass[], sentences: readonly string[]): void {
    const old = describeOldElements(passes);
    const drawn = JSON.stringify([old, sentences]);
    // Drawn anew only where it differs: someone may be copying the command.
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    const isOld = (sentence: string) =>
      old !== null && isOfOldElements(sentence);
    const items = (some: readonly string[]) =>
      some.map((sentence) => makeElement("li", {}, sentence));
    this.element.hidden = old === null && sentences.length === 0;
    this.#old.hidden = old === null;
    setText(this.#summary, old ?? "");
    this.#sentences.replaceChildren(...items(sentences.filter(isOld)));
    this.#remedy.replaceChildren(...markCommands(newerElements(passes)));
    const others = sentences.filter((sentence) => !isOld(sentence));
    this.#list.replaceChildren(...items(others));
    this.#list.hidden = others.length === 0;
  }
}
