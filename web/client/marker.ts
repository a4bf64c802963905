/// <reference lib="dom" />
import { satelliteStyle } from "./colours.ts";
import { makeElement } from "./make_element.ts";

/** The sign of a satellite, in its colour. */
export function markerOf(noradId: number): HTMLElement {
  const style = satelliteStyle(noradId);
  const marker = makeElement("span", {
    class: "marker",
    "data-shape": style.marker,
    "aria-hidden": "true",
  });
  marker.style.setProperty("--satellite-dark", style.dark);
  marker.style.setProperty("--satellite-light", style.light);
  return marker;
}
