/// <reference lib="dom" />
import { satelliteStyle } from "../colours.ts";
import { makeElement } from "../make_element.ts";
import { texts } from "../texts.ts";

const words = texts.panel;

/** The parts of a panel that change. */
export interface PanelElements {
  section: HTMLElement;
  name: HTMLElement;
  stale: HTMLElement;
  longitude: HTMLElement;
  latitude: HTMLElement;
  altitude: HTMLElement;
  altitudeCanvas: HTMLCanvasElement;
  trackCanvas: HTMLCanvasElement;
  recorded: HTMLElement;
  elements: HTMLAnchorElement;
}

/** Returns one satellite's empty panel. */
export function makePanel(noradId: number): PanelElements {
  const headingId = `satellite-${noradId}`;
  const style = satelliteStyle(noradId);
  const name = makeElement("span", {});
  const stale = makeElement("span", { class: "stale", "data-testid": "stale" });
  const longitude = reading("longitude");
  const latitude = reading("latitude");
  const altitude = reading("altitude");
  const altitudeCanvas = makeElement("canvas", { role: "img" });
  const trackCanvas = makeElement("canvas", { role: "img" });
  const recorded = makeElement("span", { "data-testid": "recorded" });
  const elements = makeElement("a", {
    class: "elements",
    "data-testid": "elements",
  });
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
        makeElement("span", {
          class: "marker",
          "data-shape": style.marker,
          "aria-hidden": "true",
        }),
        name,
      ),
      stale,
      makeElement(
        "span",
        { class: "catalogue", title: words.catalogue(noradId) },
        String(noradId),
      ),
    ),
    makeElement(
      "dl",
      { class: "readings" },
      labelled(words.longitude, longitude, words.degrees),
      labelled(words.latitude, latitude, words.degrees),
      labelled(words.altitude, altitude, words.kilometres),
    ),
    figure(words.altitudeChart, "altitude-plot", altitudeCanvas),
    figure(words.trackChart, "track-plot", trackCanvas),
    makeElement("footer", {}, recorded, elements),
  );
  section.style.setProperty("--satellite-dark", style.dark);
  section.style.setProperty("--satellite-light", style.light);
  return {
    section,
    name,
    stale,
    longitude,
    latitude,
    altitude,
    altitudeCanvas,
    trackCanvas,
    recorded,
    elements,
  };
}

function reading(testId: string): HTMLElement {
  return makeElement("span", { "data-testid": testId }, words.none);
}

function labelled(label: string, value: HTMLElement, unit: string) {
  return makeElement(
    "div",
    {},
    makeElement("dt", {}, label),
    makeElement(
      "dd",
      {},
      value,
      makeElement("span", { class: "unit" }, unit),
    ),
  );
}

function figure(title: string, plot: string, canvas: HTMLCanvasElement) {
  return makeElement(
    "figure",
    {},
    makeElement("figcaption", {}, title),
    makeElement("div", { class: `plot ${plot}` }, canvas),
  );
}
