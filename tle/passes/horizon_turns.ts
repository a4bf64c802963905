import { cubicRoot } from "./cubic_root.ts";
import {
  type HorizonWalk,
  isUp,
  mayReachHorizon,
  type Sighting,
} from "./horizon_walk.ts";

/** After so many guesses the interval is halved: where noise leads them astray. */
const MOST_GUESSES = 8;

/**
 * Returns, in order, what happens between two sightings, the second included if
 * its motion ends there: highest and lowest points, where they matter, and
 * for each crossing of the horizon the two milliseconds on either side of it.
 * From each of them to the next the elevation only rises or only falls.
 *
 * All of them are whole milliseconds, told by a sign on either side: so they are the
 * same wherever the two sightings lie.
 */
export function horizonTurns(
  walk: HorizonWalk,
  a: Sighting,
  b: Sighting,
): Sighting[] {
  const turns: Sighting[] = [];
  const addCrossing = (from: Sighting, to: Sighting) => {
    if (isUp(from) !== isUp(to)) turns.push(...crossing(walk, from, to));
  };
  const extreme = extremeBetween(walk, a, b);
  if (extreme === null) addCrossing(a, b);
  else {
    addCrossing(a, extreme);
    turns.push(extreme);
    addCrossing(extreme, b);
  }
  const { part, timeMs } = b;
  if (timeMs === part.fromMs || timeMs === part.toMs) turns.push(b);
  return turns;
}

/** Where the elevation turns, if that is of any consequence. */
function extremeBetween(
  walk: HorizonWalk,
  a: Sighting,
  b: Sighting,
): Sighting | null {
  const isTop = isRising(a);
  if (isRising(b) === isTop) return null;
  // A top within a pass may be its highest.
  const matters = isTop && isUp(a) && isUp(b) || mayReachHorizon(a, b);
  if (!matters) return null;
  const [last, first] = narrow(walk, [a, b], {
    isBefore: (sighting) => isRising(sighting) === isTop,
    guess: (c1, c2, c3) => cubicRoot(c1, 2 * c2, 3 * c3, 0),
  });
  return first.above > last.above === isTop ? first : last;
}

/** The last millisecond on one side, and the first on the other one. */
function crossing(
  walk: HorizonWalk,
  a: Sighting,
  b: Sighting,
): readonly [Sighting, Sighting] {
  return narrow(walk, [a, b], {
    isBefore: (sighting) => isUp(sighting) === isUp(a),
    guess: (c1, c2, c3, c0) => cubicRoot(c0, c1, c2, c3),
  });
}

function isRising({ ratePerS }: Sighting): boolean {
  return ratePerS > 0;
}

interface Sought {
  isBefore(sighting: Sighting): boolean;
  /** Where it is, as a part of the interval, along a cubic. */
  guess(c1: number, c2: number, c3: number, c0: number): number;
}

/**
 * Brings two sightings together around what is sought, until a millisecond lies
 * between them. Guesses are those of the cubic that has elevation and rate of
 * both ends: some four sightings where Newton's method from one end takes seven.
 */
function narrow(
  walk: HorizonWalk,
  [a, b]: readonly [Sighting, Sighting],
  { isBefore, guess }: Sought,
): readonly [Sighting, Sighting] {
  let [low, high] = [a, b];
  for (let guesses = 0; high.timeMs - low.timeMs > 1; guesses++) {
    const spanMs = high.timeMs - low.timeMs;
    const change = high.above - low.above;
    const lowRate = low.ratePerS * spanMs / 1000;
    const highRate = high.ratePerS * spanMs / 1000;
    const c2 = 3 * change - 2 * lowRate - highRate;
    const c3 = lowRate + highRate - 2 * change;
    const share = guesses < MOST_GUESSES
      ? guess(lowRate, c2, c3, low.above)
      : 0.5;
    const offMs = Math.round(share * spanMs);
    const middle = walk.at(
      low.timeMs + Math.min(spanMs - 1, Math.max(1, offMs)),
    );
    if (isBefore(middle)) low = middle;
    else high = middle;
  }
  return [low, high];
}
