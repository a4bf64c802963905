/** Every English text of the map that changes. Numbers and times come formatted. */
export const texts = {
  title: "Map",
  count: (count: string) => `${count} satellites`,
  notInReplay:
    "All satellites are shown live or at a fixed time, not in a replay.",
  area:
    "World map. Arrow keys move it, plus and minus zoom, 0 shows the whole world.",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  reset: "Show the whole world",
  recorded: "recorded",
  coming: "coming revolution",
  footprint: "where it is above the horizon",
  place: (name: string) => `${name}, the chosen place`,
  tracks: "the coming tracks",
  night: "night, with twilight",
  pastDay: "recorded, the last 24 h",
  search: "Find by name or number",
  found: (count: number) => count === 1 ? "1 found" : `${count} found`,
  none: "No satellite of that name or number",
  add: "Show its panel",
  remove: (name: string) => `Remove the panel of ${name}`,
  show: (name: string) =>
    `${name}: left and right arrow keys follow its track, Enter brings it to the middle`,
  where: (place: string, altitude: string) => `${place}, ${altitude} km`,
  listedAt: (where: string, time: string) => `${where} at ${time}`,
  listedLast: (where: string, time: string) => `${where}, last at ${time}`,
  above: (elevation: string, azimuth: string, range: string) =>
    `${elevation} above the horizon, ${azimuth}, ${range} km`,
  below: (elevation: string, azimuth: string, range: string) =>
    `${elevation} below the horizon, ${azimuth}, ${range} km`,
  about: (where: string) => `about ${where}`,
  at: (time: string) => `at ${time} UTC`,
  wasAt: (time: string) => `at ${time} UTC, as recorded`,
  willBeAt: (time: string) => `at ${time} UTC, as predicted`,
  sample: (time: string) => `last recorded at ${time} UTC`,
  unknown: "no position in this range",
  landFailed: "The coastlines could not be loaded; everything else is right.",
};
