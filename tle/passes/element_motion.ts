import { ecefFromTeme } from "../ecef_from_teme.ts";
import type { EcefState } from "../ecef_state.ts";
import { ecefStateFromTeme } from "../ecef_state_from_teme.ts";
import type { ElementSet } from "../element_set.ts";
import { createOrbit, type Orbit } from "../orbit.ts";
import { followOrbit } from "./follow_orbit.ts";
import type { Motion } from "./motion.ts";

/**
 * SGP4's velocity is not quite how its position changes. Of low and nearly circular
 * orbits it puts a culmination off by 14 ms at most, but by 0.3 s where they are
 * eccentric, and by five minutes in the geostationary orbit, as in deep space
 * it knows nothing of Sun and Moon. There the change is measured instead.
 */
const hasTrueVelocity = ({ meanMotion, eccentricity }: ElementSet) =>
  meanMotion > 6.5 && eccentricity < 0.05;
const HALF_SECOND_MS = 500;

/** What an element set says, within a stretch of time in which it may be used. */
export interface ElementMotion<S extends ElementSet = ElementSet>
  extends Motion {
  readonly elementSet: S;
}

/**
 * Returns the motion that an element set gives in `[fromMs, toMs]`, or in as
 * much of it as it gives positions for. It is followed there from the epoch:
 * years after a satellite is down, SGP4 may give what looks like an orbit again.
 *
 * @param range Whole milliseconds.
 * @throws {PropagationError} If it gives none at all.
 */
export function createElementMotion<S extends ElementSet>(
  elementSet: S,
  range: { readonly fromMs: number; readonly toMs: number },
): ElementMotion<S> {
  const orbit = createOrbit(elementSet);
  const epochMs = Math.round(elementSet.epochUs / 1000);
  const later = followOrbit(orbit, epochMs, Math.max(epochMs, range.toMs));
  const earlier = followOrbit(orbit, epochMs, Math.min(epochMs, range.fromMs));
  const fromMs = Math.max(range.fromMs, earlier.lastMs);
  const toMs = Math.min(range.toMs, later.lastMs);
  if (fromMs > toMs) throw (later.failure ?? earlier.failure)!;
  const stateAt = hasTrueVelocity(elementSet)
    ? (timeMs: number) => ecefStateFromTeme(orbit.temeAt(timeMs), timeMs)
    : (timeMs: number) => measuredState(orbit, timeMs);
  return {
    elementSet,
    fromMs,
    toMs,
    mostKmS: Math.max(earlier.mostKmS, later.mostKmS),
    stateAt: (timeMs) => {
      // Written so that NaN fails it as well.
      if (!(timeMs >= fromMs && timeMs <= toMs)) {
        throw new RangeError(
          `Cannot tell where ${elementSet.noradId} is as the time must be ` +
            `within ${fromMs} to ${toMs}: current value is ${timeMs}`,
        );
      }
      return stateAt(timeMs);
    },
  };
}

function measuredState(orbit: Orbit, timeMs: number): EcefState {
  const positionAt = (ms: number) =>
    ecefFromTeme(orbit.temeAt(ms).positionKm, ms);
  const before = positionAt(timeMs - HALF_SECOND_MS);
  const after = positionAt(timeMs + HALF_SECOND_MS);
  return {
    positionKm: positionAt(timeMs),
    velocityKmS: {
      x: after.x - before.x,
      y: after.y - before.y,
      z: after.z - before.z,
    },
  };
}
