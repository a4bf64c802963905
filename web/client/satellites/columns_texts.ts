/** The English texts of what columns have beside numbers and charts. Numbers and times come formatted. */
export const texts = {
  pointedAt: (time: string) => `at ${time} UTC`,
  nothingAt: (time: string) => `no data at ${time} UTC`,
  filledIn: (length: string) => `${length} filled in later`,
  filledInHint:
    "What is underlined in the chart of altitude was not recorded as it happened, but filled in later.",
  chartHint:
    "Arrow keys move through its points, Enter shows what a point rests on.",
  valueText: (time: string, place: string, altitude: string) =>
    `${time} UTC: ${place}, altitude ${altitude} kilometres`,
  noValueText: "No point chosen",
  actions: {
    earlier: (name: string) => `Move ${name} one place to the left`,
    later: (name: string) => `Move ${name} one place to the right`,
    hide: (name: string) => `Hide ${name}`,
  },
  hidden: {
    label: "Not shown:",
    said: (name: string) => `${name} is hidden`,
    show: (name: string) => `Show ${name}`,
    showAll: "Show all satellites",
  },
  origin: {
    title: (name: string, time: string) => `${name} at ${time} UTC`,
    close: "Close",
    asking: "Asking what this position rests on…",
    failed:
      "The server did not tell what this position rests on. Choose the point again to ask again.",
    nothing: "Nothing is recorded in the hour up to this time.",
    before: (time: string) => `The last position recorded before ${time} UTC.`,
    position: "Position",
    positionOf: (place: string, altitude: string) =>
      `${place}, altitude ${altitude} km`,
    recorded: "Recorded",
    origins: { live: "live, as it happened", backfill: "filled in later" },
    logPosition: "Log position",
    logPositionOf: (topic: string, partition: number, offset: number) =>
      `${topic}, partition ${partition}, offset ${offset}`,
    sample: (sample: number) => `sample ${sample} of its event`,
    elements: "Elements",
    noElements: "not recorded with it",
    notArrived: (id: string) => `set ${id}, which has not arrived`,
    set: (id: string) => `set ${id}`,
    epoch: (time: string) => `epoch ${time} UTC`,
    ageAfter: (age: string) => `${age} old then`,
    ageBefore: (age: string) => `${age} ahead of it`,
    source: (source: string) => `source: ${source}`,
    error: "Expected error",
    json: "As JSON",
  },
};
