/// <reference lib="dom" />
import { setText } from "../make_element.ts";
import type { PassesElements } from "./passes_elements.ts";
import { texts } from "./passes_texts.ts";
import { formatPlace, nameOf, type Place } from "./place.ts";
import type { PlaceForm } from "./place_form.ts";

/** Which place the passes are over, and the form where there is none or another is wanted. */
export class PlaceHeading {
  readonly #parts: PassesElements;
  readonly #form: PlaceForm;
  #place: Place | null = null;
  #isChanging = false;
  #hasChosen = false;

  constructor(parts: PassesElements, form: PlaceForm) {
    this.#parts = parts;
    this.#form = form;
    parts.change.addEventListener("click", () => {
      this.#isChanging = !this.#isChanging;
      this.draw(this.#place);
      if (this.#isChanging) form.focus();
    });
  }

  /** Someone has chosen a place, or none: it will be drawn. */
  settle(place: Place | null): void {
    this.#isChanging = false;
    this.#hasChosen = place !== null;
  }

  draw(place: Place | null): void {
    this.#place = place;
    const { title, place: line, change } = this.#parts;
    const isOpen = place === null || this.#isChanging;
    setText(title, texts.titleOf(place && nameOf(place)));
    setText(line, place?.name ? formatPlace(place) : "");
    change.hidden = this.#form.forget.hidden = place === null;
    change.setAttribute("aria-expanded", String(isOpen));
    this.#form.element.hidden = !isOpen;
    // The form goes away; the focus must not go with it.
    if (this.#hasChosen && place) change.focus();
    if (place) this.#hasChosen = false;
  }
}
