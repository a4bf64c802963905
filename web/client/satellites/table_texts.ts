import { joinNames } from "../join_names.ts";

/** The English texts of the table of satellites. Numbers and times come formatted. */
export const texts = {
  title: "Satellites",
  region: "Table of satellites",
  search: "Name or number",
  count: (count: string) => `${count} satellites`,
  found: (found: string, count: string) => `${found} of ${count}`,
  first: (count: string) =>
    `the first ${count} by number; search to find others`,
  searching: "Looking…",
  more: (count: string) => `Show ${count} more`,
  none: "No satellite of that name or number",
  failed: "The list could not be read; it is tried again.",
  asOf: (time: string) => `Newest positions, as of ${time} UTC`,
  hasColumn: (name: string) => `Show ${name} as a column`,
  waiting: (names: string[], most: number) =>
    `There is room for ${most} columns. ${joinNames(names)} ${
      names.length === 1 ? "gets one" : "get one each"
    } as soon as another is hidden.`,
  exported: "the satellites shown in the table",
  addressSort: (text: string, known: string) =>
    `The address sorts by “${text}”, which is not one of ${known}, with “-” before it from the last to the first. This is by name.`,
  columns: {
    name: "Name",
    noradId: "Number",
    latitudeDeg: "Latitude",
    longitudeDeg: "Longitude",
    altitudeKm: "Altitude, km",
    lastMs: "Newest, UTC",
    elementsAgeMs: "Elements’ age",
    silenceMs: "State",
  },
  current: "current",
  silent: (length: string) => `no data for ${length}`,
  unknown: "–",
};
