/** Every English text of the status page. Commands stand between backquotes; numbers and times come formatted. */
export const texts = {
  title: "Needs attention",
  well: "Nothing needs attention.",
  loading: "Loading the status…",
  asOf: (time: string) =>
    `As of now, ${time} UTC, whatever time is chosen above`,
  oldAsOf: (time: string, age: string) =>
    `As of ${time} UTC, ${age} ago: all numbers here are of then`,
  exported: "the system status",
  none: "–",
  unknown: "not known",
  ago: (age: string) => `${age} ago`,
  asLeft: (time: string) => `As last reported by the projector at ${time} UTC.`,

  noServer: {
    message: (since: string) =>
      `The web app has not answered since ${since} UTC: what is shown is of then`,
    never: "The web app does not answer",
    remedy:
      "Start it with `deno task web`, or check what it wrote last; this page keeps asking and resumes by itself",
  },
  making: {
    remedy: "Wait: the page resumes by itself as soon as it is ready",
  },
  silent: {
    message: (topic: string, time: string) =>
      `${topic} has been silent since ${time} UTC`,
    remedy: (command: string) =>
      `Start its producer with \`${command}\`, or check what it wrote last; it fills in what it missed`,
    ownCommand: (satellite: string) => `deno task ${satellite}`,
    command: (topic: string) => `TOPIC=${topic} deno task producer`,
  },
  behind: {
    message: (partition: string) =>
      `The projector is behind in ${partition}: what is shown is out of date`,
    remedy:
      "Wait while the lag on the status page falls; if it grows, check what the projector wrote last, and whether its disk or processor is busy",
  },
  oldElements: {
    message: (names: string, age: string) =>
      `The elements of ${names} are up to ${age} old`,
    off: (error: string) => `; largest expected error: ${error}`,
    remedy:
      "Start the producers with current elements: `ELEMENTS=celestrak deno task dev`",
  },
  replayEnded: {
    failed: (time: string, why: string) =>
      `The replay of ${time} UTC failed: ${why}`,
    killed: (time: string) =>
      `The replay of ${time} UTC was interrupted before its end`,
    remedy:
      "The projection in use is unchanged; run `deno task replay` again once the cause is mended",
  },
  differing: {
    message: (count: string, hours: string, time: string) =>
      `${count} of ${hours} hours differed when projections were compared at ${time} UTC`,
    remedy:
      "Run `deno task verify` to see whether the one in use is right; `deno task replay --rollback` undoes a switch",
  },

  services: {
    title: "Services",
    heads: ["Service", "State", "Known from"],
    web: "Web app",
    projector: "Projector",
    eventLog: "Event log",
    producer: (topic: string) => `Producer on ${topic}`,
    answers: "answering",
    gone: (since: string) => `no answer since ${since}`,
    byAnswer: (age: string) => `Its answer ${age} ago`,
    runs: "running",
    stopped: (since: string) => `not running since ${since}`,
    neverRan: "not running",
    byFile: (age: string) => `Its status file, ${age} old`,
    noFile: "No status file",
    reached: "reachable",
    notReached: "unreachable",
    byProjector: (age: string) => `Its answer to the projector ${age} ago`,
    onlyProjector: "The projector alone",
    onlyWeb: "The web app alone",
    heard: (age: string) => `last heard ${age} ago`,
    silent: (age: string) => `silent for ${age}`,
    ahead: (by: string) => `ahead by ${by}: a clock is wrong`,
    notHeard: "not known",
    byTopic: (satellites: string, step: string) =>
      `Arriving data: ${satellites}${step}`,
    byNothing: "Its topic is not read to its end",
    satellites: (count: number, formatted: string) =>
      count === 1 ? "1 satellite" : `${formatted} satellites`,
    every: (step: string) => `, every ${step}`,
  },
  topics: {
    title: "Topics and partitions",
    heads: [
      "Topic",
      "Lag",
      "Lag time",
      "Next offset",
      "End offset",
      "Retention",
    ],
    none: "No topic is known yet.",
    ever: "unlimited",
    notInLog: "not in the log",
    halted: "halted",
  },
  flow: {
    title: "Projection in use",
    rate: "Rate",
    rateOf: (records: string, positions: string, over: string) =>
      `${records} records/s, ${positions} positions/s over ${over}`,
    lastCommit: "Last commit",
    projection: "Projection",
    versionOf: (id: string, version: number, revision: string) =>
      `${id}, version ${version}, revision ${revision}`,
    noProjection: "there is none",
    other: "Being written",
    pending: "Recalculation pending",
    pendingOf: (count: string) => `crossings and audits of ${count} satellites`,
    nothingPending: "none",
    late: "Late data, last 24 h",
    lateOf: (count: string, from: string, to: string) =>
      `${count} ranges, from ${from} to ${to}`,
    nothingLate: "none",
    damaged: "Damaged hours",
    damagedOf: (count: string, some: string) => `${count}: ${some}`,
    noneDamaged: "none found",
    replay: "Replay",
    noReplay: "none",
    comparing: "comparing with the projection in use",
    applying: (share: string, done: string, all: string, left: string) =>
      `${share} %, ${done} of ${all} records${left}`,
    left: (time: string) => `, done in about ${time}`,
    done: (time: string) => `done at ${time}`,
    failed: (time: string) => `failed at ${time}`,
    killed: (time: string) => `interrupted at ${time}`,
    compared: "Last comparison",
    comparedOf: (hours: string, differing: string, time: string) =>
      `${differing} of ${hours} hours differ, at ${time}`,
  },
  room: {
    title: "Disk space",
    heads: ["Stored", "Used", "Free", "Growth", "Full in"],
    parts: { event_log: "event log", projection: "projection" },
    and: " and ",
    growth: (bytes: string) => `${bytes} a day`,
    notYet: "not measured yet",
    never: "never at this rate",
    years: (years: string) => `${years} years`,
  },
  elements: {
    title: "Elements",
    heads: ["Satellite", "Age", "Expected error", "Basis", "Source"],
    none: "No satellite is shown yet.",
    exported: "the expected errors of these satellites",
    ahead: (age: string) => `${age} ahead`,
    what:
      "The satellites that have a column on the dashboard. The error is how much earlier or later than predicted they may pass a point of their track, in half and in 95 % of cases, manoeuvres not counted.",
  },
  deadLetters: {
    title: "Records that could not be applied",
    heads: ["Where", "When", "Why", "What"],
    first: (shown: string, count: string) => `The first ${shown} of ${count}.`,
    failed: "They could not be read; they are tried again in a minute.",
    all: "Show all",
    empty: "empty",
    binary: (bytes: string) => `${bytes} of binary`,
  },
};
