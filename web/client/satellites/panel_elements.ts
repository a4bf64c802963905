/// <reference lib="dom" />
import { type Exports, makeExports } from "../export/export_buttons.ts";
import { makeElement } from "../make_element.ts";
import { markerOf } from "../marker.ts";
import { texts } from "../texts.ts";
import { type ColumnActions, makeColumnActions } from "./column_actions.ts";
import { texts as columnTexts } from "./columns_texts.ts";

const words = texts.panel;

/** A number, and its unit beside it. */
export interface Reading {
  value: HTMLElement;
  unit: HTMLElement;
}

/** The parts of a panel that change. */
export interface PanelElements {
  section: HTMLElement;
  name: HTMLElement;
  stale: HTMLElement;
  pointed: HTMLElement;
  actions: ColumnActions;
  latitude: Reading;
  longitude: Reading;
  altitude: Reading;
  altitudeCanvas: HTMLCanvasElement;
  trackCanvas: HTMLCanvasElement;
  recorded: HTMLElement;
  filledIn: HTMLElement;
  elements: HTMLAnchorElement;
  exports: Exports;
}

/** Returns one satellite's empty panel. */
export function makePanel(noradId: number): PanelElements {
  const headingId = `satellite-${noradId}`;
  const name = makeElement("span", {});
  const stale = makeElement("span", { class: "stale", "data-testid": "stale" });
  const pointed = makeElement("span", {
    class: "pointed",
    "data-testid": "pointed",
    hidden: "",
  });
  const actions = makeColumnActions();
  const latitude = reading("latitude");
  const longitude = reading("longitude");
  const altitude = reading("altitude", words.kilometres);
  // A time can be chosen on it, as on a slider, and so it is one.
  const altitudeCanvas = makeElement("canvas", {
    role: "slider",
    tabindex: "0",
    "aria-valuemin": "0",
    "aria-valuemax": "100",
    "aria-valuenow": "100",
    "aria-valuetext": columnTexts.noValueText,
    "aria-label": words.altitudeChart,
    "aria-description": columnTexts.chartHint,
    "data-testid": "altitude-chart",
  });
  const trackCanvas = makeElement("canvas", {
    role: "img",
    "data-testid": "track-chart",
  });
  const recorded = makeElement("span", { "data-testid": "recorded" });
  const filledIn = makeElement("span", {
    class: "filled-in",
    title: columnTexts.filledInHint,
    "data-testid": "filled-in",
    hidden: "",
  });
  // An answer of the API: it would take the place of the page.
  const elements = makeElement("a", {
    class: "elements",
    target: "_blank",
    "data-testid": "elements",
  });
  const exports = makeExports();
  const section = makeElement(
    "section",
    {
      class: "panel",
      "aria-labelledby": headingId,
      "data-testid": `panel-${noradId}`,
    },
    makeElement(
      "header",
      {},
      makeElement(
        "h2",
        { id: headingId },
        markerOf(noradId),
        name,
      ),
      makeElement(
        "span",
        { class: "catalogue", title: words.catalogue(noradId) },
        String(noradId),
      ),
      actions.element,
      makeElement("p", { class: "standing" }, elements, stale, pointed),
    ),
    makeElement(
      "dl",
      { class: "readings" },
      labelled(words.latitude, latitude),
      labelled(words.longitude, longitude),
      labelled(words.altitude, altitude),
    ),
    figure([words.altitudeChart, filledIn], "altitude-plot", altitudeCanvas),
    figure([words.trackChart], "track-plot", trackCanvas),
    makeElement("footer", {}, recorded, exports.element),
  );
  return {
    section,
    name,
    stale,
    pointed,
    actions,
    latitude,
    longitude,
    altitude,
    altitudeCanvas,
    trackCanvas,
    recorded,
    filledIn,
    elements,
    exports,
  };
}

function reading(testId: string, unit = ""): Reading {
  return {
    value: makeElement("span", { "data-testid": testId }, words.none),
    unit: makeElement("span", { class: "unit" }, unit),
  };
}

function labelled(label: string, { value, unit }: Reading) {
  return makeElement(
    "div",
    {},
    makeElement("dt", {}, label),
    makeElement("dd", {}, value, unit),
  );
}

function figure(
  caption: (Node | string)[],
  plot: string,
  canvas: HTMLCanvasElement,
) {
  return makeElement(
    "figure",
    {},
    makeElement("figcaption", {}, ...caption),
    makeElement("div", { class: `plot ${plot}` }, canvas),
  );
}
