/// <reference lib="dom" />
import { makeElement, setText } from "../make_element.ts";
import type { MissingPass } from "./missing_pass.ts";
import { texts } from "./passes_texts.ts";

/** Says why the pass of an address is not listed, and offers what would list it. */
export class MissingPassNote {
  readonly element: HTMLElement;
  readonly #text = makeElement("span");
  readonly #show = makeElement(
    "button",
    { type: "button", class: "quiet" },
    texts.missing.show,
  );
  #missing: MissingPass | null = null;

  constructor(onShow: (missing: MissingPass) => void) {
    this.element = makeElement(
      "div",
      {
        class: "passes-warnings",
        role: "status",
        "data-testid": "missing-pass",
      },
      makeElement("p", {}, this.#text, " ", this.#show),
    );
    this.element.hidden = true;
    this.#show.addEventListener("click", () => onShow(this.#missing!));
  }

  /** @param missing Null where none is missing. */
  draw(missing: MissingPass | null): void {
    this.#missing = missing;
    this.element.hidden = missing === null;
    setText(this.#text, missing?.says ?? "");
    this.#show.hidden = !missing?.change;
  }
}
