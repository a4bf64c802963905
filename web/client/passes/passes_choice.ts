import type { Direction } from "./contract.ts";
import { parseTimeOfDay } from "./parse_time_of_day.ts";
import { altitudesM, isPlace, type Place, roundPlace } from "./place.ts";
import { texts } from "./passes_texts.ts";

/**
 * What passes rest on: recorded positions, those beside where the newest
 * elements would have put them, or the newest elements alone.
 */
export const elementModes = ["recorded", "compared", "latest"] as const;
export type ElementMode = (typeof elementModes)[number];

export const directions = ["ascending", "descending"] as const;

/** Which side of the sky plot is east: the right as on a map, or the left. */
export const plotSides = ["map", "sky"] as const;
export type PlotSide = (typeof plotSides)[number];

export const mostDays = 30;
const longestName = 60;

/** Which passes are shown; a part of what the address says. */
export interface PassesChoice {
  place: Place | null;
  /** Of a place that is still to be looked up; null where there is none. */
  placeName: string | null;
  /** Catalogue number; null for all that the page shows. */
  noradId: number | null;
  minElevationDeg: number;
  direction: Direction | null;
  visibleOnly: boolean;
  /** Of the highest point, as `20:00-02:00` at the place's longitude. */
  timeOfDay: string | null;
  /** Before now and from now on, where the page is live. */
  daysBack: number;
  daysAhead: number;
  elements: ElementMode;
  /** Null for the next one. */
  passId: string | null;
  plot: PlotSide;
}

export const defaultPassesChoice: PassesChoice = {
  place: null,
  placeName: null,
  noradId: null,
  minElevationDeg: 10,
  direction: null,
  visibleOnly: false,
  timeOfDay: null,
  daysBack: 1,
  daysAhead: 1,
  elements: "recorded",
  passId: null,
  plot: "map",
};

/** The parts of the address that are of passes; named as the API's where they mean the same. */
export const passesParameters = [
  ...["lat", "lon", "alt_m", "place", "pass_satellite", "min_elevation_deg"],
  ...["direction", "visible_only", "time_of_day", "days_back", "days_ahead"],
  ...["elements", "pass", "plot"],
];

const words = texts.address;

/** Returns what an address asks for; what could not be followed is told in `problems`. */
export function parsePassesChoice(
  query: URLSearchParams,
  problems: string[],
): PassesChoice {
  /** @param parse Gives undefined for what it cannot follow. */
  function read<V>(
    name: string,
    must: string,
    parse: (text: string) => V | undefined,
    otherwise: V,
  ): V {
    const text = query.get(name);
    if (text === null) return otherwise;
    const value = parse(text);
    if (value === undefined) problems.push(words.part(name, text, must));
    return value ?? otherwise;
  }
  const among = <T extends string>(known: readonly T[]) => (text: string) =>
    known.find((one) => one === text);
  const byDefault = defaultPassesChoice;
  const place = parsePlace(query, problems);
  return {
    place,
    placeName: place === null && !query.has("lat") && !query.has("lon")
      ? parseName(query.get("place"))
      : null,
    noradId: read(
      "pass_satellite",
      words.satellite,
      (text) => /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined,
      byDefault.noradId,
    ),
    minElevationDeg: read(
      "min_elevation_deg",
      words.elevation,
      (text) => parseNumber(text, 0, 90),
      byDefault.minElevationDeg,
    ),
    direction: read<Direction | null>(
      "direction",
      words.direction,
      among(directions),
      byDefault.direction,
    ),
    visibleOnly: read(
      "visible_only",
      words.visible,
      (text) => ({ true: true, false: false })[text],
      byDefault.visibleOnly,
    ),
    timeOfDay: read(
      "time_of_day",
      words.timeOfDay,
      parseTimeOfDay,
      byDefault.timeOfDay,
    ),
    daysBack: read("days_back", words.days, parseDays, byDefault.daysBack),
    daysAhead: read("days_ahead", words.days, parseDays, byDefault.daysAhead),
    elements: read(
      "elements",
      words.elements,
      among(elementModes),
      byDefault.elements,
    ),
    passId: read(
      "pass",
      words.pass,
      (text) => /^[\w.-]{1,80}$/.test(text) ? text : undefined,
      byDefault.passId,
    ),
    plot: read("plot", words.plot, among(plotSides), byDefault.plot),
  };
}

/** Returns the parts of a query string, none for the default. */
export function formatPassesChoice(choice: PassesChoice): string[] {
  const parts: string[] = [];
  const add = (name: string, value: string | number | boolean | null) => {
    if (value !== null) parts.push(`${name}=${encodeURIComponent(value)}`);
  };
  const { place, placeName } = choice;
  if (!place) add("place", placeName);
  else {
    add("lat", place.latitudeDeg);
    add("lon", place.longitudeDeg);
    if (place.altitudeM !== 0) add("alt_m", place.altitudeM);
    add("place", place.name);
  }
  const addOther = (
    name: string,
    key: Exclude<keyof PassesChoice, "place" | "placeName">,
  ) => {
    if (choice[key] !== defaultPassesChoice[key]) add(name, choice[key]);
  };
  addOther("pass_satellite", "noradId");
  addOther("min_elevation_deg", "minElevationDeg");
  addOther("direction", "direction");
  addOther("visible_only", "visibleOnly");
  addOther("time_of_day", "timeOfDay");
  addOther("days_back", "daysBack");
  addOther("days_ahead", "daysAhead");
  addOther("elements", "elements");
  addOther("pass", "passId");
  addOther("plot", "plot");
  return parts;
}

function parsePlace(query: URLSearchParams, problems: string[]): Place | null {
  const [latitude, longitude] = [query.get("lat"), query.get("lon")];
  const [altitude, name] = [query.get("alt_m"), query.get("place")];
  if (latitude === null && longitude === null) {
    if (altitude !== null) problems.push(words.noPlace);
    return null;
  }
  const { least, most } = altitudesM;
  const place = roundPlace({
    name: name || null,
    latitudeDeg: parseNumber(latitude ?? "", -90, 90) ?? NaN,
    longitudeDeg: parseNumber(longitude ?? "", -180, 180) ?? NaN,
    altitudeM: parseNumber(altitude ?? "0", least, most) ?? NaN,
  });
  if (isPlace(place)) return place;
  problems.push(words.place);
  return null;
}

/** A name that can be looked up. */
function parseName(text: string | null): string | null {
  return text?.trim().slice(0, longestName) || null;
}

function parseDays(text: string): number | undefined {
  const days = parseNumber(text, 0, mostDays);
  return Number.isInteger(days) ? days : undefined;
}

function parseNumber(
  text: string,
  least: number,
  most: number,
): number | undefined {
  if (!/^[+-]?\d+(\.\d+)?$/.test(text)) return undefined;
  const value = Number(text);
  return value >= least && value <= most ? value + 0 : undefined;
}
