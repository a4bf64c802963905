import type { TimeRange } from "../feed/position_window.ts";
import { formatIso } from "../format.ts";
import type { Pass, SetInUse } from "./contract.ts";
import type { PassesChoice } from "./passes_choice.ts";
import { longestRangeMs } from "./passes_range.ts";
import type { Place } from "./place.ts";

/** So many passes are listed at most: what the API gives at once. */
export const mostPasses = 1_000;

/** Of so many satellites the API tells passes at once. */
export const mostSatellites = 100;

/** A track has about so many points: one for each few pixels of the plot. */
const trackPoints = 100;
const secondMs = 1_000;
const mostStepS = 600;

/** Returns the satellites that are asked for, of all that are chosen. */
export function askedSatellites(
  { noradId }: PassesChoice,
  chosen: readonly number[],
): readonly number[] {
  return noradId === null ? chosen.slice(0, mostSatellites) : [noradId];
}

/**
 * Returns the filters of a choice as the API takes them, without the range;
 * null where there is no place to look from.
 *
 * @param chosen Catalogue numbers of all that are chosen.
 * @param options.byName Whether the place is told by its name.
 */
export function passesFilters(
  choice: PassesChoice,
  chosen: readonly number[],
  { byName = false }: { byName?: boolean } = {},
): string | null {
  const { place, minElevationDeg, direction } = choice;
  const satellites = askedSatellites(choice, chosen);
  if (place === null || satellites.length === 0) return null;
  return [
    `satellites=${satellites.join(",")}`,
    ...byName
      ? [`observer=${encodeURIComponent(place.name!)}`]
      : placeParts(place),
    `min_elevation_deg=${minElevationDeg}`,
    ...direction ? [`direction=${direction}`] : [],
    ...choice.visibleOnly ? ["visible_only=true"] : [],
    ...choice.timeOfDay ? [`time_of_day=${choice.timeOfDay}`] : [],
    ...elementParts(choice),
    ...choice.elements === "compared" ? ["compare=latest"] : [],
  ].join("&");
}

/** Returns the path of passes in a range, below `/api/v1/`. */
export function passesPath(filters: string, range: TimeRange): string {
  return `${rangePath(filters, range)}&limit=${mostPasses}`;
}

/**
 * Returns the path of one pass with its track: of all that is up meanwhile,
 * without filters, since it has passed them. The whole of it is asked for, as a
 * satellite that never sets is up as long as one asks for.
 */
export function trackPath(
  { norad_id, aos, los, duration_s }: Pass,
  choice: PassesChoice,
): string {
  const fromMs = Math.floor(Date.parse(aos.time) / secondMs) * secondMs;
  const setMs = Math.floor(Date.parse(los.time) / secondMs + 1) * secondMs;
  const toMs = Math.min(setMs, fromMs + longestRangeMs);
  const step = Math.ceil(duration_s / trackPoints);
  return `passes?${
    [
      `satellites=${norad_id}`,
      ...choice.place ? placeParts(choice.place) : [],
      "min_elevation_deg=0",
      ...elementParts(choice),
      `from=${formatIso(fromMs)}`,
      `to=${formatIso(toMs)}`,
      "include=track",
      `step_s=${Math.min(mostStepS, Math.max(1, step))}`,
    ].join("&")
  }`;
}

/** Returns the address of an element set that a pass rests on, by its epoch. */
export function elementsPath({ norad_id }: Pass, { epoch }: SetInUse): string {
  // An epoch has microseconds, and a range whole milliseconds.
  const epochMs = Date.parse(epoch);
  const range = `from=${formatIso(epochMs)}&to=${formatIso(epochMs + 1)}`;
  return `/api/v1/satellites/${norad_id}/elements?${range}`;
}

/**
 * Returns the addresses of what is listed, in each of its formats. Of a list that
 * moves with time the calendar does as well: who subscribes to it gets what comes.
 */
export function passesAddresses(
  filters: string,
  range: TimeRange,
  moves: boolean,
) {
  const path = `/api/v1/${rangePath(filters, range)}`;
  const all = moves ? `/api/v1/passes?${filters}` : path;
  // A calendar has no room for a comparison, and refuses it.
  const calendar = all.replace("&compare=latest", "");
  return {
    json: path,
    csv: `${path}&format=csv`,
    calendar: `${calendar}&format=ics`,
  };
}

function rangePath(filters: string, { fromMs, toMs }: TimeRange): string {
  return `passes?${filters}&from=${formatIso(fromMs)}&to=${formatIso(toMs)}`;
}

function placeParts({ latitudeDeg, longitudeDeg, altitudeM }: Place): string[] {
  return [
    `lat=${latitudeDeg}`,
    `lon=${longitudeDeg}`,
    ...altitudeM === 0 ? [] : [`alt_m=${altitudeM}`],
  ];
}

function elementParts({ elements }: PassesChoice): string[] {
  return elements === "latest" ? ["elements=latest"] : [];
}
