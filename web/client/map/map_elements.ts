/// <reference lib="dom" />
import { makeElement, makeIcon } from "../make_element.ts";
import { texts } from "./map_texts.ts";

const icons = {
  zoomIn: "M7 3h2v4h4v2H9v4H7V9H3V7h4z",
  zoomOut: "M3 7h10v2H3z",
  reset: "M3 3h4v2H5v2H3zm6 0h4v4h-2V5H9zM3 9h2v2h2v2H3zm8 0h2v4H9v-2h2z",
};

/** What the map is made of on the page. */
export interface MapElements {
  canvas: HTMLCanvasElement;
  /** Holds the canvas, and has the keyboard's focus. */
  area: HTMLElement;
  zoomIn: HTMLButtonElement;
  zoomOut: HTMLButtonElement;
  reset: HTMLButtonElement;
  count: HTMLElement;
  /** How the solid line is to be read. */
  past: HTMLElement;
  /** Which mark is the place that is looked from. */
  place: { entry: HTMLElement; name: HTMLElement };
  header: HTMLElement;
  message: HTMLElement;
}

/** Fills a panel with a map. */
export function makeMap(
  root: HTMLElement,
  { list, tip }: { list: HTMLElement; tip: HTMLElement },
): MapElements {
  const canvas = makeElement("canvas", { "data-testid": "map", role: "img" });
  canvas.ariaLabel = texts.title;
  const makeButton = (name: keyof typeof icons) =>
    makeElement(
      "button",
      { type: "button", "aria-label": texts[name], title: texts[name] },
      makeIcon(icons[name]),
    );
  const zoomIn = makeButton("zoomIn");
  const zoomOut = makeButton("zoomOut");
  const reset = makeButton("reset");
  const area = makeElement(
    "div",
    {
      class: "map-area",
      tabindex: "0",
      role: "group",
      "aria-label": texts.area,
    },
    canvas,
    tip,
  );
  const count = makeElement("p", { class: "map-count" });
  count.dataset.testid = "sky-count";
  const past = makeElement("dd", {}, texts.recorded);
  const placeName = makeElement("dd", { "data-testid": "map-place" });
  const placeEntry = makeEntry("place", placeName, "+");
  const key = makeElement(
    "dl",
    { class: "map-key" },
    makeEntry("past", past),
    makeEntry("coming", makeElement("dd", {}, texts.coming)),
    makeEntry("footprint", makeElement("dd", {}, texts.footprint)),
    placeEntry,
    makeEntry("night", makeElement("dd", {}, texts.night)),
  );
  const header = makeElement(
    "header",
    {},
    makeElement("h2", {}, texts.title),
    count,
    // Not on the map, of which they would cover a part.
    makeElement("div", { class: "map-zoom" }, zoomIn, zoomOut, reset),
  );
  const message = makeElement("p", { class: "map-message", hidden: "" });
  root.append(
    area,
    makeElement("div", { class: "map-side" }, header, list, message, key),
  );
  return {
    ...{ canvas, area, zoomIn, zoomOut, reset },
    ...{ count, past, header, message },
    place: { entry: placeEntry, name: placeName },
  };
}

/** What a mark on the map means. */
function makeEntry(
  mark: string,
  meaning: HTMLElement,
  text = "",
): HTMLElement {
  const sign = makeElement("dt", { class: `key-${mark}` }, text);
  return makeElement("div", {}, sign, meaning);
}
