/// <reference lib="dom" />
import { formatDateTime } from "../format.ts";
import { makeElement } from "../make_element.ts";
import { texts } from "../texts.ts";
import { parseUtc } from "./parse_utc.ts";
import { findRangeProblem } from "./view_state.ts";

export interface RangeFormOptions {
  now(): number;
  onApply(fromMs: number, toMs: number | null): void;
  onCancel(): void;
}

/** The form for an exact range; it says what is wrong beside the field that is. */
export class RangeForm {
  readonly element: HTMLFormElement;
  readonly #from = timeInput("from");
  readonly #to = timeInput("to");
  readonly #error = makeElement("p", {
    class: "error",
    id: "range-error",
    role: "alert",
  });
  readonly #options: RangeFormOptions;

  constructor(options: RangeFormOptions) {
    this.#options = options;
    const cancel = makeElement(
      "button",
      { type: "button", class: "quiet" },
      texts.time.cancel,
    );
    cancel.addEventListener("click", () => options.onCancel());
    this.element = makeElement(
      "form",
      { id: "range-form", class: "range-form", novalidate: "", hidden: "" },
      makeElement("label", {}, texts.time.from, this.#from),
      makeElement("label", {}, texts.time.to, this.#to),
      makeElement(
        "button",
        { type: "submit", class: "primary", "data-testid": "apply" },
        texts.time.apply,
      ),
      cancel,
      makeElement("p", { class: "hint", id: "range-hint" }, texts.time.hint),
      this.#error,
    );
    this.element.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#apply();
    });
    this.element.addEventListener("keydown", (event) => {
      if (event.key === "Escape") options.onCancel();
    });
  }

  get open(): boolean {
    return !this.element.hidden;
  }

  show(fromMs: number, toMs: number | null): void {
    this.#from.value = formatDateTime(fromMs);
    this.#to.value = toMs === null ? "" : formatDateTime(toMs);
    this.#complain(null, "");
    this.element.hidden = false;
    this.#from.focus();
    this.#from.select();
  }

  hide(): void {
    this.element.hidden = true;
  }

  #apply(): void {
    const fromMs = parseUtc(this.#from.value);
    const endless = this.#to.value.trim() === "";
    const toMs = endless ? null : parseUtc(this.#to.value);
    if (fromMs === null) return this.#complain(this.#from, texts.range.from);
    if (!endless && toMs === null) {
      return this.#complain(this.#to, texts.range.to);
    }
    const problem = findRangeProblem(fromMs, toMs, this.#options.now());
    if (problem) {
      const startsLate = problem === texts.range.startsInFuture;
      return this.#complain(startsLate ? this.#from : this.#to, problem);
    }
    this.#complain(null, "");
    this.#options.onApply(fromMs, toMs);
  }

  #complain(field: HTMLInputElement | null, text: string): void {
    this.#error.textContent = text;
    for (const input of [this.#from, this.#to]) {
      if (input === field) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
    }
    field?.focus();
  }
}

function timeInput(name: string): HTMLInputElement {
  return makeElement("input", {
    type: "text",
    name,
    "data-testid": name,
    autocomplete: "off",
    spellcheck: "false",
    size: "19",
    "aria-describedby": "range-error range-hint",
  });
}
