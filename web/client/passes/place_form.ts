/// <reference lib="dom" />
import { makeElement, setText } from "../make_element.ts";
import type { FoundObserver } from "./contract.ts";
import { locate } from "./locate.ts";
import { texts } from "./passes_texts.ts";
import { parseCoordinates, type Place, roundPlace } from "./place.ts";
import { findObservers } from "./read_passes.ts";

/** Typing that pauses for so long is looked up. */
const quietMs = 200;

/** Where one looks from: a city, coordinates, or where the browser is. */
export class PlaceForm {
  readonly element: HTMLFormElement;
  readonly #input = makeElement("input", {
    type: "search",
    placeholder: texts.placeHint,
    "aria-label": texts.place,
    "aria-describedby": "place-rule place-error",
    "aria-controls": "found-places",
    autocomplete: "off",
    spellcheck: "false",
    "data-testid": "place",
  });
  readonly #list = makeElement("ul", {
    id: "found-places",
    class: "found",
    hidden: "",
  });
  readonly #status = makeElement("span", { class: "unseen", role: "status" });
  readonly #error = makeElement("p", {
    id: "place-error",
    class: "error",
    role: "alert",
    "data-testid": "place-error",
  });
  readonly #locate = makeElement(
    "button",
    { type: "button", class: "quiet", "data-testid": "locate" },
    texts.locate,
  );
  readonly forget = makeElement(
    "button",
    { type: "button", class: "quiet", "data-testid": "forget-place" },
    texts.forget,
  );
  readonly #onChosen: (place: Place | null) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = new AbortController();

  /** @param onChosen With null where the place is to be forgotten. */
  constructor(onChosen: (place: Place | null) => void) {
    this.#onChosen = onChosen;
    this.element = makeElement(
      "form",
      { class: "place-form", id: "place-form", novalidate: "" },
      makeElement("div", { class: "search" }, this.#input, this.#list),
      makeElement("button", { type: "submit", class: "primary" }, texts.use),
      this.#locate,
      this.forget,
      makeElement("p", { id: "place-rule", class: "hint" }, texts.placeRule),
      this.#error,
      this.#status,
    );
    this.#wire();
  }

  focus(): void {
    this.#input.focus();
  }

  #wire(): void {
    this.#input.addEventListener("input", () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#find(), quietMs);
    });
    this.element.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.element.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.#show(null);
    });
    this.#locate.addEventListener("click", () => this.#useLocation());
    this.forget.addEventListener("click", () => this.#choose(null));
  }

  async #submit(): Promise<void> {
    const text = this.#input.value;
    const place = parseCoordinates(text);
    if (place) return this.#choose(place);
    const found = await this.#find();
    if (found?.[0]) this.#choose(placeOf(found[0]));
    else if (found || text.trim() === "") this.#complain(texts.placeRule);
  }

  /** What was found; null where that is not known. */
  async #find(): Promise<FoundObserver[] | null> {
    clearTimeout(this.#timer);
    this.#asked.abort();
    const { signal } = this.#asked = new AbortController();
    this.#complain("");
    const text = this.#input.value.trim();
    if (text === "" || parseCoordinates(text)) {
      this.#show(null);
      return null;
    }
    try {
      const found = await findObservers(text, signal);
      this.#show(found);
      return found;
    } catch {
      if (!signal.aborted) this.#complain(texts.searchFailed);
      return null;
    }
  }

  #show(found: readonly FoundObserver[] | null): void {
    this.#list.hidden = found === null;
    const count = found?.length;
    setText(
      this.#status,
      count === undefined ? "" : texts.foundPlaces(count),
    );
    this.#list.replaceChildren(...(found ?? []).map((one) => {
      const button = makeElement(
        "button",
        { type: "button" },
        makeElement("span", {}, one.name),
        makeElement("span", { class: "catalogue" }, one.country),
      );
      button.addEventListener("click", () => this.#choose(placeOf(one)));
      return makeElement("li", {}, button);
    }));
    if (count === 0) {
      this.#list.append(
        makeElement("li", { class: "none" }, texts.noneFound),
      );
    }
  }

  async #useLocation(): Promise<void> {
    this.#complain("");
    this.#locate.disabled = true;
    setText(this.#locate, texts.locating);
    try {
      this.#choose(await locate());
    } catch (error) {
      this.#complain((error as Error).message);
    }
    this.#locate.disabled = false;
    setText(this.#locate, texts.locate);
  }

  #choose(place: Place | null): void {
    clearTimeout(this.#timer);
    this.#asked.abort();
    this.#input.value = "";
    this.#complain("");
    this.#show(null);
    this.#onChosen(place);
  }

  #complain(text: string): void {
    setText(this.#error, text);
  }
}

function placeOf(found: FoundObserver): Place {
  return roundPlace({
    name: found.name,
    latitudeDeg: found.latitude_deg,
    longitudeDeg: found.longitude_deg,
    altitudeM: found.altitude_m,
  });
}
