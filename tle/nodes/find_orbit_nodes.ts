import { ecefFromTeme } from "../ecef_from_teme.ts";
import { geodeticFromEcef } from "../geodetic.ts";
import type { Node, NodeCrossing } from "./node_crossing.ts";
import type { Orbit, TemeState } from "../orbit.ts";
import { temeOrNull } from "../teme_or_null.ts";
import { timeToNodes } from "./time_to_nodes.ts";

/** A crossing is looked for this part of a period around where it should be. */
const WITHIN_PERIODS = 1 / 8;
const MOST_STEPS = 12;

/**
 * An orbit that is nearer to the plane of the equator has no nodes to speak of:
 * Sun and Moon pull a geostationary satellite across it as far as its own orbit
 * takes it. Of a whole catalogue, only such were found otherwise in parts of a
 * range than in the whole.
 */
const LEAST_INCLINATION_DEG = 0.1;

const HOUR_MS = 3_600_000;

/** Half-open, UTC. */
export interface NodeRange {
  readonly fromMs: number;
  readonly toMs: number;
}

/**
 * Returns each crossing of the equator in a range, earliest first. Each is
 * predicted from the last of its kind, one nodal period on, which leaves a
 * step or two of Newton's method: two propagations a crossing.
 *
 * A crossing does not depend on the range that finds it. Where the elements give
 * no position, or lie in the plane of the equator, there is none.
 */
export function findOrbitNodes(orbit: Orbit, range: NodeRange): NodeCrossing[] {
  const { inclinationDeg } = orbit.elementSet;
  if (Math.min(inclinationDeg, 180 - inclinationDeg) < LEAST_INCLINATION_DEG) {
    return [];
  }
  const start = firstState(orbit, range);
  if (start === null) return [];
  const { ascendingMs, descendingMs, periodMs } = timeToNodes(start.state);
  // Else it is no orbit around the Earth, whatever SGP4 makes of it.
  if (!(periodMs > HOUR_MS && Number.isFinite(ascendingMs + descendingMs))) {
    return [];
  }
  const find = (node: Node, afterMs: number) =>
    nodesOfOneKind(orbit, range, {
      node,
      periodMs,
      // A guess that is late must not lose the first one.
      firstMs: start.timeMs + afterMs - periodMs,
    });
  return [
    ...find("ascending", ascendingMs),
    ...find("descending", descendingMs),
  ]
    .sort((a, b) => a.timeMs - b.timeMs);
}

function* nodesOfOneKind(
  orbit: Orbit,
  { fromMs, toMs }: NodeRange,
  guess: { node: Node; firstMs: number; periodMs: number },
): Generator<NodeCrossing> {
  const withinMs = guess.periodMs * WITHIN_PERIODS;
  let spacingMs = guess.periodMs;
  let lastMs: number | null = null;
  let predictedMs = guess.firstMs;
  while (predictedMs < toMs + withinMs) {
    const found = crossingNear(orbit, predictedMs, withinMs);
    if (
      found === null ||
      (found.state.velocityKmS.z > 0) !== (guess.node === "ascending")
    ) {
      lastMs = null;
      predictedMs += spacingMs;
      continue;
    }
    const { timeMs, state } = found;
    if (lastMs !== null) spacingMs = timeMs - lastMs;
    lastMs = timeMs;
    predictedMs = timeMs + spacingMs;
    if (timeMs < fromMs || timeMs >= toMs) continue;
    const { longitudeDeg, altitudeKm } = geodeticFromEcef(
      ecefFromTeme(state.positionKm, timeMs),
    );
    yield { node: guess.node, timeMs, longitudeDeg, altitudeKm };
  }
}

interface StateAt {
  readonly timeMs: number;
  readonly state: TemeState;
}

/** The millisecond nearest to where z is zero, and the state then; or null. */
function crossingNear(
  orbit: Orbit,
  predictedMs: number,
  withinMs: number,
): StateAt | null {
  let timeMs = Math.round(predictedMs);
  for (let step = 0; step < MOST_STEPS; step++) {
    const state = temeOrNull(orbit, timeMs);
    if (state === null) return null;
    const offMs = -state.positionKm.z / state.velocityKmS.z * 1000;
    if (!(Math.abs(timeMs + offMs - predictedMs) <= withinMs)) return null;
    // Clear of the middle between two milliseconds, which is a matter of noise.
    if (Math.abs(offMs) < 0.499) return { timeMs, state };
    if (Math.abs(offMs) < 0.501) {
      return settle(orbit, timeMs + Math.sign(offMs) / 2);
    }
    timeMs = Math.round(timeMs + offMs);
  }
  return null;
}

/** Takes the millisecond after one where z has not crossed by the middle. */
function settle(orbit: Orbit, middleMs: number): StateAt | null {
  const middle = temeOrNull(orbit, middleMs);
  if (middle === null) return null;
  const isBefore = middle.positionKm.z * middle.velocityKmS.z < 0;
  const timeMs = isBefore ? middleMs + 0.5 : middleMs - 0.5;
  const state = temeOrNull(orbit, timeMs);
  return state && { timeMs, state };
}

/** Where the elements first give a position, at the start or an hour later. */
function firstState(orbit: Orbit, { fromMs, toMs }: NodeRange): StateAt | null {
  for (let timeMs = fromMs; timeMs < toMs; timeMs += HOUR_MS) {
    const state = temeOrNull(orbit, timeMs);
    if (state !== null) return { timeMs, state };
  }
  return null;
}
