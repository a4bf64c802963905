/// <reference lib="dom" />
import { formatLocal } from "../format_local.ts";
import { makeElement, setText } from "../make_element.ts";
import type { Pass } from "./contract.ts";
import { isUp } from "./countdown.ts";
import { fitColumns } from "./fit_columns.ts";
import { formatDay } from "./format_day.ts";
import {
  type Column,
  columns,
  goFirst,
  makeCell,
  small,
} from "./pass_cells.ts";
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

/** Passes that were and passes to come, with now in between. */
export class PassesTable {
  readonly element: HTMLElement;
  readonly #region: HTMLElement;
  readonly #table: HTMLTableElement;
  readonly #head = makeElement("tr");
  readonly #body = makeElement("tbody", { "data-testid": "passes" });
  readonly #nowCell = makeElement("th", { scope: "rowgroup" });
  readonly #nowRow = makeElement("tr", { class: "now" }, this.#nowCell);
  readonly #without = makeElement("p", {
    class: "hint",
    "data-testid": "without",
  });
  readonly #onChosen: (id: string) => void;
  #drawn: { passes: readonly Pass[]; isCompared: boolean } | null = null;
  #rows: readonly HTMLElement[] = [];

  constructor(onChosen: (id: string) => void) {
    this.#onChosen = onChosen;
    this.#table = makeElement(
      "table",
      {},
      makeElement("caption", { class: "unseen" }, texts.table),
      makeElement("thead", {}, this.#head),
      this.#body,
    );
    this.#region = makeElement(
      "div",
      {
        class: "passes-list",
        role: "region",
        "aria-label": texts.table,
        tabindex: "0",
      },
      this.#table,
    );
    this.element = makeElement(
      "div",
      { class: "passes-table" },
      this.#region,
      this.#without,
    );
    new ResizeObserver(() => this.#fit()).observe(this.#region);
  }

  draw(data: PassesTableData): void {
    setText(this.#nowCell, data.now);
    this.#nowCell.title = formatLocal(data.shownMs);
    const { passes, isCompared } = data;
    if (
      passes !== this.#drawn?.passes || isCompared !== this.#drawn.isCompared
    ) {
      this.#drawn = { passes, isCompared };
      this.#drawPasses(passes, isCompared);
    }
    this.#drawStates(data);
  }

  #drawPasses(passes: readonly Pass[], isCompared: boolean): void {
    const shown = columns.filter((one) => one !== "latest" || isCompared);
    this.#head.replaceChildren(
      ...shown.map((column) =>
        makeElement(
          "th",
          { scope: "col", "data-column": column },
          texts.columns[column],
        )
      ),
    );
    this.#nowCell.colSpan = shown.length;
    this.#rows = passes.map((pass, i) =>
      this.#makeRow(pass, passes[i - 1], shown)
    );
    this.#replaceRows(this.#rows);
    this.#fit();
  }

  /** Each as it rises and sets, also where several are up at once. */
  #drawStates({ passes, chosenId, shownMs }: PassesTableData): void {
    for (const [i, pass] of passes.entries()) {
      const row = this.#rows[i]!;
      row.classList.toggle("past", Date.parse(pass.los.time) < shownMs);
      row.classList.toggle("up", isUp(pass, shownMs));
      if (pass.id === chosenId) row.setAttribute("aria-current", "true");
      else row.removeAttribute("aria-current");
    }
    const first = this.#rows.find((row) => !row.classList.contains("past"));
    const isInPlace = this.#nowRow.parentElement === this.#body &&
      this.#nowRow.nextElementSibling === (first ?? null);
    if (!isInPlace) this.#body.insertBefore(this.#nowRow, first ?? null);
  }

  /** Brings what is now into view; what has been stays above. */
  scrollToNow(): void {
    const { offsetTop } = this.#nowRow;
    this.#region.scrollTop = Math.max(
      0,
      offsetTop - this.#region.clientHeight / 3,
    );
  }

  /** Leaves out the columns that have no room, and says which: nothing is cut. */
  #fit(): void {
    const { dataset, scrollTop } = this.#region;
    delete dataset.without;
    this.#region.classList.add("measured");
    const heads = [...this.#head.children] as HTMLElement[];
    const columnOf = (head: HTMLElement) => head.dataset.column as Column;
    const widths = new Map(
      heads.map((head) =>
        [columnOf(head), head.getBoundingClientRect().width] as const
      ),
    );
    this.#region.classList.remove("measured");
    const shown = fitColumns(widths, this.#region.clientWidth, goFirst);
    const without = [...widths.keys()].filter((one) => !shown.includes(one));
    dataset.without = without.join(" ");
    // As narrow as it can be it may have been too short for that.
    this.#region.scrollTop = scrollTop;
    const names = without.map((column) => `“${texts.columns[column]}”`);
    setText(this.#without, without.length > 0 ? texts.without(names) : "");
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
  ): HTMLElement {
    const clock = pass.aos.time.slice(11, 19);
    const rise = makeElement(
      "button",
      {
        type: "button",
        "aria-label": `${clock} ${pass.name}`,
        title: formatLocal(Date.parse(pass.aos.time)),
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
        : makeElement(
          "td",
          { class: `of-${column}` },
          ...makeCell(pass, column),
        )
    );
    const row = makeElement("tr", { "data-pass": pass.id }, ...cells);
    row.addEventListener("click", () => this.#onChosen(pass.id));
    return row;
  }
}
