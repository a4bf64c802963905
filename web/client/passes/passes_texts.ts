/** Every English text of this view that does not depend on a pass. */
export const texts = {
  title: "Passes",
  titleOf: (place: string) => `Passes over ${place}`,
  place: "Place to look from",
  placeHint: "City, or 55.75, 37.62",
  placeRule:
    "A city, or latitude and longitude in degrees, south and west negative, with an altitude in metres if you like: 55.75, 37.62, 150.",
  change: "Change place",
  use: "Use",
  locate: "Use my location",
  locating: "Asking the browser…",
  forget: "Forget this place",
  noPlace:
    "Choose a place to see when satellites passed over it and when they will: a city, coordinates, or where you are.",
  noSatellite:
    "Nothing is recorded yet. Choose a satellite to see its passes by its elements.",
  foundPlaces: (count: number) => count === 1 ? "1 found" : `${count} found`,
  noneFound: "No city of that name is known here. Coordinates work everywhere.",
  searchFailed: "Cities cannot be looked up now. Coordinates work.",
  location: {
    missing:
      "Browsers tell where they are only to pages over HTTPS. Write a city or coordinates instead.",
    denied:
      "The browser may not tell where it is. Write a city or coordinates instead.",
    unknown:
      "The browser does not know where it is. Write a city or coordinates instead.",
  },
  satellite: "Satellite",
  allShown: "All shown",
  filters: "Filters",
  above: (degrees: number) => `Above ${degrees}°`,
  days: (back: number, ahead: number) =>
    `${back === 1 ? "1 day" : `${back} days`} back and ${
      ahead === 1 ? "1 day" : `${ahead} days`
    } ahead`,
  minElevation: "Highest point above, degrees",
  direction: "Direction",
  directions: {
    any: "Any",
    ascending: "Going north",
    descending: "Going south",
  },
  visibleOnly: "Only to be seen by eye",
  timeOfDay: "Time of day there, from – to",
  timeOfDayFrom: "Time of day there, from",
  timeOfDayTo: "Time of day there, to",
  daysBack: "Days back",
  daysAhead: "Days ahead",
  daysFixed: "The days are those of the fixed time above.",
  elements: "Positions",
  elementModes: {
    recorded: "As recorded",
    compared: "As recorded, beside today's elements",
    latest: "By today's elements only",
  },
  reset: "Reset",
  loading: "Reading the passes…",
  failed: "The passes could not be read; they are tried again in a minute.",
  none: (from: string, to: string) =>
    `No such pass between ${from} and ${to} UTC.`,
  cutRange: "Only 31 days are shown.",
  more: (count: string) => `Only the first ${count} are listed.`,
  notListed:
    "The pass of the address is not among these. Its time may lie outside what is shown.",
  columns: {
    rise: "Rises, UTC",
    satellite: "Satellite",
    highest: "Highest",
    path: "From – to",
    duration: "Up for",
    direction: "Going",
    light: "Light",
    source: "Rests on",
    error: "Expected error",
    latest: "Today's elements",
  },
  latestHint: "How far today's elements would put it off",
  now: (time: string) => `Now, ${time}`,
  shownTime: (time: string) => `Time shown, ${time}`,
  local: (time: string) => `${time} where you are`,
  table: "Passes, earliest first",
  chosen: "The chosen pass",
  trackFailed: "Its track could not be read; it is tried again in a minute.",
  plot: "Sky plot: north is up",
  /** North, east, south, west. */
  compass: "NESW",
  sun: "Sun",
  /** What a pass begins and ends with, on the sky plot. */
  plotEnds: {
    aos: { horizon: "rise", data: "data begins", range: "" },
    los: { horizon: "set", data: "data ends", range: "" },
  },
  topAt: (elevation: string, time: string) => `${elevation} at ${time}`,
  plotSide: "East on the sky plot",
  plotSides: { map: "As on a map", sky: "As in the sky" },
  plotEast: { map: "East on the right", sky: "East on the left" },
  elevationChart: "Elevation, degrees",
  elevationSummary: (name: string, highest: string, time: string) =>
    `Elevation of ${name} over time: highest ${highest} at ${time} UTC.`,
  legend:
    "Coloured in the Sun, grey in the Earth's shadow; whole as recorded, dashed as predicted. The dotted circle is the least height.",
  epoch: (time: string) => `Epoch ${time} UTC`,
  facts: {
    rests: "Rests on",
    error: "Expected error",
    unknown: "not known",
    basis: {
      audit: "by its own audit",
      formula: "by the formula for any satellite",
    },
    light: "Light",
    direction: "Going",
    orbit: (count: number) => `revolution ${count} of those counted here`,
    latest: "Today's elements",
  },
  moments: "Rise, highest point and set",
  momentColumns: ["UTC", "Azimuth", "Elevation", "Range"],
  highest: "Highest",
  ends: {
    aos: { horizon: "Rises", data: "Data begins", range: "Listed from" },
    los: { horizon: "Sets", data: "Data ends", range: "Listed to" },
  },
  kilometres: (km: string) => `${km} km`,
  csv: "CSV",
  csvName: "Download these passes as CSV",
  calendar: "Calendar",
  calendarName: "Download these passes for a calendar",
  address: {
    part: (name: string, text: string, must: string) =>
      `The address has “${text}” for ${name}, which must be ${must}; it was left out.`,
    satellite: "a catalogue number such as 25994",
    elevation: "degrees from 0 to 90",
    direction: "ascending or descending",
    visible: "true or false",
    timeOfDay: "two times such as 20:00-02:00",
    days: "whole days from 0 to 30",
    elements: "recorded, compared or latest",
    pass: "the id of a pass",
    plot: "map or sky",
    place:
      "The address has a place that is none: lat must be from -90 to 90, lon from -180 to 180, alt_m from -500 to 10000. It was left out.",
    noPlace: "The address names a place without lat and lon; it was left out.",
  },
};
