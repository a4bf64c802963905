import { lookAngles, type Site } from "../look_angles.ts";
import type { FoundPass } from "./found_pass.ts";
import { horizonTurns } from "./horizon_turns.ts";
import { createHorizonWalk, isUp, type Sighting } from "./horizon_walk.ts";
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
  readonly aosMs: number;
  readonly highest: Sighting;
  readonly lastMs: number;
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
        yield finish(begun, stretch, site);
        begun = null;
      }
    }
    // From a rise or a set itself, so that nothing in a pass depends on where the
    // search came from: noise of recorded positions moves a culmination.
    sighting = turns.at(-1)!;
  }
  if (begun !== null) yield finish(begun, stretch, site);
}

function begin(sighting: Sighting): Begun {
  const { timeMs } = sighting;
  return { aosMs: timeMs, highest: sighting, lastMs: timeMs };
}

function goOn({ aosMs, highest }: Begun, sighting: Sighting): Begun {
  return {
    aosMs,
    highest: sighting.above > highest.above ? sighting : highest,
    lastMs: sighting.timeMs,
  };
}

function finish<M extends Motion>(
  { aosMs, highest, lastMs: losMs }: Begun,
  stretch: KnownStretch<M>,
  site: Site,
): FoundPass<M> {
  const { timeMs: tcaMs, part } = highest;
  return {
    aosMs,
    tcaMs,
    losMs,
    maxElevationDeg: lookAngles(site, part.motion.stateAt(tcaMs)).elevationDeg,
    cut: { start: aosMs === stretch.fromMs, end: losMs === stretch.toMs },
    motions: stretch.parts
      .filter((part) => part.fromMs <= losMs && part.toMs >= aosMs)
      .map(({ motion }) => motion),
  };
}
