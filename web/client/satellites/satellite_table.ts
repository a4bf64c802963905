/// <reference lib="dom" />
import { makeExports } from "../export/export_buttons.ts";
import type { Moment } from "../feed/moment.ts";
import type { Recording } from "../feed/recording.ts";
import { mostPanels, type Roster } from "../feed/roster.ts";
import { formatCount, formatTimeOfDay } from "../format.ts";
import { makeElement, setText } from "../make_element.ts";
import { formatLocal } from "../format_local.ts";
import type { ViewState } from "../time_control/view_state.ts";
import type { View } from "../view.ts";
import { PendingChoices } from "./pending_choices.ts";
import {
  defaultTableChoice,
  longestSearch,
  type TableChoice,
} from "./table_choice.ts";
import { tableCsv } from "./table_csv.ts";
import { TableRowElement } from "./table_elements.ts";
import {
  isAnswerTo,
  type TableList,
  tablePath,
  TableReader,
} from "./table_reader.ts";
import {
  columns,
  findRows,
  rowOf,
  sortRows,
  type TableColumn,
  type TableRow,
} from "./table_rows.ts";
import { texts } from "./table_texts.ts";

/** So many rows at first, and as many more when asked for. */
const rowsAtOnce = 100;

/** Changes which satellites have a column, and what the table shows. */
export interface TableActions {
  readonly roster: Roster;
  chooseTable(table: TableChoice): void;
  add(noradId: number): void;
  remove(noradId: number): void;
}

/**
 * All satellites in a table, where there are more than can have a column each:
 * where they are now, how fresh that is, and which of them have a column.
 */
