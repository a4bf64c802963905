/// <reference lib="dom" />
import { formatDuration } from "../format.ts";
import { makeElement } from "../make_element.ts";
import { markerOf } from "../marker.ts";
import type { Pass } from "./contract.ts";
import {
  describeAge,
  describeAzimuth,
  describeData,
  describeDirection,
  describeError,
  describeLatest,
  describeLight,
  describeSource,
  describeVisible,
  formatElevation,
} from "./describe_pass.ts";
import { texts } from "./passes_texts.ts";

export const columns = [
  "rise",
  "satellite",
  "highest",
  "path",
  "duration",
  "direction",
  "light",
  "source",
  "error",
  "latest",
] as const;
export type Column = (typeof columns)[number];

/**
 * What goes first where there is no room; the details of a pass have it, too.
 * How far off it may be stays longest: all the rest is worth no more than that.
 */
export const goFirst: readonly Column[] = [
  "direction",
  "light",
  "source",
  "duration",
  "path",
  "error",
];

/** Returns what a row says in each of its columns but the first. */
export function makeCell(
  pass: Pass,
  column: Exclude<Column, "rise">,
): (Node | string)[] {
  const hinted = (text: string, hint: string) =>
    hint === "" ? text : makeElement("span", { title: hint }, text);
  switch (column) {
    case "satellite":
      return [markerOf(pass.norad_id), pass.name];
    case "highest":
      return [formatElevation(pass.max_elevation_deg)];
    case "path":
      return [
        makeElement("span", {}, `${describeAzimuth(pass.aos)} –`),
        " ",
        makeElement("span", {}, describeAzimuth(pass.los)),
      ];
    case "duration":
      return [formatDuration(pass.duration_s * 1_000)];
    case "direction":
      return [describeDirection(pass)];
    case "light":
      return [hinted(describeLight(pass), describeVisible(pass))];
    case "source": {
      const { element_set } = pass;
      return [
        hinted(describeSource(pass), describeData(pass)),
        ...element_set ? [small(describeAge(element_set))] : [],
      ];
    }
    case "error": {
      const [typical = "", ...most] = describeError(pass);
      return [typical, ...most.map(small)];
    }
    case "latest": {
      const [time = "", ...height] = describeLatest(pass);
      return [hinted(time, texts.latestHint), ...height.map(small)];
    }
  }
}

export function small(text: string): HTMLElement {
  return makeElement("small", {}, text);
}
