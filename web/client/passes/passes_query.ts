import type { TimeRange } from "../feed/position_window.ts";
import { formatIso } from "../format.ts";
import type { Pass } from "./contract.ts";
import type { PassesChoice } from "./passes_choice.ts";
import type { Place } from "./place.ts";

/** So many passes are listed at most: what the API gives at once. */
export const mostPasses = 1_000;

/** A track has about so many points: one for each few pixels of the plot. */
const trackPoints = 100;
const mostStepS = 60;

/**
 * Returns the filters of a choice as the API takes them, without the range;
 * null where there is no place to look from.
 *
 * @param shown Catalogue numbers of all that the page shows.
 */
export function passesFilters(
  choice: PassesChoice,
  shown: readonly number[],
): string | null {
  const { place, noradId, minElevationDeg, direction } = choice;
  const satellites = noradId === null ? shown : [noradId];
  if (place === null || satellites.length === 0) return null;
  return [
    `satellites=${satellites.join(",")}`,
    ...placeParts(place),
    `min_elevation_deg=${minElevationDeg}`,
    ...direction ? [`direction=${direction}`] : [],
    ...choice.visibleOnly ? ["visible_only=true"] : [],
    ...choice.timeOfDay ? [`time_of_day=${choice.timeOfDay}`] : [],
    ...elementParts(choice),
  ].join("&");
}

/** Returns the path of passes in a range, below `/api/v1/`. */
export function passesPath(filters: string, range: TimeRange): string {
  const { fromMs, toMs } = range;
  const from = formatIso(fromMs);
  const to = formatIso(toMs);
  return `passes?${filters}&from=${from}&to=${to}&limit=${mostPasses}`;
}

/**
 * Returns the path of one pass with its track: of what is up at its highest
 * point, and no filters, since it has passed them.
 */
export function trackPath(
  { norad_id, tca, duration_s }: Pass,
  choice: PassesChoice,
): string {
  const tcaMs = Math.floor(Date.parse(tca.time) / 1_000) * 1_000;
  const step = Math.ceil(duration_s / trackPoints);
  return `passes?${
    [
      `satellites=${norad_id}`,
      ...choice.place ? placeParts(choice.place) : [],
      "min_elevation_deg=0",
      ...elementParts(choice),
      `from=${formatIso(tcaMs)}`,
      `to=${formatIso(tcaMs + 1_000)}`,
      "include=track",
      `step_s=${Math.min(mostStepS, Math.max(1, step))}`,
    ].join("&")
  }`;
}

/** Returns the path of the element set that a pass rests on. */
export function elementsPath({ norad_id, tca }: Pass, choice: PassesChoice) {
  const mode = choice.elements === "latest"
    ? "mode=latest"
    : `mode=recorded&at=${tca.time}`;
  return `/api/v1/satellites/${norad_id}/elements?${mode}`;
}

function placeParts({ latitudeDeg, longitudeDeg, altitudeM }: Place): string[] {
  return [
    `lat=${latitudeDeg}`,
    `lon=${longitudeDeg}`,
    ...altitudeM === 0 ? [] : [`alt_m=${altitudeM}`],
  ];
}

function elementParts({ elements }: PassesChoice): string[] {
  if (elements === "recorded") return [];
  return [elements === "latest" ? "elements=latest" : "compare=latest"];
}
