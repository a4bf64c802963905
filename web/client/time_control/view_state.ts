import { formatIso } from "../format.ts";
import {
  defaultPassesChoice,
  formatPassesChoice,
  parsePassesChoice,
  type PassesChoice,
  passesParameters,
} from "../passes/passes_choice.ts";
import { formatMap, parseMap } from "../map/map_address.ts";
import { type MapCamera, wholeWorld } from "../map/map_frame.ts";
import {
  defaultTableChoice,
  formatTableChoice,
  parseTableChoice,
  type TableChoice,
  tableParameters,
} from "../satellites/table_choice.ts";
import { type Page, pageOf, pages } from "../pages.ts";
import { texts } from "../texts.ts";
import { type LiveWindow, windows } from "./live_windows.ts";
import { parseUtc } from "./parse_utc.ts";

export const speeds = [1, 10, 60, 600] as const;
export type Speed = (typeof speeds)[number];

export type ViewRange =
  | { kind: "live"; window: LiveWindow }
  /** Half-open, UTC; without an end it runs on into live. */
  | { kind: "fixed"; fromMs: number; toMs: number | null };

/** What the page shows: all of it is in the address, so that a link shows the same. */
export interface ViewState {
  page: Page;
  range: ViewRange;
  /** How many times faster than it was it is played; null shows the range at once. */
  speed: Speed | null;
  /** The moment at which it is paused. */
  atMs: number | null;
  /** Catalogue numbers; null means all. */
  satellites: number[] | null;
  /** What of the world the map shows. */
  map: MapCamera;
  passes: PassesChoice;
  table: TableChoice;
}

export const defaultViewState: ViewState = {
  page: "dashboard",
  range: { kind: "live", window: "1h" },
  speed: null,
  atMs: null,
  satellites: null,
  map: wholeWorld,
  passes: defaultPassesChoice,
  table: defaultTableChoice,
};

const known = [
  ...["window", "from", "to", "speed", "at", "satellites", "map"],
  ...passesParameters,
  ...tableParameters,
];

/**
 * Returns the view that an address asks for, with a sentence for each part that
 * could not be followed; the default stands in for those.
 */
export function parseViewState(
  { pathname, search }: { pathname: string; search: string },
  nowMs: number,
): { state: ViewState; problems: string[] } {
  const query = new URLSearchParams(search);
  const problems: string[] = [];
  for (const name of new Set(query.keys())) {
    if (!known.includes(name)) problems.push(texts.address.unknown(name));
  }
  const range = parseRange(query, nowMs, problems);
  const state = {
    page: pageOf(pathname),
    range,
    speed: parseSpeed(query.get("speed"), problems),
    atMs: parseAt(query.get("at"), range, nowMs, problems),
    satellites: parseSatellites(query.get("satellites"), problems),
    map: parseCamera(query.get("map"), problems),
    passes: parsePassesChoice(query, problems),
    table: parseTableChoice(query, problems),
  };
  return { state, problems };
}

/** Returns the path and query of a view; the default one has no query. */
export function formatViewState(state: ViewState): string {
  const parts: string[] = [];
  const { range, speed, atMs, satellites, map, passes, table } = state;
  if (range.kind === "fixed") {
    parts.push(`from=${formatIso(range.fromMs)}`);
    if (range.toMs !== null) parts.push(`to=${formatIso(range.toMs)}`);
  } else if (range.window !== "1h") parts.push(`window=${range.window}`);
  if (speed !== null) parts.push(`speed=${speed}`);
  if (atMs !== null) parts.push(`at=${formatIso(atMs)}`);
  if (satellites) parts.push(`satellites=${satellites.join(",")}`);
  const world = formatMap(map);
  if (world !== formatMap(wholeWorld)) parts.push(`map=${world}`);
  parts.push(...formatPassesChoice(passes), ...formatTableChoice(table));
  const search = parts.length === 0 ? "" : `?${parts.join("&")}`;
  return `${pages[state.page]}${search}`;
}

/** Returns what is wrong with a range as a sentence, or null. */
export function findRangeProblem(
  fromMs: number,
  toMs: number | null,
  nowMs: number,
): string | null {
  if (fromMs >= nowMs) return texts.range.startsInFuture;
  if (toMs !== null && fromMs >= toMs) return texts.range.endsBeforeStart;
  return null;
}

function parseRange(
  query: URLSearchParams,
  nowMs: number,
  problems: string[],
): ViewRange {
  const from = query.get("from");
  const to = query.get("to");
  const window = query.get("window");
  if (from === null) {
    if (to !== null) problems.push(texts.address.endWithoutStart);
    const found = windows.find((known) => known === window);
    if (window !== null && !found) {
      problems.push(texts.address.window(window));
    }
    return { kind: "live", window: found ?? "1h" };
  }
  if (window !== null) problems.push(texts.address.windowBesideRange);
  const fromMs = parseUtc(from);
  const toMs = to === null ? null : parseUtc(to);
  const wrong = [
    ...fromMs === null ? [["from", from] as const] : [],
    ...to !== null && toMs === null ? [["to", to] as const] : [],
  ];
  if (fromMs === null || wrong.length > 0) {
    problems.push(texts.address.times(wrong));
    return defaultViewState.range;
  }
  const problem = findRangeProblem(fromMs, toMs, nowMs);
  if (problem === null) return { kind: "fixed", fromMs, toMs };
  problems.push(texts.address.range(problem));
  return defaultViewState.range;
}

function parseSpeed(text: string | null, problems: string[]): Speed | null {
  const speed = speeds.find((speed) => String(speed) === text) ?? null;
  if (text !== null && speed === null) problems.push(texts.address.speed(text));
  return speed;
}

function parseAt(
  text: string | null,
  range: ViewRange,
  nowMs: number,
  problems: string[],
): number | null {
  if (text === null) return null;
  const atMs = parseUtc(text);
  const inside = atMs !== null && atMs <= nowMs && (range.kind === "live" ||
    (atMs > range.fromMs && atMs <= (range.toMs ?? nowMs)));
  if (!inside) problems.push(texts.address.at(text));
  return inside ? atMs : null;
}

function parseCamera(text: string | null, problems: string[]): MapCamera {
  const camera = text === null ? wholeWorld : parseMap(text);
  if (camera === null) problems.push(texts.address.map(text!));
  return camera ?? wholeWorld;
}

function parseSatellites(
  text: string | null,
  problems: string[],
): number[] | null {
  if (text === null) return null;
  const numbers = text.split(",").map((part) => part.trim());
  if (numbers.every((part) => /^[1-9]\d{0,8}$/.test(part))) {
    return [...new Set(numbers.map(Number))];
  }
  problems.push(texts.address.satellites(text));
  return null;
}
