import { lookAngles, type Site } from "../look_angles.ts";
import type { FoundPass } from "./found_pass.ts";
import { extremeBetween, horizonTurns, isRising } from "./horizon_turns.ts";
import {
  createHorizonWalk,
  type HorizonWalk,
  isUp,
  type Sighting,
} from "./horizon_walk.ts";
import { type KnownStretch, knownStretches } from "./known_stretch.ts";
import type { Motion } from "./motion.ts";

/** Steps between two chances for others: some milliseconds. */
const STEPS_AT_ONCE = 500;

/** Which passes to find: all that overlap `[fromMs, toMs)`. */
export interface PassSearch {
  readonly fromMs: number;
  readonly toMs: number;
  /** Where a pass begins and ends; -90 to 90 exclusive. */
  readonly horizonDeg: number;
}

/**
 * Finds one satellite's passes over a site, earliest first, each from its true
 * AOS to its true LOS, also where these lie outside the search.
 *
 * @param motions Of one satellite, in order; where one ends more than a
 * millisecond before the next begins, nothing is known in between, and passes are
 * cut there.
 * @returns Passes, and null in between where others may run.
 */
export function* findPasses<M extends Motion>(
  motions: readonly M[],
  site: Site,
  search: PassSearch,
): Generator<FoundPass<M> | null> {
  for (const stretch of knownStretches(motions)) {
    if (stretch.toMs < search.fromMs || stretch.fromMs >= search.toMs) continue;
    for (const pass of passesWithin(stretch, site, search)) {
      if (
        pass === null ||
        pass.losMs >= search.fromMs && pass.aosMs < search.toMs
      ) yield pass;
    }
  }
}

/** A pass as far as it is known: it begins, and goes on for now. */
interface Begun {
  readonly aos: Sighting;
  readonly last: Sighting;
  /** Of AOS and of the ends of motions, at which the elevation may jump. */
  readonly highestEdge: Sighting;
  /** Between which two sightings each culmination is. */
  readonly tops: readonly (readonly [Sighting, Sighting])[];
}

/** Also some that end before the search, or begin after it. */
function* passesWithin<M extends Motion>(
  stretch: KnownStretch<M>,
  site: Site,
  { fromMs, toMs, horizonDeg }: PassSearch,
): Generator<FoundPass<M> | null> {
  const walk = createHorizonWalk(stretch, site, horizonDeg);
  let steps = 0;
  const isTimeForOthers = () => ++steps % STEPS_AT_ONCE === 0;

  let sighting = walk.at(Math.max(stretch.fromMs, Math.floor(fromMs)));
  while (isUp(sighting) && sighting.timeMs > stretch.fromMs) {
    sighting = walk.before(sighting);
    if (isTimeForOthers()) yield null;
  }
  let begun = isUp(sighting) ? begin(sighting) : null;
  while (
    sighting.timeMs < stretch.toMs && (begun !== null || sighting.timeMs < toMs)
  ) {
    if (isTimeForOthers()) yield null;
    const turns = horizonTurns(walk, sighting, walk.after(sighting));
    for (const turn of turns) {
      if (isUp(turn)) begun = begun === null ? begin(turn) : goOn(begun, turn);
      else if (begun !== null) {
        yield finish(begun, walk, stretch, site);
        begun = null;
      }
    }
    sighting = turns.at(-1)!;
  }
  if (begun !== null) yield finish(begun, walk, stretch, site);
}

function begin(sighting: Sighting): Begun {
  return { aos: sighting, last: sighting, highestEdge: sighting, tops: [] };
}

function goOn(
  { aos, last, highestEdge, tops }: Begun,
  sighting: Sighting,
): Begun {
  const { timeMs, part } = sighting;
  const isOverTop = isRising(last) && !isRising(sighting);
  const isEdge = timeMs === part.fromMs || timeMs === part.toMs;
  return {
    aos,
    last: sighting,
    highestEdge: isEdge ? higher(highestEdge, sighting) : highestEdge,
    tops: isOverTop ? [...tops, [last, sighting]] : tops,
  };
}

function higher(a: Sighting, b: Sighting): Sighting {
  return b.above > a.above ? b : a;
}

function finish<M extends Motion>(
  { aos, last, highestEdge, tops }: Begun,
  walk: HorizonWalk,
  { fromMs, toMs, parts }: KnownStretch<M>,
  site: Site,
): FoundPass<M> {
  // A single one is looked for from AOS to LOS, wherever the steps were: of
  // recorded positions, which are rounded, it may be several close together,
  // and which is found depends on where one looks.
  const isSingle = tops.length === 1 && isRising(aos) && !isRising(last);
  const culminations = (isSingle ? [[aos, last] as const] : tops)
    .map(([a, b]) => extremeBetween(walk, a, b));
  const { timeMs: tcaMs, part } = culminations.reduce(higher, highestEdge);
  const aosMs = aos.timeMs;
  const losMs = last.timeMs;
  return {
    aosMs,
    tcaMs,
    losMs,
    maxElevationDeg: lookAngles(site, part.motion.stateAt(tcaMs)).elevationDeg,
    cut: { start: aosMs === fromMs, end: losMs === toMs },
    motions: parts
      .filter((part) => part.fromMs <= losMs && part.toMs >= aosMs)
      .map(({ motion }) => motion),
  };
}
