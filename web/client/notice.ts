/// <reference lib="dom" />
import { makeElement } from "./make_element.ts";
import { texts } from "./texts.ts";

/** Calm sentences below the time control, until they are dismissed or outdated. */
export class Notice {
  readonly #region: HTMLElement;
  #shown = "";

  constructor(region: HTMLElement) {
    this.#region = region;
  }

  show(sentences: readonly string[]): void {
    const text = sentences.join("\n");
    if (text === this.#shown) return;
    this.#shown = text;
    this.#region.replaceChildren();
    if (sentences.length === 0) return;
    const dismiss = makeElement(
      "button",
      { type: "button", class: "quiet" },
      texts.page.dismiss,
    );
    dismiss.addEventListener("click", () => this.show([]));
    this.#region.append(
      makeElement(
        "div",
        { class: "notice" },
        makeElement(
          "div",
          {},
          ...sentences.map((sentence) => makeElement("p", {}, sentence)),
        ),
        dismiss,
      ),
    );
  }
}
