/// <reference lib="dom" />
import { formatLocal } from "../format_local.ts";
import { makeElement, setText } from "../make_element.ts";
import type { Cell, Row, Rows } from "./status_row.ts";

/** A table under a title, of which only what changes is written anew. */
export class StatusTable {
  readonly section: HTMLElement;
  readonly #note = makeElement("p", { class: "as-left" });
  readonly #table = makeElement("table");
  readonly #body = makeElement("tbody");
  readonly #empty: HTMLElement;
  readonly #name: string;

  /**
   * @param heads Of the columns; none where a row is a name and what it is.
   * @param empty What is said where there are no rows.
   */
  constructor(
    name: string,
    title: string,
    { heads = [], empty = "" }: {
      heads?: readonly string[];
      empty?: string;
    },
  ) {
    this.#name = name;
    const titleId = `status-${name}`;
    this.#empty = makeElement("p", { class: "empty" }, empty);
    if (heads.length > 0) {
      const cells = heads.map((head) =>
        makeElement("th", { scope: "col" }, head)
      );
      this.#table.append(
        makeElement("thead", {}, makeElement("tr", {}, ...cells)),
      );
    }
    this.#table.setAttribute("aria-labelledby", titleId);
    this.#table.append(this.#body);
    this.section = makeElement(
      "section",
      {
        class: `panel of-${name}`,
        "aria-labelledby": titleId,
        "data-testid": `status-${name}`,
      },
      makeElement("header", {}, makeElement("h2", { id: titleId }, title)),
      this.#note,
      this.#empty,
      makeElement("div", { class: "table" }, this.#table),
    );
  }

  draw({ rows, old = "" }: Rows): void {
    setText(this.#note, old);
    this.section.classList.toggle("is-old", old !== "");
    this.#empty.hidden = rows.length > 0;
    this.#table.hidden = rows.length === 0;
    while (this.#body.rows.length > rows.length) this.#body.deleteRow(-1);
    rows.forEach((row, i) => this.#drawRow(row, i));
  }

  #drawRow(row: Row, i: number): void {
    const tr = this.#body.rows[i] ?? this.#body.insertRow();
    row.forEach((cell, j) => {
      if (!tr.cells[j]) {
        tr.append(
          j === 0 ? makeElement("th", { scope: "row" }) : makeElement("td"),
        );
      }
      drawCell(tr.cells[j]!, cell);
    });
    tr.dataset.testid = `${this.#name}-${row[0]?.text}`;
  }
}

function drawCell(element: HTMLElement, { text, tone, atMs }: Cell): void {
  setText(element, text);
  if (tone) element.dataset.tone = tone;
  else delete element.dataset.tone;
  const title = atMs === undefined ? "" : formatLocal(atMs);
  if (element.title !== title) element.title = title;
}
