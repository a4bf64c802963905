/// <reference lib="dom" />
import {
  formatAge,
  formatDuration,
  formatLatitude,
  formatLongitude,
  formatReading,
  formatTimeOfDay,
} from "../format.ts";
import { makeElement, setText } from "../make_element.ts";
import { formatLocal } from "../format_local.ts";
import { markerOf } from "../marker.ts";
import { columns, type TableRow } from "./table_rows.ts";
import { oldElementsMs } from "./old_elements.ts";
import { texts } from "./table_texts.ts";

/** One row of the table, whose cells are filled as often as there is news. */
export class TableRowElement {
  readonly element: HTMLTableRowElement;
  readonly #toggle = makeElement("input", { type: "checkbox" });
  readonly #cells: Record<string, HTMLElement> = {};

  constructor(noradId: number, onToggle: (isShown: boolean) => void) {
    const name = this.#cells.name = makeElement("span", {});
    const others = columns.slice(1).map((column) =>
      this.#cells[column] = makeElement("td", { "data-column": column })
    );
    this.#toggle.addEventListener(
      "change",
      () => onToggle(this.#toggle.checked),
    );
    this.element = makeElement(
      "tr",
      { "data-testid": `row-${noradId}` },
      makeElement(
        "th",
        { scope: "row" },
        makeElement("label", {}, this.#toggle, markerOf(noradId), name),
      ),
      ...others,
    );
  }

  /** @param options.isLast Of those shown it is the only one, and stays. */
  draw(
    row: TableRow,
    { isShown, isLast, nowMs }: {
      isShown: boolean;
      isLast: boolean;
      nowMs: number;
    },
  ): void {
    const { name, lastMs, elementsAgeMs, silenceMs } = row;
    const cells = this.#cells;
    setText(cells.name!, name);
    setText(cells.noradId!, String(row.noradId));
    setText(cells.latitudeDeg!, written(row.latitudeDeg, formatLatitude));
    setText(cells.longitudeDeg!, written(row.longitudeDeg, formatLongitude));
    setText(cells.altitudeKm!, written(row.altitudeKm, formatReading));
    setText(
      cells.lastMs!,
      lastMs === null ? texts.unknown : formatTimeOfDay(lastMs, nowMs),
    );
    if (lastMs !== null) cells.lastMs!.title = formatLocal(lastMs);
    const age = elementsAgeMs === null
      ? texts.unknown
      : formatAge(elementsAgeMs);
    setText(cells.elementsAgeMs!, age);
    cells.elementsAgeMs!.classList.toggle(
      "old",
      Math.abs(elementsAgeMs ?? 0) > oldElementsMs,
    );
    setText(
      cells.silenceMs!,
      silenceMs === 0
        ? texts.current
        : Number.isFinite(silenceMs)
        ? texts.silent(formatDuration(silenceMs))
        : texts.unknown,
    );
    this.element.classList.toggle("is-silent", silenceMs > 0);
    this.#toggle.checked = isShown;
    this.#toggle.disabled = isLast;
    this.#toggle.title = texts.hasColumn(name);
  }
}

function written(
  value: number | null,
  format: (value: number) => string,
): string {
  return value === null ? texts.unknown : format(value);
}
