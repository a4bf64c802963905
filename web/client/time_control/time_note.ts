/// <reference lib="dom" />
import { makeElement } from "../make_element.ts";
import type { Note, Offer } from "./describe_note.ts";

/** A sentence below the time control, with a button for each thing to do. */
export class TimeNote {
  readonly element = makeElement("p", {
    class: "time-note",
    role: "status",
    "data-testid": "time-note",
  });
  readonly #onTake: (offer: Offer) => void;
  #shown = "";

  constructor(onTake: (offer: Offer) => void) {
    this.#onTake = onTake;
  }

  draw(note: Note | null): void {
    const shown = note ? JSON.stringify(note) : "";
    if (shown === this.#shown) return;
    this.#shown = shown;
    if (!note) return this.element.replaceChildren();
    const buttons = note.offers.map((offer) => {
      const button = makeElement(
        "button",
        { type: "button", class: "quiet" },
        offer.text,
      );
      button.addEventListener("click", () => this.#onTake(offer));
      return button;
    });
    this.element.replaceChildren(
      makeElement("span", {}, note.text),
      ...buttons,
    );
  }
}
