/// <reference lib="dom" />
import { makeElement } from "../make_element.ts";
import { texts } from "./passes_texts.ts";

/** The parts of the small panel that change. */
export interface NextPassesElements {
  title: HTMLElement;
  next: HTMLElement;
  message: HTMLElement;
  /** All that rests on an answer. */
  answered: HTMLElement;
  rows: HTMLElement;
  plot: HTMLCanvasElement;
  link: HTMLAnchorElement;
}

/** Fills the small panel. */
export function makeNextPasses(root: HTMLElement): NextPassesElements {
  const title = makeElement("h2", { id: "next-passes-title" }, texts.title);
  const next = makeElement("p", { class: "hint" });
  const message = makeElement("p", { class: "passes-message" });
  const rows = makeElement("tbody", { "data-testid": "next-rows" });
  const plot = makeElement("canvas", { role: "img" });
  const link = makeElement("a", { "data-testid": "to-passes" });
  const columns = texts.nextColumns.map((name) =>
    makeElement("th", { scope: "col" }, name)
  );
  const answered = makeElement(
    "div",
    { class: "next-passes-body" },
    makeElement(
      "table",
      {},
      makeElement("caption", { class: "unseen" }, texts.nearest),
      makeElement(
        "thead",
        {},
        makeElement(
          "tr",
          {},
          ...columns,
          makeElement(
            "th",
            { scope: "col" },
            makeElement("span", { class: "unseen" }, texts.nextState),
          ),
        ),
      ),
      rows,
    ),
    makeElement("div", { class: "sky-plot" }, plot),
  );
  root.setAttribute("aria-labelledby", title.id);
  root.append(
    makeElement("header", {}, title, link),
    next,
    message,
    answered,
  );
  return { title, next, message, answered, rows, plot, link };
}
