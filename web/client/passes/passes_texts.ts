/** Every English text of this view that does not depend on a pass. */
export const texts = {
  title: "Passes",
  titleOf: (place: string | null) =>
    place === null ? "Passes" : `Passes over ${place}`,
  allPasses: "All passes",
  choosePlace: "Choose a place to see what passes over it, and when.",
  nearest: "The nearest passes, earliest first",
  nextColumns: ["Satellite", "Rises", "Highest", "Duration"],
  nextState: "Recorded, or when it comes",
  minutes: (count: number) => `${count} min`,
  isUp: "up now",
  comesIn: (time: string) => `in ${time}`,
  noneNear: "No such pass around this time.",
  place: "Place to look from",
  placeHint: "City, 55.75, 37.62 or JO62qm",
  placeRule:
    "A city, a locator such as JO62qm, or latitude and longitude, with an altitude in metres if you like: 55.75, 37.62, 150 or 33°55' S 18°25' E.",
  coordinates: {
    onlyOne:
      "One coordinate is not enough: write latitude and longitude, as 55.75, 37.62.",
    tooMany:
      "More than two coordinates and an altitude: write two in degrees, or mark them as 55°45'21\"N 37°37'2\"E.",
    minutes: "Minutes and seconds must be from 0 up to 60.",
    sameSides:
      "One of the two must be north or south (N, S), and the other east or west (E, W).",
    latitude: (degrees: number, meant: string | null) =>
      `Latitude comes first and must be from -90 to 90 degrees: it is ${degrees}.${
        meant === null ? "" : ` Did you mean “${meant}”?`
      }`,
    longitude: (degrees: number) =>
      `Longitude must be from -180 to 180 degrees: it is ${degrees}.`,
    altitude: (metres: number) =>
      `The altitude must be from -500 to 9000 metres: it is ${metres}.`,
  },
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
  nearPlaces: "No place of that name. Perhaps:",
  noneFound: "No city of that name is known here. Coordinates work everywhere.",
  whichPlace: "Choose one of these, or write its whole name.",
  unknownPlace: (name: string, near: readonly string[]) =>
    `“${name}” is not a place that is known here${
      near.length === 0
        ? ". Coordinates work everywhere."
        : `: perhaps ${near.join(" or ")}?`
    }`,
  findingPlace: (name: string) => `Looking up ${name}…`,
  configured: "of this server",
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
  onlyOne: (name: string) => `Only ${name}`,
  above: (degrees: number) => `Above ${degrees}°`,
  days: (back: number, ahead: number) =>
    `${back === 1 ? "1 day" : `${back} days`} back and ${
      ahead === 1 ? "1 day" : `${ahead} days`
    } ahead`,
  aboutTimeShown: (days: string) => `${days} of the time shown`,
  inRange: "within the time chosen above",
  fromStart: (ahead: number) =>
    `from the start chosen above to ${
      ahead === 1 ? "1 day" : `${ahead} days`
    } ahead`,
  minElevation: "Minimum elevation, degrees",
  direction: "Direction",
  directions: {
    any: "Any",
    ascending: "Going north",
    descending: "Going south",
  },
  visibleOnly: "Only those visible by eye",
  timeOfDay: "Time of day there by the Sun, from – to",
  timeOfDayFrom: "Time of day there by the Sun, from",
  timeOfDayTo: "Time of day there by the Sun, to",
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
  /** By days, as a sentence that changes is drawn anew. */
  cutRange: (from: string, to: string) =>
    `At most 31 days are listed at once: those from ${from.slice(0, 10)} to ${
      to.slice(0, 10)
    }.`,
  more: (count: string) => `Only the first ${count} are listed.`,
  missing: {
    noId: (id: string) =>
      `The address has “${id}” for a pass, which is not the id of a pass: another one is shown. Choose one in the list.`,
    elsewhere: (place: string) =>
      `The pass of the address is over another place, ${place}: another one is shown. Change the place to see it.`,
    otherSatellite: (noradId: number) =>
      `The pass of the address is of satellite ${noradId}, of which none are listed: another one is shown.`,
    unknown:
      "The pass of the address is not among these, so another one is shown. Its time may lie outside what is listed: choose another time or more days, or reset the filters.",
    leftOut: (time: string) =>
      `The pass of the address would be about ${time} UTC and is not listed, so another one is shown. Reset the filters to see it, if they leave it out.`,
    was: (time: string) =>
      `The pass of the address was about ${time} UTC, before what is listed: another one is shown.`,
    comes: (time: string) =>
      `The pass of the address comes about ${time} UTC, after what is listed: another one is shown.`,
    comesLater: (time: string) =>
      `The pass of the address comes about ${time} UTC, after what can be listed from here: another one is shown. Go live and look again when it is nearer.`,
    show: "Show it",
  },
  onlyFirst: (most: number, count: string) =>
    `Of ${count} satellites only the first ${most} are asked for, by number: choose fewer to see the passes of another one.`,
  oldElements: (age: string, error: string) =>
    `Elements are up to ${age} old: times may be off by ${error}.`,
  newerElements: (ids: string) =>
    `To take newer ones: \`deno task elements fetch ${ids}\`, or let producers take them by themselves with \`ELEMENTS=celestrak\`.`,
  without: (columns: readonly string[]) =>
    `No room for ${columns.join(", ")}: choose a pass to see ${
      columns.length === 1 ? "it" : "them"
    }.`,
  columns: {
    rise: "Rises, UTC",
    satellite: "Satellite",
    highest: "Highest",
    path: "From – to",
    duration: "Duration",
    direction: "Direction",
    light: "Light",
    source: "Based on",
    error: "Expected error",
    latest: "Today's elements",
  },
  latestHint: "How far today's elements would put it off",
  now: (time: string) => `Now, ${time}`,
  shownTime: (time: string) => `Time shown, ${time}`,
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
    "Coloured in the Sun, grey in the Earth's shadow; whole as recorded, dashed as predicted. The dotted circle is the minimum elevation.",
  epoch: (time: string, local: string) => `Epoch ${time} UTC, ${local}`,
  facts: {
    duration: "Duration",
    rests: "Based on",
    error: "Expected error",
    unknown: "not known",
    light: "Light",
    direction: "Direction",
    orbit: (count: number) => `revolution ${count} of those counted here`,
    latest: "Today's elements",
  },
  moments: "Rise, highest point and set",
  momentColumns: ["UTC", "Azimuth", "Elevation", "Range, km"],
  highest: "Highest",
  nowRow: { live: "Now", shown: "Shown" },
  ends: {
    aos: { horizon: "Rises", data: "Data begins", range: "Listed from" },
    los: { horizon: "Sets", data: "Data ends", range: "Listed to" },
  },
  csv: "CSV",
  csvName: "Download these passes as CSV",
  csvFile: "Passes",
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
      "The address has no valid place: lat must be from -90 to 90, lon from -180 to 180, alt_m from -500 to 9000. It was left out.",
    noPlace:
      "The address has an altitude without lat and lon; it was left out.",
  },
};
