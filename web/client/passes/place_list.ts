/// <reference lib="dom" />
import { makeElement, setText } from "../make_element.ts";
import type { FoundPlaces, ListedPlace } from "./find_places.ts";
import { texts } from "./passes_texts.ts";
import type { Place } from "./place.ts";

/** Places to choose from, by mouse, touch or keyboard. */
export class PlaceList {
  readonly element = makeElement("div", {});
  readonly #title = makeElement("p", { class: "hint", role: "status" });
  readonly #list = makeElement("ul", { id: "found-places", class: "found" });
  readonly #onChosen: (place: Place) => void;

  /** @param onLeft The focus goes up, out of the list. */
  constructor(onChosen: (place: Place) => void, onLeft: () => void) {
    this.#onChosen = onChosen;
    this.element.append(this.#title, this.#list);
    this.element.hidden = true;
    this.#list.addEventListener("keydown", (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step === undefined) return;
      event.preventDefault();
      const buttons = this.#buttons();
      const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
      if (at + step < 0) onLeft();
      else buttons[at + step]?.focus();
    });
  }

  /**
   * Shows what was found; nothing for null.
   *
   * @param options.isTitled Whether it says what that is; else someone else does.
   */
  show(
    answer: FoundPlaces | null,
    { isTitled = true }: { isTitled?: boolean } = {},
  ): void {
    this.element.hidden = answer === null;
    this.#title.hidden = !isTitled;
    if (answer === null) return;
    const { found, near } = answer;
    setText(
      this.#title,
      found.length > 0
        ? texts.foundPlaces(found.length)
        : near.length > 0
        ? texts.nearPlaces
        : texts.noneFound,
    );
    this.#list.hidden = found.length + near.length === 0;
    this.#list.replaceChildren(
      ...[...found, ...near].map((place) => this.#makeItem(place)),
    );
  }

  focus(): void {
    this.#buttons()[0]?.focus();
  }

  #buttons(): HTMLButtonElement[] {
    return [...this.#list.querySelectorAll("button")];
  }

  #makeItem({ country, ...place }: ListedPlace): HTMLElement {
    const button = makeElement(
      "button",
      { type: "button" },
      makeElement("span", {}, place.name),
      makeElement("span", { class: "catalogue" }, country ?? texts.configured),
    );
    button.addEventListener("click", () => this.#onChosen(place));
    return makeElement("li", {}, button);
  }
}
