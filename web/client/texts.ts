/** Every English text that changes; what stands still is in index.html. Numbers and times come formatted. */
export const texts = {
  /** As the browser's tab and history name the pages, and the API's as well. */
  titles: {
    dashboard: "Dashboard – Groundtrack",
    passes: "Passes – Groundtrack",
    elements: "Elements – Groundtrack",
    status: "Status – Groundtrack",
  },
  theme: {
    toLight: "Use the light theme",
    toDark: "Use the dark theme",
  },
  connection: {
    connecting: "Connecting…",
    loading: "Loading…",
    live: (lag: string) => `Live, ${lag} behind`,
    liveEmpty: "Live, no positions yet",
    nothingNew: (age: string) => `Live, nothing new for ${age}`,
    reconnecting: "Reconnecting…",
    lost: (since: string) => `No connection since ${since} UTC`,
    refused: "The server refused this view",
    unrecorded: "Nothing recorded yet",
    unavailable: "No projection to show yet",
    replay: (speed: number) => `Replay ${speed}×`,
    paused: "Paused",
    history: "History",
    /** What is announced leaves out what changes each second. */
    announceLive: "Live",
    announceNothingNew: "Live, but nothing new arrives",
  },
  silence: {
    share: (silent: number, all: number) => `${silent} of ${all}`,
    since: (time: string) => `since ${time}`,
  },
  warnings: {
    count: (count: number) => count === 1 ? "1 warning" : `${count} warnings`,
    all: "System status",
  },
  time: {
    label: "Time",
    mode: "Live or fixed",
    live: "Live",
    fixed: "Fixed",
    window: "Length of the live window",
    windows: {
      "1h": "1 h",
      "6h": "6 h",
      "24h": "24 h",
      "7d": "7 d",
      "31d": "31 d",
    },
    spans: "One span back and forward",
    spanBack: (length: string) => `${length} back (Shift+←)`,
    spanOn: (length: string) => `${length} forward (Shift+→)`,
    playback: "Playback",
    play: "Play (Space)",
    pause: "Pause (Space)",
    stepBack: (step: string) =>
      `To the previous point, one every ${step}, and pause (←)`,
    stepOn: (step: string) =>
      `To the next point, one every ${step}, and pause (→)`,
    restart: "Play from the start",
    speed: "Playback speed",
    speedOf: (speed: number) => `${speed}×`,
    speedName: (speed: number) => `${speed}× speed`,
    toNow: (from: string) => `${from} to now`,
    fromTo: (from: string, to: string) => `${from} to ${to} UTC`,
    now: "now",
    instant: (time: string) => `${time} UTC`,
    spanOf: (range: string, length: string) => `${range}, ${length}`,
    away: {
      replay: "Replay, not live",
      replayOver: "Replay over, not live",
      paused: "Paused, not live",
      history: "Not live",
    },
    backToLive: "Back to live",
    scrubber: {
      label: "What is recorded, and the range of it that is shown",
      hint:
        "A line for each satellite where it is recorded. Drag the range or its ends, or click elsewhere.",
      handles: {
        whole: "Range shown",
        from: "Start of the range shown",
        to: "End of the range shown",
      },
    },
    replayOver: (time: string) =>
      `The replay has reached its end, ${time} UTC. Play it again, or go on:`,
    playAgain: "Play again",
    next: (length: string) => `The next ${length}`,
    nothing: (range: string) => `Nothing recorded from ${range}`,
    nothingUpToNow: (length: string) =>
      `Nothing recorded in the last ${length}`,
    before: (time: string) => `last before: ${time} UTC`,
    after: (time: string) => `first after: ${time} UTC`,
    silentUntil: (time: string) => `Nothing recorded until ${time} UTC.`,
    skip: "Skip to then",
    noneElsewhere: "and nothing at any other time",
    showBefore: "Show the last before",
    showAfter: "Show the first after",
    from: "From",
    to: "To",
    isFixed: "This range is fixed: it does not move with the time.",
    runsOn: "This range goes on with the time.",
    hint:
      "UTC, for example 2026-08-23 14:36:42. Without an end it runs on into live.",
    apply: "Show",
    close: "Close",
  },
  range: {
    from:
      "Write the start as date and time in UTC, from 1970 to 2099, for example 2026-08-23 14:36:42.",
    to:
      "Write the end as date and time in UTC, from 1970 to 2099, for example 2026-08-23 14:36:42, or leave it empty.",
    startsInFuture:
      "The start lies in the future, where nothing is recorded yet.",
    endsBeforeStart: "The end must be after the start.",
  },
  address: {
    unknown: (name: string) =>
      `The address has a part that this page does not know, “${name}”; it was left out.`,
    window: (text: string) =>
      `The address asks for a window of “${text}”; there are 1h, 6h, 24h, 7d and 31d. This is the last hour.`,
    windowBesideRange:
      "The address has both a window and a range; this is the range.",
    endWithoutStart:
      "The address has an end without a start; the end was left out.",
    times: (wrong: readonly (readonly [name: string, text: string])[]) => {
      const given = wrong.map(([name, text]) => `“${text}” for ${name}`);
      const times = wrong.length === 1 ? "is not a time" : "are not times";
      return `The address has ${
        given.join(" and ")
      }, which ${times} from 1970 to 2099, such as 2026-08-23T14:36:42Z. This is the last hour.`;
    },
    range: (problem: string) =>
      `The address has a range that cannot be shown. ${problem} This is the last hour.`,
    speed: (text: string) =>
      `The address asks for speed “${text}”; there are 1, 10, 60 and 600.`,
    at: (text: string) =>
      `The address pauses at “${text}”, which is no moment of its range; it is not paused.`,
    map: (text: string) =>
      `The address asks for the map at “${text}”, which is not a latitude, a longitude and a zoom such as 12.5,-170,3. This is the whole world.`,
    satellites: (text: string) =>
      `The address names satellites as “${text}”; these must be catalogue numbers such as 25994,27424. These are all.`,
  },
  page: {
    waiting: "Waiting for the first positions… Is a producer running?",
    waitingFor: (satellites: string) =>
      `Waiting for positions of ${satellites}; nothing of it is recorded yet.`,
    unrecorded: (satellites: string) =>
      `Nothing is recorded of ${satellites}. This page looks again each minute, and shows it as soon as something is.`,
    unavailable: (why: string) => `${why}. This page goes on by itself.`,
    unreachable:
      "The server cannot be reached. This page keeps trying and goes on by itself.",
    refused: (detail: string) => `The server refused this view: ${detail}`,
    dropped: (detail: string) => `The server ended the connection: ${detail}`,
    dismiss: "Dismiss",
  },
  troubles: {
    lost: (since: string) =>
      `The server has not been reached since ${since} UTC. This page keeps trying; then it goes on by itself, and fills in what it missed.`,
    silent:
      "Nothing new arrives. If it lasts, the status page says which service to check; this page resumes by itself.",
    lagging:
      "Data arrives late. The status page says whether the projector is behind; if it is not, the connection is slow.",
    unrecorded: (satellites: string) =>
      `Nothing is recorded of ${satellites} yet; it is shown as soon as something is.`,
  },
  expectedError: {
    half: (error: string) => `half within ${error}`,
    most: (error: string) => `95 % within ${error}`,
    basis: {
      audit: "by its own audit",
      formula: "by the general formula",
    },
  },
  notKnown: (id: number) => `${id}, not known here`,
  withElementsOnly: "Only elements are known of",
  panel: {
    latitude: "Latitude",
    longitude: "Longitude",
    altitude: "Altitude",
    kilometres: "km",
    none: "–",
    positionsOf: (name: string) => `these positions of ${name}`,
    catalogue: (id: number) => `Catalogue number ${id}`,
    altitudeChart: "Altitude, km",
    trackChart: "Latitude over longitude, degrees",
    asOf: (time: string) => `as of ${time}`,
    noDataSince: (since: string) => `no data since ${since}`,
    noDataYet: "no data in this range",
    noDataSoFar: "no data so far",
    announceStale: (name: string, stale: string) => `${name}: ${stale}`,
    announceBack: (name: string) => `${name}: data again`,
    recorded: (count: string, of: string) => `${count} of ${of} recorded`,
    recordedOnly: (count: string) => `${count} recorded`,
    points: (count: string, gaps: number) =>
      `${count} points, ${
        gaps === 0 ? "no gaps" : gaps === 1 ? "1 gap" : `${gaps} gaps`
      }`,
    elements: (age: string) => `elements ${age} old`,
    elementsAhead: (age: string) => `elements ${age} ahead`,
    latestElements: (age: string) => `latest elements ${age} old`,
    elementsHint: (id: string, epoch: string, source: string) =>
      `Set ${id}, epoch ${epoch} UTC, source: ${source}.`,
    elementsOld:
      " Older than 7 days: positions computed from them may be off by kilometres.",
    noElements: "elements unknown",
    noElementsHint:
      "What these positions were computed from is not recorded with them.",
    gap: (length: string) => `no data ${length}`,
    altitudeSummary: (
      name: string,
      range: string,
      lowest: string,
      highest: string,
      gaps: string,
    ) =>
      `Altitude of ${name} over time, ${range}: lowest ${lowest} km, highest ${highest} km; ${gaps}.`,
    trackSummary: (
      name: string,
      range: string,
      place: string,
    ) =>
      `Latitude of ${name} over its longitude, ${range}; newest point at ${place}.`,
    emptySummary: (name: string, range: string) =>
      `${name}, ${range}: no positions.`,
    gapsSummary: (count: number, length: string) =>
      count === 0
        ? "no gaps"
        : `${count === 1 ? "1 gap" : `${count} gaps`}, ${length} without data`,
  },
};
