/// <reference lib="dom" />
import type { SatelliteInfo } from "../feed/contract.ts";
import { findSatellites } from "../feed/roster.ts";
import { makeElement, setText } from "../make_element.ts";
import { texts } from "./map_texts.ts";

const mostFound = 8;
/** Typing that pauses for so long is looked up. */
const quietMs = 200;

/** Finds a satellite by its name or number. */
export class SatelliteSearch {
  readonly element: HTMLElement;
  readonly #input = makeElement("input", {
    type: "search",
    placeholder: texts.search,
    "aria-label": texts.search,
    "aria-controls": "found-satellites",
    autocomplete: "off",
    "data-testid": "satellite-search",
  });
  readonly #list = makeElement("ul", {
    id: "found-satellites",
    class: "found",
    hidden: "",
  });
  readonly #status = makeElement("span", { class: "unseen", role: "status" });
  readonly #onChosen: (satellite: SatelliteInfo) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = new AbortController();

  constructor(onChosen: (satellite: SatelliteInfo) => void) {
    this.#onChosen = onChosen;
    this.element = makeElement(
      "div",
      { class: "search", role: "search" },
      this.#input,
      this.#list,
      this.#status,
    );
    this.#input.addEventListener("input", () => {
      // Enter would take what was found for another text.
      this.#show(null);
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#find(), quietMs);
    });
    this.element.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.#close();
      if (event.key === "Enter" && event.target === this.#input) {
        this.#list.querySelector("button")?.click();
      }
    });
    this.element.addEventListener("focusout", (event) => {
      const next = event.relatedTarget;
      if (next instanceof Node && !this.element.contains(next)) this.#close();
    });
  }

  async #find(): Promise<void> {
    this.#asked.abort();
    this.#asked = new AbortController();
    const text = this.#input.value.trim();
    if (text === "") return this.#show(null);
    try {
      const query = `q=${encodeURIComponent(text)}&limit=${mostFound}`;
      const { satellites } = await findSatellites(query, this.#asked.signal);
      this.#show(satellites);
    } catch {
      // Another one is asked for, or the stream tells of no connection.
    }
  }

  #show(found: SatelliteInfo[] | null): void {
    this.#list.hidden = found === null;
    setText(this.#status, found === null ? "" : texts.found(found.length));
    this.#list.replaceChildren(...(found ?? []).map((one) => {
      const button = makeElement(
        "button",
        { type: "button" },
        makeElement("span", {}, one.name),
        makeElement("span", { class: "catalogue" }, String(one.norad_id)),
      );
      button.addEventListener("click", () => {
        this.#close();
        this.#onChosen(one);
      });
      return makeElement("li", {}, button);
    }));
    if (found?.length === 0) {
      this.#list.append(makeElement("li", { class: "none" }, texts.none));
    }
  }

  #close(): void {
    clearTimeout(this.#timer);
    this.#asked.abort();
    this.#input.value = "";
    this.#show(null);
  }
}
