/// <reference lib="dom" />
import { makeElement } from "../make_element.ts";
import { texts } from "./audit_texts.ts";

/** Ages of which a history can be chosen, in days. */
export const ages = [1, 3, 7, 14, 30, 90];

/** The parts of the panel that change. */
export interface AuditElements {
  section: HTMLElement;
  ageButtons: Map<number, HTMLButtonElement>;
  charts: HTMLElement;
  byAgeCanvas: HTMLCanvasElement;
  historyTitle: HTMLElement;
  rangeNote: HTMLElement;
  historyCanvas: HTMLCanvasElement;
  message: HTMLElement;
  expected: HTMLElement;
}

/** Returns the empty panel; `satellite` is the choice of one. */
export function makeAuditPanel(satellite: HTMLElement): AuditElements {
  const ageButtons = new Map(ages.map((days) => [
    days,
    makeElement(
      "button",
      { type: "button", title: texts.ageName(days) },
      texts.ageOf(days),
    ),
  ]));
  const byAgeCanvas = makeElement("canvas", { role: "img" });
  const historyCanvas = makeElement("canvas", { role: "img" });
  const historyTitle = makeElement("figcaption");
  const rangeNote = makeElement("p", { class: "range-note" });
  const message = makeElement("p", {
    class: "audit-message",
    "data-testid": "audit-message",
  });
  const expected = makeElement("span", { "data-testid": "audit-expected" });
  const charts = makeElement(
    "div",
    { class: "audit-charts" },
    makeElement(
      "figure",
      {},
      makeElement("figcaption", {}, texts.byAge),
      makeElement("div", { class: "plot audit-plot" }, byAgeCanvas),
    ),
    makeElement(
      "figure",
      {},
      historyTitle,
      rangeNote,
      makeElement("div", { class: "plot audit-plot" }, historyCanvas),
    ),
  );
  const section = makeElement(
    "section",
    {
      class: "panel audit",
      "aria-labelledby": "audit-title",
      "data-testid": "audit",
    },
    makeElement(
      "header",
      {},
      makeElement("h2", { id: "audit-title" }, texts.title),
      satellite,
      makeElement(
        "div",
        { class: "segments", role: "group", "aria-label": texts.age },
        ...ageButtons.values(),
      ),
    ),
    message,
    charts,
    makeElement(
      "footer",
      {},
      expected,
      makeElement("span", {}, texts.what),
    ),
  );
  return {
    section,
    ageButtons,
    charts,
    byAgeCanvas,
    historyTitle,
    rangeNote,
    historyCanvas,
    message,
    expected,
  };
}
