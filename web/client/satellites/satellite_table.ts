/// <reference lib="dom" />
import type { Moment } from "../feed/moment.ts";
import type { Recording } from "../feed/recording.ts";
import type { Roster } from "../feed/roster.ts";
import { formatCount, formatIso, formatTimeOfDay } from "../format.ts";
import { makeElement, setText } from "../make_element.ts";
import { formatLocal } from "../passes/format_day.ts";
import type { View } from "../view.ts";
import { columns, TableRowElement } from "./table_elements.ts";
import { type TableList, TableReader } from "./table_reader.ts";
import {
  findRows,
  rowOf,
  sortRows,
  type TableColumn,
  type TableRow,
  type TableSort,
} from "./table_rows.ts";
import { texts } from "./table_texts.ts";

/** So many rows at first, and as many more when asked for. */
const rowsAtOnce = 100;
/** Who types is not asked for with each letter. */
const typingMs = 250;

/** What is chosen is shown sooner than this, or not at all. */
const patienceMs = 5_000;

/** Changes which satellites have a column. */
export interface TableActions {
  readonly roster: Roster;
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
    "data-testid": "table-search",
  });
  readonly #count = makeElement("p", {
    role: "status",
    "data-testid": "table-count",
  });
  readonly #asOf = makeElement("p", { class: "table-as-of" });
  readonly #heads = new Map<TableColumn, HTMLElement>();
  readonly #body = makeElement("tbody");
  readonly #more = makeElement("button", { type: "button", class: "quiet" });
  readonly #rows = new Map<number, TableRowElement>();
  #sort: TableSort = { column: "name", isDown: false };
  #most = rowsAtOnce;
  #list: TableList | null = null;
  #all: readonly TableRow[] = [];
  #shown: ReadonlySet<number> = new Set();
  /** What has just been chosen, until it is shown. */
  readonly #pending = new Map<number, { isShown: boolean; untilMs: number }>();
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

  draw({ satellites }: Recording, { nowMs }: Moment): void {
    if (!this.#actions.roster.isLarge) return;
    if (this.#root.hidden) this.#appear();
    this.#nowMs = nowMs;
    void this.#reader.askFor(this.#search.value.trim());
    const shown = new Set(satellites.keys());
    const isSame = shown.symmetricDifference(this.#shown).size === 0;
    const isSettled = this.#settle(shown);
    if (isSame && !isSettled) return;
    this.#shown = shown;
    this.#redraw();
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
        this.#search,
      ),
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
      const { column: before, isDown } = this.#sort;
      this.#sort = { column, isDown: before === column && !isDown };
      this.#redraw();
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
    let timer: ReturnType<typeof setTimeout> | undefined;
    this.#search.addEventListener("input", () => {
      this.#most = rowsAtOnce;
      this.#redraw();
      clearTimeout(timer);
      timer = setTimeout(
        () => void this.#reader.askFor(this.#search.value.trim()),
        typingMs,
      );
    });
    this.#more.addEventListener("click", () => {
      this.#most += rowsAtOnce;
      this.#redraw();
    });
  }

  #choose(noradId: number, isShown: boolean): void {
    const untilMs = performance.now() + patienceMs;
    this.#pending.set(noradId, { isShown, untilMs });
    if (isShown) this.#actions.add(noradId);
    else this.#actions.remove(noradId);
  }

  /** Forgets what was chosen once it is shown, or is not going to be; returns whether any was. */
  #settle(shown: ReadonlySet<number>): boolean {
    const before = this.#pending.size;
    for (const [noradId, { isShown, untilMs }] of this.#pending) {
      const isOver = performance.now() > untilMs;
      if (isOver || shown.has(noradId) === isShown) {
        this.#pending.delete(noradId);
      }
    }
    return this.#pending.size < before;
  }

  #redraw(): void {
    const list = this.#list;
    if (!list) return;
    const found = findRows(this.#all, this.#search.value);
    const rows = sortRows(found, this.#sort).slice(0, this.#most);
    this.#describe(found.length, list);
    for (const [column, head] of this.#heads) {
      const { column: by, isDown } = this.#sort;
      const sorted = column !== by ? null : isDown ? "descending" : "ascending";
      if (head.ariaSort !== sorted) head.ariaSort = sorted;
    }
    const elements = rows.map((row) => {
      const { noradId } = row;
      const one = this.#rows.get(noradId) ??
        new TableRowElement(
          noradId,
          (isShown) => this.#choose(noradId, isShown),
        );
      this.#rows.set(noradId, one);
      const isShown = this.#pending.get(noradId)?.isShown ??
        this.#shown.has(noradId);
      const isLast = isShown && this.#shown.size === 1;
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

  #describe(found: number, { satellites, isCut, nowMs }: TableList): void {
    const count = formatCount(satellites.length);
    setText(
      this.#count,
      found === 0
        ? texts.none
        : isCut
        ? texts.first(count)
        : found < satellites.length
        ? texts.found(formatCount(found), texts.count(count))
        : texts.count(count),
    );
    setText(this.#asOf, texts.asOf(formatTimeOfDay(nowMs)));
    this.#asOf.title = formatLocal(formatIso(nowMs));
  }
}
