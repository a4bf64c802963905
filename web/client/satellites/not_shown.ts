/// <reference lib="dom" />
import type { Roster } from "../feed/roster.ts";
import { makeElement } from "../make_element.ts";
import { texts } from "./columns_texts.ts";
import { orderSatellites } from "./order_satellites.ts";

const words = texts.hidden;

interface NotShownEvents {
  add(noradId: number): void;
  addAll(): void;
}

/** Which satellites are hidden, where there are few, and how to get them back. */
export class NotShown {
  readonly #root: HTMLElement;
  readonly #events: NotShownEvents;
  #drawn = "";

  constructor(root: HTMLElement, events: NotShownEvents) {
    this.#root = root;
    this.#events = events;
  }

  draw({ all }: Roster, shown: readonly number[]): void {
    const hidden = orderSatellites(all)
      .filter(({ norad_id }) => !shown.includes(norad_id));
    const drawn = hidden.map(({ norad_id }) => norad_id).join();
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    this.#root.hidden = hidden.length === 0;
    this.#root.replaceChildren(
      words.label,
      ...hidden.map(({ norad_id, name }) =>
        this.#makeButton(
          name,
          words.show(name),
          () => this.#events.add(norad_id),
        )
      ),
      this.#makeButton(words.showAll, "", () => this.#events.addAll()),
    );
  }

  holds(element: Element | null): boolean {
    return this.#root.contains(element);
  }

  /** Goes to what shows all of them. */
  focus(): void {
    this.#root.querySelector<HTMLElement>("button:last-child")?.focus();
  }

  #makeButton(text: string, label: string, act: () => void): HTMLElement {
    const button = makeElement(
      "button",
      { type: "button", class: "quiet", ...label && { "aria-label": label } },
      text,
    );
    button.addEventListener("click", act);
    return button;
  }
}
