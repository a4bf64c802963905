/** The English texts of the table of satellites. Numbers and times come formatted. */
export const texts = {
  title: "Satellites",
  region: "Table of satellites",
  search: "Name or number",
  count: (count: string) => `${count} satellites`,
  found: (found: string, count: string) => `${found} of ${count}`,
  first: (count: string) =>
    `the first ${count} by number; search to find others`,
  more: (count: string) => `Show ${count} more`,
  none: "No satellite of that name or number",
  failed: "The list could not be read; it is tried again.",
  asOf: (time: string) => `Newest positions, as of ${time} UTC`,
  hasColumn: (name: string) => `Show ${name} as a column`,
  columns: {
    name: "Name",
    noradId: "Number",
    longitudeDeg: "Longitude, °",
    latitudeDeg: "Latitude, °",
    altitudeKm: "Altitude, km",
    lastMs: "Newest, UTC",
    elementsAgeMs: "Elements’ age",
    silenceMs: "State",
  },
  current: "current",
  silent: (length: string) => `no data for ${length}`,
  unknown: "–",
};