export class SatelliteTable implements View {
  readonly #root: HTMLElement;
  readonly #actions: TableActions;
  readonly #reader: TableReader;
  readonly #search = makeElement("input", {
    type: "search",
    "aria-label": texts.search,
    placeholder: texts.search,
    maxlength: String(longestSearch),
    "data-testid": "table-search",
  });
  readonly #count = makeElement("p", {
    role: "status",
    "data-testid": "table-count",
  });
  /** Which of those chosen wait for a column. */
  readonly #waiting = makeElement("p", {
    class: "table-waiting",
    role: "status",
    "data-testid": "table-waiting",
  });
  readonly #asOf = makeElement("p", { class: "table-as-of" });
  readonly #exports = makeExports();
  readonly #heads = new Map<TableColumn, HTMLElement>();
  readonly #body = makeElement("tbody");
  readonly #more = makeElement("button", { type: "button", class: "quiet" });
  readonly #rows = new Map<number, TableRowElement>();
  #choice = defaultTableChoice;
  #most = rowsAtOnce;
  #list: TableList | null = null;
  #all: readonly TableRow[] = [];
  #chosen: ReadonlySet<number> = new Set();
  readonly #pending = new PendingChoices();
  #nowMs = 0;

  constructor(root: HTMLElement, actions: TableActions) {
    this.#root = root;
    this.#actions = actions;
    this.#reader = new TableReader({
      now: () => this.#nowMs,
      onRead: (list) => {
        this.#list = list;
        this.#all = list.satellites.map((info) => rowOf(info, list.nowMs));
        this.#redraw();
      },
      onFailed: () => setText(this.#asOf, texts.failed),
    });
    this.#wire();
  }

  draw(
    _recording: Recording,
    { nowMs }: Moment,
    { satellites, table }: ViewState,
  ): void {
    const { roster } = this.#actions;
    if (!roster.isLarge) return;
    if (this.#root.hidden) this.#appear();
    this.#nowMs = nowMs;
    const chosen = new Set(roster.chosen(satellites));
    const isSettled = this.#pending.settle(chosen);
    const isSame = !isSettled && table === this.#choice &&
      [...chosen].join() === [...this.#chosen].join();
    this.#chosen = chosen;
    if (table !== this.#choice) this.#take(table);
    void this.#reader.askFor(table.search.trim());
    if (!isSame) this.#redraw();
  }

  /** As the address has it. */
  #take(table: TableChoice): void {
    this.#choice = table;
    if (this.#search.value !== table.search) this.#search.value = table.search;
  }

  /** All of its colours are of the style sheet. */
  retheme(): void {}

  #appear(): void {
    const heads = columns.map((column) => this.#makeHead(column));
    this.#root.append(
      makeElement(
        "header",
        {},
        makeElement("h2", {}, texts.title),
        this.#count,
        this.#exports.element,
        this.#search,
      ),
      this.#waiting,
      makeElement(
        "div",
        {
          class: "table-scroll",
          role: "region",
          "aria-label": texts.region,
          tabindex: "0",
        },
        makeElement(
          "table",
          {},
          makeElement(
            "thead",
            {},
            makeElement("tr", {}, ...heads),
          ),
          this.#body,
        ),
        this.#more,
      ),
      this.#asOf,
    );
    this.#root.hidden = false;
  }

  #makeHead(column: TableColumn): HTMLElement {
    const button = makeElement(
      "button",
      { type: "button" },
      texts.columns[column],
    );
    button.addEventListener("click", () => {
      const { column: before, isDown } = this.#choice.sort;
      this.#change({ sort: { column, isDown: before === column && !isDown } });
    });
    const head = makeElement(
      "th",
      { scope: "col", "data-column": column },
      button,
    );
    this.#heads.set(column, head);
    return head;
  }

  #wire(): void {
    this.#search.addEventListener("input", () => {
      this.#most = rowsAtOnce;
      this.#change({ search: this.#search.value });
    });
    this.#more.addEventListener("click", () => {
      this.#most += rowsAtOnce;
      this.#redraw();
    });
  }

  #change(change: Partial<TableChoice>): void {
    this.#choice = { ...this.#choice, ...change };
    this.#redraw();
    this.#actions.chooseTable(this.#choice);
  }

  #choose(noradId: number, isChosen: boolean): void {
    this.#pending.add(noradId, isChosen);
    if (isChosen) this.#actions.add(noradId);
    else this.#actions.remove(noradId);
    this.#redraw();
  }

  #redraw(): void {
    const list = this.#list;
    if (!list) return;
    const { search, sort } = this.#choice;
    const found = findRows(this.#all, search);
    const rows = sortRows(found, sort).slice(0, this.#most);
    this.#describe(found.length, list);
    this.#exports.offer(texts.exported, {
      csv: () => tableCsv(rows, list.nowMs),
      path: () => tablePath(search.trim()),
    });
    for (const [column, head] of this.#heads) {
      const { column: by, isDown } = sort;
      const sorted = column !== by ? null : isDown ? "descending" : "ascending";
      if (head.ariaSort !== sorted) head.ariaSort = sorted;
    }
    const chosen = this.#pending.applyTo(this.#chosen);
    const elements = rows.map((row) => {
      const { noradId } = row;
      const one = this.#rows.get(noradId) ??
        new TableRowElement(
          noradId,
          (isChosen) => this.#choose(noradId, isChosen),
        );
      this.#rows.set(noradId, one);
      const isShown = chosen.has(noradId);
      const isLast = isShown && chosen.size === 1;
      one.draw(row, { isShown, isLast, nowMs: list.nowMs });
      return one.element;
    });
    this.#place(elements);
    const more = Math.min(rowsAtOnce, found.length - rows.length);
    this.#more.hidden = more <= 0;
    setText(this.#more, texts.more(formatCount(more)));
  }

  /** What is moved loses the focus, and gets it back. */
  #place(elements: readonly HTMLElement[]): void {
    const { children } = this.#body;
    const isSame = children.length === elements.length &&
      elements.every((element, i) => children[i] === element);
    if (isSame) return;
    const focused = document.activeElement;
    this.#body.replaceChildren(...elements);
    if (focused instanceof HTMLElement && this.#body.contains(focused)) {
      focused.focus({ preventScroll: true });
    }
  }

  #describe(found: number, list: TableList): void {
    const { nowMs } = list;
    const isAnswer = isAnswerTo(this.#choice.search.trim(), list);
    setText(
      this.#count,
      isAnswer ? describeCount(found, list) : texts.searching,
    );
    setText(this.#waiting, this.#describeWaiting());
    setText(this.#asOf, texts.asOf(formatTimeOfDay(nowMs)));
    this.#asOf.title = formatLocal(nowMs);
  }

  #describeWaiting(): string {
    const names = new Map(
      this.#all.map(({ noradId, name }) => [noradId, name]),
    );
    const waiting = [...this.#chosen].slice(mostPanels)
      .map((noradId) => names.get(noradId) ?? String(noradId));
    return waiting.length === 0 ? "" : texts.waiting(waiting, mostPanels);
  }
}

function describeCount(
  found: number,
  { satellites, isCut }: TableList,
): string {
  if (found === 0) return texts.none;
  const count = formatCount(satellites.length);
  if (isCut) return texts.first(count);
  return found < satellites.length
    ? texts.found(formatCount(found), texts.count(count))
    : texts.count(count);
}
