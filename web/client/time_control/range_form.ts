/// <reference lib="dom" />
import { formatDateTime } from "../format.ts";
import { makeElement, setText } from "../make_element.ts";
import { texts } from "../texts.ts";
import { parseUtc } from "./parse_utc.ts";
import { findRangeProblem } from "./view_state.ts";

export interface RangeFormOptions {
  now(): number;
  onApply(fromMs: number, toMs: number | null): void;
  onClose(): void;
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
  readonly #hint = makeElement("p", { class: "hint", id: "range-hint" });
  readonly #options: RangeFormOptions;
  /** What was written into the fields last; other text is somebody's. */
  #written = { from: "", to: "" };

  constructor(options: RangeFormOptions) {
    this.#options = options;
    const close = makeElement(
      "button",
      { type: "button", class: "quiet" },
      texts.time.close,
    );
    close.addEventListener("click", () => options.onClose());
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
      close,
      this.#hint,
      this.#error,
    );
    this.element.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#apply();
    });
    this.element.addEventListener("keydown", (event) => {
      if (event.key === "Escape") options.onClose();
    });
  }

  get open(): boolean {
    return !this.element.hidden;
  }

  get hasFocus(): boolean {
    return this.element.contains(document.activeElement);
  }

  /** Whether there is text in it that nobody has asked to show yet. */
  get isEdited(): boolean {
    return this.#from.value !== this.#written.from ||
      this.#to.value !== this.#written.to;
  }

  show(fromMs: number, toMs: number | null): void {
    this.#write(fromMs, toMs);
    this.element.hidden = false;
    this.#from.focus();
    this.#from.select();
  }

  /** Has the range that is shown in it, unless somebody is writing another one. */
  follow(fromMs: number, toMs: number | null): void {
    if (this.open && !this.isEdited) this.#write(fromMs, toMs);
  }

  hide(): void {
    this.element.hidden = true;
  }

  #write(fromMs: number, toMs: number | null): void {
    const from = formatDateTime(fromMs);
    const to = toMs === null ? "" : formatDateTime(toMs);
    const written = this.#written;
    if (!this.isEdited && from === written.from && to === written.to) return;
    this.#written = { from, to };
    this.#from.value = from;
    this.#to.value = to;
    const { isFixed, runsOn, hint } = texts.time;
    setText(this.#hint, `${toMs === null ? runsOn : isFixed} ${hint}`);
    this.#complain(null, "");
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
