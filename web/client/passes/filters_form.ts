/// <reference lib="dom" />
import { makeElement, setText } from "../make_element.ts";
import type { ViewRange } from "../time_control/view_state.ts";
import { describeFilters, filterKeys, isFiltered } from "./describe_filters.ts";
import {
  defaultPassesChoice,
  directions,
  elementModes,
  mostDays,
  type PassesChoice,
} from "./passes_choice.ts";
import { parseTimeOfDay } from "./parse_time_of_day.ts";
import { texts } from "./passes_texts.ts";

/** Which passes are listed: it shows a choice, and tells of changes to it. */
export class FiltersForm {
  readonly element: HTMLElement;
  readonly #words = makeElement("span", { "data-testid": "filters" });
  readonly #minElevation = numberInput("min-elevation", 90, "any");
  readonly #direction = select("direction", texts.directions, [
    "any",
    ...directions,
  ]);
  readonly #elements = select("element-mode", texts.elementModes, elementModes);
  readonly #visible = makeElement("input", {
    type: "checkbox",
    "data-testid": "visible-only",
  });
  readonly #from = timeInput(texts.timeOfDayFrom, "time-from");
  readonly #to = timeInput(texts.timeOfDayTo, "time-to");
  readonly #daysBack = numberInput("days-back", mostDays);
  readonly #daysAhead = numberInput("days-ahead", mostDays);
  readonly #daysHint = makeElement("p", { class: "hint" }, texts.daysFixed);
  readonly #reset = makeElement(
    "button",
    { type: "button", class: "quiet" },
    texts.reset,
  );
  readonly #onChange: (change: Partial<PassesChoice>) => void;

  constructor(onChange: (change: Partial<PassesChoice>) => void) {
    this.#onChange = onChange;
    const field = (text: string, ...inputs: HTMLElement[]) =>
      makeElement("label", {}, text, ...inputs);
    this.element = makeElement(
      "details",
      { class: "filters" },
      makeElement("summary", {}, `${texts.filters}: `, this.#words),
      makeElement(
        "div",
        { class: "filter-fields" },
        field(texts.minElevation, this.#minElevation),
        field(texts.direction, this.#direction),
        makeElement(
          "div",
          { class: "field" },
          texts.timeOfDay,
          makeElement("span", { class: "times" }, this.#from, this.#to),
        ),
        field(texts.daysBack, this.#daysBack),
        field(texts.daysAhead, this.#daysAhead),
        field(texts.elements, this.#elements),
        makeElement(
          "label",
          { class: "check" },
          this.#visible,
          texts.visibleOnly,
        ),
        this.#reset,
      ),
      this.#daysHint,
    );
    this.#wire();
  }

  /** @param range Of the page; days count where it has no end of its own. */
  draw(choice: PassesChoice, range: ViewRange): void {
    setText(this.#words, describeFilters(choice, range));
    setValue(this.#minElevation, String(choice.minElevationDeg));
    setValue(this.#direction, choice.direction ?? "any");
    setValue(this.#elements, choice.elements);
    this.#visible.checked = choice.visibleOnly;
    // One of them alone is half typed.
    if (choice.timeOfDay !== null || (this.#from.value && this.#to.value)) {
      const [from = "", to = ""] = choice.timeOfDay?.split("-") ?? [];
      setValue(this.#from, from);
      setValue(this.#to, to);
    }
    setValue(this.#daysBack, String(choice.daysBack));
    setValue(this.#daysAhead, String(choice.daysAhead));
    const isFixed = range.kind === "fixed";
    this.#daysBack.disabled = isFixed;
    this.#daysAhead.disabled = isFixed && range.toMs !== null;
    this.#daysHint.hidden = !isFixed;
    this.#reset.hidden = !isFiltered(choice);
  }

  #wire(): void {
    const on = (element: HTMLElement, read: () => Partial<PassesChoice>) =>
      element.addEventListener("change", () => this.#onChange(read()));
    const { minElevationDeg, daysBack, daysAhead } = defaultPassesChoice;
    const onNumber = (
      input: HTMLInputElement,
      otherwise: number,
      read: (value: number) => Partial<PassesChoice>,
    ) =>
      on(input, () => {
        const value = within(input, otherwise);
        // What it is taken for shall be seen, also while it has the focus.
        input.value = String(value);
        return read(value);
      });
    onNumber(
      this.#minElevation,
      minElevationDeg,
      (value) => ({ minElevationDeg: value }),
    );
    on(this.#direction, () => ({
      direction: directions.find((one) => one === this.#direction.value) ??
        null,
    }));
    on(this.#elements, () => ({
      elements: elementModes.find((one) => one === this.#elements.value)!,
    }));
    on(this.#visible, () => ({ visibleOnly: this.#visible.checked }));
    for (const input of [this.#from, this.#to]) {
      on(input, () => ({
        timeOfDay: parseTimeOfDay(`${this.#from.value}-${this.#to.value}`) ??
          null,
      }));
    }
    onNumber(this.#daysBack, daysBack, (value) => ({ daysBack: value }));
    onNumber(this.#daysAhead, daysAhead, (value) => ({ daysAhead: value }));
    this.#reset.addEventListener("click", () => {
      this.#from.value = this.#to.value = "";
      this.#onChange(
        Object.fromEntries(
          filterKeys.map((key) => [key, defaultPassesChoice[key]]),
        ),
      );
    });
  }
}

/** A number within the bounds of its field, and of its steps. */
function within(
  { valueAsNumber, min, max, step }: HTMLInputElement,
  otherwise: number,
): number {
  if (Number.isNaN(valueAsNumber)) return otherwise;
  const bounded = Math.min(Number(max), Math.max(Number(min), valueAsNumber));
  const perOne = step === "any" ? 100 : 1;
  return Math.round(bounded * perOne) / perOne;
}

/** Not while it is being typed into. */
function setValue(
  element: HTMLInputElement | HTMLSelectElement,
  value: string,
): void {
  if (element.value === value || element === document.activeElement) return;
  element.value = value;
}

function numberInput(
  testId: string,
  most: number,
  step = "1",
): HTMLInputElement {
  return makeElement("input", {
    type: "number",
    min: "0",
    max: String(most),
    step,
    "data-testid": testId,
  });
}

function timeInput(label: string, testId: string): HTMLInputElement {
  return makeElement("input", {
    type: "time",
    "aria-label": label,
    "data-testid": testId,
  });
}

function select<T extends string>(
  testId: string,
  words: Record<T, string>,
  values: readonly T[],
): HTMLSelectElement {
  return makeElement(
    "select",
    { "data-testid": testId },
    ...values.map((value) => makeElement("option", { value }, words[value])),
  );
}
