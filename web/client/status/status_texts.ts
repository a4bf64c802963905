/** Every English text of the status page. Commands stand between backquotes; numbers and times come formatted. */
export const texts = {
  title: "What needs you",
  well: "All is well: nothing needs you.",
  loading: "Asking how everything is…",
  asOf: (time: string) =>
    `As of now, ${time} UTC, whatever time is chosen above`,
  oldAsOf: (time: string, age: string) =>
    `As of ${time} UTC, ${age} ago: all numbers here are of then`,
  exported: "how everything is",
  none: "–",
  unknown: "not known",
  ago: (age: string) => `${age} ago`,
  asLeft: (time: string) => `As the projector left it at ${time} UTC.`,

  noServer: {
    message: (since: string) =>
      `The web app has not answered since ${since} UTC: what is shown is of then`,
    never: "The web app does not answer",
    remedy:
      "Start it with `deno task web`, or see what it wrote last; this page asks on and goes on by itself",
  },
  making: {
    remedy: "Wait: the page goes on by itself as soon as it is made",
  },
  silent: {
    message: (topic: string, time: string) =>
      `${topic} has been silent since ${time} UTC`,
    remedy: (command: string) =>
      `Start its producer with \`${command}\`, or see what it wrote last; it fills in what it missed`,
    ownCommand: (satellite: string) => `deno task ${satellite}`,
    command: (topic: string) => `TOPIC=${topic} deno task producer`,
  },
  behind: {
    message: (partition: string, records: string, lag: string) =>
      `${partition} is ${records} records behind, for ${lag}: what is shown is not of now`,
    remedy:
      "Wait while the number goes down; if it grows, see what the projector wrote last, and whether its disk or its processor is busy",
  },
  oldElements: {
    message: (names: string, age: string) =>
      `The elements of ${names} are up to ${age} old`,
    off: (error: string) => `; largest expected error: ${error}`,
    remedy:
      "Start the producers with newer ones: `ELEMENTS=celestrak deno task dev`",
    more: (count: number) => `${count} more`,
    and: " and ",
  },
  replayEnded: {
    failed: (time: string, why: string) =>
      `The replay of ${time} UTC has failed: ${why}`,
    killed: (time: string) =>
      `The replay of ${time} UTC was broken off before its end`,
    remedy:
      "What is in use was left as it is; run `deno task replay` again when the reason is gone",
  },
  differing: {
    message: (count: string, hours: string, time: string) =>
      `${count} of ${hours} hours differed when projections were compared at ${time} UTC`,
    remedy:
      "Run `deno task verify` to see whether the one in use is right; `deno task replay --rollback` takes back a switch",
  },

  services: {
    title: "Services",
    heads: ["Service", "State", "How that is known"],
    web: "Web app",
    projector: "Projector",
    eventLog: "Event log",
    producer: (topic: string) => `Producer on ${topic}`,
    answers: "answers",
    gone: (since: string) => `does not answer since ${since}`,
    byAnswer: (age: string) => `It was asked, and answered ${age} ago`,
    runs: "runs",
    stopped: (since: string) => `does not run since ${since}`,
    neverRan: "does not run",
    byFile: (age: string) => `It wrote its status ${age} ago`,
    noFile: "It has left no status",
    reached: "can be reached",
    notReached: "cannot be reached",
    byProjector: (age: string) => `The projector asked it ${age} ago`,
    onlyProjector: "Only the projector asks it",
    onlyWeb: "Only the web app tells",
    heard: (age: string) => `last heard ${age} ago`,
    silent: (age: string) => `silent for ${age}`,
    ahead: (by: string) => `ahead by ${by}: a clock is wrong`,
    notHeard: "not known",
    byTopic: (satellites: string, step: string) =>
      `By what arrives: ${satellites}${step}`,
    byNothing: "Its topic is not read up to its end now",
    satellites: (count: number, formatted: string) =>
      count === 1 ? "1 satellite" : `${formatted} satellites`,
    every: (step: string) => `, each ${step}`,
  },
  topics: {
    title: "Topics and partitions",
    heads: ["Topic", "Behind", "Behind for", "Next", "End", "Kept"],
    none: "No topic is known yet.",
    ever: "for ever",
    notInLog: "not in the log",
    halted: "halted",
  },
  flow: {
    title: "Projection in use",
    rate: "Applied a second",
    rateOf: (records: string, positions: string, over: string) =>
      `${records} records, ${positions} positions, over ${over}`,
    lastCommit: "Last written",
    projection: "Projection",
    versionOf: (id: string, version: number, revision: string) =>
      `${id}, version ${version}, revision ${revision}`,
    noProjection: "there is none",
    other: "The projector writes",
    pending: "To be made anew",
    pendingOf: (count: string) => `crossings and audits of ${count} satellites`,
    nothingPending: "nothing",
    late: "Came late, last 24 h",
    lateOf: (count: string, from: string, to: string) =>
      `${count} ranges, from ${from} to ${to}`,
    nothingLate: "nothing",
    damaged: "Damaged hours",
    damagedOf: (count: string, some: string) => `${count}: ${some}`,
    noneDamaged: "none found",
    replay: "Replay",
    noReplay: "none was run",
    comparing: "comparing with the one in use",
    applying: (share: string, done: string, all: string, left: string) =>
      `${share} %, ${done} of ${all} records${left}`,
    left: (time: string) => `, done in about ${time}`,
    done: (time: string) => `done at ${time}`,
    failed: (time: string) => `failed at ${time}`,
    killed: (time: string) => `broken off at ${time}`,
    compared: "Last comparison",
    comparedOf: (hours: string, differing: string, time: string) =>
      `${hours} hours, ${differing} differ, at ${time}`,
  },
  room: {
    title: "Room",
    heads: ["On one disk", "Takes", "Free", "Grows by", "Full in"],
    parts: { event_log: "event log", projection: "projection" },
    and: " and ",
    growth: (bytes: string) => `${bytes} a day`,
    notYet: "not measured yet",
    never: "never at this rate",
    years: (years: string) => `${years} years`,
  },
  elements: {
    title: "Elements",
    heads: ["Satellite", "Age", "Expected error", "Basis", "From"],
    none: "No satellite is shown yet.",
    exported: "how far off these satellites are to be expected",
    ahead: (age: string) => `${age} ahead`,
    what:
      "The satellites shown, or the twelve with the oldest elements. The error is how much earlier or later than predicted they may pass a point of their track, in half and in 95 % of cases, manoeuvres not counted.",
  },
  deadLetters: {
    title: "Records that could not be applied",
    heads: ["Where", "When", "Why", "What"],
    first: (shown: string, count: string) => `The first ${shown} of ${count}.`,
    failed: "They cannot be read now; they are asked for again in a minute.",
    all: "All of them",
    empty: "empty",
    binary: (bytes: string) => `${bytes} of binary`,
  },
};
