/// <reference lib="dom" />
import { makeElement, setText } from "../make_element.ts";
import { findNamed, findPlaces, type FoundPlaces } from "./find_places.ts";
import { locate } from "./locate.ts";
import { parseCoordinates } from "./parse_coordinates.ts";
import { parseLocator } from "./parse_locator.ts";
import { texts } from "./passes_texts.ts";
import type { Place } from "./place.ts";
import { PlaceList } from "./place_list.ts";

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
  readonly #list: PlaceList;
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
    this.#list = new PlaceList(
      (place) => this.#choose(place),
      () => this.focus(),
    );
    this.element = makeElement(
      "form",
      { class: "place-form", id: "place-form", novalidate: "" },
      makeElement("div", { class: "search" }, this.#input),
      makeElement("button", { type: "submit", class: "primary" }, texts.use),
      this.#locate,
      this.forget,
      this.#error,
      this.#list.element,
      makeElement("p", { id: "place-rule", class: "hint" }, texts.placeRule),
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
    this.#input.addEventListener("keydown", (event) => {
      if (event.key !== "ArrowDown") return;
      event.preventDefault();
      this.#list.focus();
    });
    this.element.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.element.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.#list.show(null);
    });
    this.#locate.addEventListener("click", () => this.#useLocation());
    this.forget.addEventListener("click", () => this.#choose(null));
  }

  async #submit(): Promise<void> {
    const text = this.#input.value.trim();
    const read = readPlace(text);
    if (read && "place" in read) return this.#choose(read.place);
    if (read || text === "") {
      this.#list.show(null);
      return this.#complain(read?.problem ?? texts.placeRule);
    }
    const answer = await this.#find();
    if (answer === null) return;
    const { found, near } = answer;
    // Nobody is taken to a city for the beginning of its name.
    const named = findNamed(found, text);
    if (named) return this.#choose(named);
    if (found.length > 0) return this.#complain(texts.whichPlace);
    this.#list.show(near.length > 0 ? answer : null, { isTitled: false });
    this.#complain(texts.unknownPlace(text, near.map(({ name }) => name)));
  }

  /** What was found; null where that is not known. */
  async #find(): Promise<FoundPlaces | null> {
    clearTimeout(this.#timer);
    this.#asked.abort();
    const { signal } = this.#asked = new AbortController();
    this.#complain("");
    const text = this.#input.value.trim();
    if (text === "" || readPlace(text)) {
      this.#list.show(null);
      return null;
    }
    try {
      const answer = await findPlaces(text, signal);
      this.#list.show(answer);
      return answer;
    } catch {
      if (!signal.aborted) this.#complain(texts.searchFailed);
      return null;
    }
  }

  async #useLocation(): Promise<void> {
    // It takes long, and who chooses or types meanwhile has decided.
    this.#asked.abort();
    const { signal } = this.#asked = new AbortController();
    this.#complain("");
    this.#locate.disabled = true;
    setText(this.#locate, texts.locating);
    try {
      const place = await locate();
      if (!signal.aborted) this.#choose(place);
    } catch (error) {
      if (!signal.aborted) this.#complain((error as Error).message);
    }
    this.#locate.disabled = false;
    setText(this.#locate, texts.locate);
  }

  #choose(place: Place | null): void {
    clearTimeout(this.#timer);
    this.#asked.abort();
    this.#input.value = "";
    this.#complain("");
    this.#list.show(null);
    this.#onChosen(place);
  }

  #complain(text: string): void {
    setText(this.#error, text);
  }
}

/** What a text means without asking anyone; null where it may be a name. */
function readPlace(text: string): ReturnType<typeof parseCoordinates> {
  const place = parseLocator(text);
  return place ? { place } : parseCoordinates(text);
}
