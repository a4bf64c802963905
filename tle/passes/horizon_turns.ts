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
 * Returns where to look between two sightings, in order: at the second one; or
 * where the horizon is crossed, at the last millisecond on this side and the first
 * on the other, and no farther.
 */
export function horizonTurns(
  walk: HorizonWalk,
  a: Sighting,
  b: Sighting,
): readonly Sighting[] {
  if (isUp(a) !== isUp(b)) return crossing(walk, a, b);
  // Up and down again in one step, or down and up again: by way of the top or of
  // the lowest point.
  const mayCross = isRising(a) !== isRising(b) && isRising(a) !== isUp(a) &&
    mayReachHorizon(a, b);
  if (!mayCross) return [b];
  const extreme = extremeBetween(walk, a, b);
  return isUp(extreme) === isUp(a) ? [b] : crossing(walk, a, extreme);
}

/** The millisecond that is highest, or lowest, between two of which one rises. */
export function extremeBetween(
  walk: HorizonWalk,
  a: Sighting,
  b: Sighting,
): Sighting {
  const isTop = isRising(a);
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

export function isRising({ ratePerS }: Sighting): boolean {
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
 * both ends: 3.3 sightings each, the last one or two of them to be sure of the
 * millisecond.
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
