/// <reference lib="dom" />
import { makeElement } from "../make_element.ts";
import type { Node } from "./contract.ts";
import { texts } from "./drift_texts.ts";

/** The parts of the panel that change. */
export interface DriftElements {
  section: HTMLElement;
  nodeButtons: Map<Node, HTMLButtonElement>;
  chart: HTMLElement;
  canvas: HTMLCanvasElement;
  message: HTMLElement;
  extent: HTMLElement;
  rangeNote: HTMLElement;
}

/** Returns the empty panel; `satellite` is the choice of one. */
export function makeDriftPanel(satellite: HTMLElement): DriftElements {
  const nodeButtons = new Map(
    (["descending", "ascending"] as const).map((node) => [
      node,
      makeElement("button", { type: "button" }, texts.nodes[node]),
    ]),
  );
  const canvas = makeElement("canvas", { role: "img" });
  const message = makeElement("p", {
    class: "drift-message",
    "data-testid": "drift-message",
  });
  const extent = makeElement("span", { "data-testid": "drift-extent" });
  const rangeNote = makeElement("p", { class: "range-note" });
  const chart = makeElement(
    "figure",
    {},
    makeElement("figcaption", {}, texts.chart),
    rangeNote,
    makeElement("div", { class: "plot drift-plot" }, canvas),
  );
  const section = makeElement(
    "section",
    {
      class: "panel drift",
      "aria-labelledby": "drift-title",
      "data-testid": "drift",
    },
    makeElement(
      "header",
      {},
      makeElement("h2", { id: "drift-title" }, texts.title),
      satellite,
      makeElement(
        "div",
        { class: "segments", role: "group", "aria-label": texts.node },
        ...nodeButtons.values(),
      ),
    ),
    message,
    chart,
    makeElement(
      "footer",
      {},
      extent,
      makeElement("span", {}, texts.lines),
    ),
  );
  return { section, nodeButtons, chart, canvas, message, extent, rangeNote };
}
