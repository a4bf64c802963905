/// <reference lib="dom" />
import { satelliteStyle } from "../colours.ts";
import { formatDuration } from "../format.ts";
import { makeElement, setText } from "../make_element.ts";
import type { Pass } from "./contract.ts";
import { isUp } from "./countdown.ts";
import {
  describeAge,
  describeAzimuth,
  describeData,
  describeDirection,
  describeError,
  describeLatest,
  describeLight,
  describeSource,
  describeVisible,
  formatElevation,
} from "./describe_pass.ts";
import { formatDay, formatLocal } from "./format_day.ts";
import { texts } from "./passes_texts.ts";

/** What the table shows. */
export interface PassesTableData {
  passes: readonly Pass[];
  chosenId: string | null;
  /** What lies before it has been. */
  shownMs: number;
  /** What that time is called. */
  now: string;
  /** Whether to tell how far off the newest elements would be. */
  isCompared: boolean;
}

/** Columns that not every width has room for are in the details of a pass, too. */
const columns = [
  "rise",
  "satellite",
  "highest",
  "path",
  "duration",
  "direction",
  "light",
  "source",
  "error",
  "latest",
] as const;
type Column = (typeof columns)[number];

/** Passes that were and passes to come, with now in between. */
export class PassesTable {
  readonly element: HTMLElement;
  readonly #head = makeElement("tr");
  readonly #body = makeElement("tbody", { "data-testid": "passes" });
  readonly #nowCell = makeElement("th", { scope: "rowgroup" });
  readonly #nowRow = makeElement("tr", { class: "now" }, this.#nowCell);
  readonly #onChosen: (id: string) => void;
  #drawn: { passes: readonly Pass[]; key: string } | null = null;

  constructor(onChosen: (id: string) => void) {
    this.#onChosen = onChosen;
    this.element = makeElement(
      "div",
      {
        class: "passes-list",
        role: "region",
        "aria-label": texts.table,
        tabindex: "0",
      },
      makeElement(
        "table",
        {},
        makeElement("caption", { class: "unseen" }, texts.table),
        makeElement("thead", {}, this.#head),
        this.#body,
      ),
    );
  }

  draw(data: PassesTableData): void {
    setText(this.#nowCell, data.now);
    const { passes, chosenId, shownMs, isCompared } = data;
    const first = passes.findIndex(({ los }) =>
      Date.parse(los.time) >= shownMs
    );
    const key = JSON.stringify([
      chosenId,
      isCompared,
      first,
      passes[first] &&
      isUp(passes[first], shownMs),
    ]);
    if (passes === this.#drawn?.passes && key === this.#drawn.key) return;
    this.#drawn = { passes, key };
    const shown = columns.filter((one) => one !== "latest" || isCompared);
    this.#head.replaceChildren(
      ...shown.map((column) =>
        makeElement(
          "th",
          { scope: "col", class: `of-${column}` },
          texts.columns[column],
        )
      ),
    );
    this.#nowCell.colSpan = shown.length;
    const rows = passes.map((pass, i) =>
      this.#makeRow(pass, passes[i - 1], shown, data)
    );
    rows.splice(first < 0 ? rows.length : first, 0, this.#nowRow);
    this.#replaceRows(rows);
  }

  /** Brings what is now into view; what has been stays above. */
  scrollToNow(): void {
    const { offsetTop } = this.#nowRow;
    this.element.scrollTop = Math.max(
      0,
      offsetTop - this.element.clientHeight / 3,
    );
  }

  /** The focus stays on the pass that it is on. */
  #replaceRows(rows: readonly HTMLElement[]): void {
    const focused = document.activeElement;
    const id = focused && this.#body.contains(focused)
      ? focused.closest("tr")?.dataset.pass
      : undefined;
    this.#body.replaceChildren(...rows);
    if (id === undefined) return;
    const row = rows.find(({ dataset }) => dataset.pass === id);
    row?.querySelector("button")?.focus({ preventScroll: true });
  }

  #makeRow(
    pass: Pass,
    before: Pass | undefined,
    shown: readonly Column[],
    { chosenId, shownMs }: PassesTableData,
  ): HTMLElement {
    const isChosen = pass.id === chosenId;
    const clock = pass.aos.time.slice(11, 19);
    const rise = makeElement(
      "button",
      {
        type: "button",
        "aria-label": `${clock} ${pass.name}`,
        title: texts.local(formatLocal(pass.aos.time)),
      },
      clock,
    );
    const day = formatDay(pass.aos.time);
    const isOtherDay = before === undefined ||
      day !== formatDay(before.aos.time);
    const cells = shown.map((column) =>
      column === "rise"
        ? makeElement(
          "th",
          { scope: "row", class: "of-rise" },
          rise,
          ...isOtherDay ? [small(day)] : [],
        )
        : makeElement("td", { class: `of-${column}` }, ...cell(pass, column))
    );
    const isPast = Date.parse(pass.los.time) < shownMs;
    const row = makeElement("tr", { "data-pass": pass.id }, ...cells);
    row.classList.toggle("past", isPast);
    row.classList.toggle("up", isUp(pass, shownMs));
    if (isChosen) row.setAttribute("aria-current", "true");
    row.addEventListener("click", () => this.#onChosen(pass.id));
    return row;
  }
}

function cell(pass: Pass, column: Exclude<Column, "rise">): (Node | string)[] {
  const hinted = (text: string, hint: string) =>
    hint === "" ? text : makeElement("span", { title: hint }, text);
  switch (column) {
    case "satellite":
      return [markerOf(pass.norad_id), pass.name];
    case "highest":
      return [formatElevation(pass.max_elevation_deg)];
    case "path":
      return [`${describeAzimuth(pass.aos)} – ${describeAzimuth(pass.los)}`];
    case "duration":
      return [formatDuration(pass.duration_s * 1_000)];
    case "direction":
      return [describeDirection(pass)];
    case "light":
      return [hinted(describeLight(pass), describeVisible(pass))];
    case "source": {
      const { element_set } = pass;
      return [
        hinted(describeSource(pass), describeData(pass)),
        ...element_set ? [small(describeAge(element_set))] : [],
      ];
    }
    case "error": {
      const [typical = "", ...most] = describeError(pass);
      return [typical, ...most.map(small)];
    }
    case "latest": {
      const [time = "", ...height] = describeLatest(pass);
      return [hinted(time, texts.latestHint), ...height.map(small)];
    }
  }
}

function small(text: string): HTMLElement {
  return makeElement("small", {}, text);
}

/** The sign of a satellite, in its colour. */
export function markerOf(noradId: number): HTMLElement {
  const style = satelliteStyle(noradId);
  const marker = makeElement("span", {
    class: "marker",
    "data-shape": style.marker,
    "aria-hidden": "true",
  });
  marker.style.setProperty("--satellite-dark", style.dark);
  marker.style.setProperty("--satellite-light", style.light);
  return marker;
}
