import { firstIndex } from "../first_index.ts";
import type { Site } from "../look_angles.ts";
import {
  createHorizon,
  type HorizonSight,
  horizonSight,
} from "./horizon_sight.ts";
import type { KnownStretch, MotionPart } from "./known_stretch.ts";

/**
 * A step of this part of the distance is so straight that the elevation turns at
 * most once in it, as it does along a straight line.
 */
const STRAIGHT = 0.3;
/**
 * And no longer than this: what stands nearly still over the turning Earth, does
 * so in curves that are as long as a day. It is four degrees of one.
 */
const MOST_STEP_MS = 900_000;

/** What an observer sees at an instant, in whole milliseconds. */
export interface Sighting extends HorizonSight {
  readonly timeMs: number;
  readonly part: MotionPart;
}

/** A way along a satellite's known motion, as one observer sees it. */
export interface HorizonWalk {
  /** @param timeMs Within the stretch. */
  at(timeMs: number): Sighting;
  /** The next one at which to look; there is one. */
  after(sighting: Sighting): Sighting;
  /** The other way. */
  before(sighting: Sighting): Sighting;
}

export function createHorizonWalk(
  { parts }: KnownStretch,
  site: Site,
  horizonDeg: number,
): HorizonWalk {
  const horizon = createHorizon(site, horizonDeg);

  function at(timeMs: number): Sighting {
    const part =
      parts[firstIndex(parts.length, (i) => parts[i]!.toMs >= timeMs)]!;
    const sight = horizonSight(horizon, part.motion.stateAt(timeMs));
    // Field by field, as this is done some ten thousand times a search.
    return {
      timeMs,
      part,
      above: sight.above,
      ratePerS: sight.ratePerS,
      rangeKm: sight.rangeKm,
      toHorizonKm: sight.toHorizonKm,
    };
  }

  return {
    at,
    after: (sighting) => {
      const { timeMs, part } = sighting;
      return at(
        timeMs === part.toMs
          ? timeMs + 1
          : Math.min(part.toMs, timeMs + stepMs(sighting)),
      );
    },
    before: (sighting) => {
      const { timeMs, part } = sighting;
      return at(
        timeMs === part.fromMs
          ? timeMs - 1
          : Math.max(part.fromMs, timeMs - stepMs(sighting)),
      );
    },
  };
}

export function isUp({ above }: HorizonSight): boolean {
  return above >= 0;
}

/** Whether a satellite may have come to the horizon between two sightings. */
export function mayReachHorizon(a: Sighting, b: Sighting): boolean {
  const mostKm = a.part.motion.mostKmS * (b.timeMs - a.timeMs) / 1000;
  return a.toHorizonKm + b.toHorizonKm <= mostKm;
}

/**
 * How long the satellite cannot come up, or else how long it goes nearly straight
 * on. While it is up, each culmination counts.
 */
function stepMs(sighting: Sighting): number {
  const msPerKm = 1000 / sighting.part.motion.mostKmS;
  const straightMs = STRAIGHT * sighting.rangeKm * msPerKm;
  const downMs = isUp(sighting) ? 0 : sighting.toHorizonKm * msPerKm;
  return Math.max(
    1,
    Math.floor(Math.max(downMs, Math.min(straightMs, MOST_STEP_MS))),
  );
}
