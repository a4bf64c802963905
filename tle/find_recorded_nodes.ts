import {
  ecefFromGeodetic,
  geodeticFromEcef,
  type GeodeticPosition,
} from "./geodetic.ts";
import type { NodeCrossing } from "./node_crossing.ts";
import type { Vector3 } from "./vector3.ts";

/** So many samples make one polynomial, half of them on each side. */
const POINTS = 8;
const EXACT_MS = 1e-3;

/** Positions of one satellite as they were recorded, in order of time. */
export interface RecordedTrack {
  readonly timeMs: ArrayLike<number>;
  /** In any unit: only the sign is looked at. */
  readonly latitude: ArrayLike<number>;
  positionAt(index: number): GeodeticPosition;
}

/**
 * Returns each crossing of the equator that recorded positions show, earliest
 * first: interpolated between the two samples on either side of it, Earth-fixed,
 * with eight points. Of TERRA within 0.1 ms from samples a second apart, and
 * within 1 ms from samples a minute apart.
 *
 * @param maxStepMs Over a longer step nothing is interpolated, so a crossing
 * that took place there is not told.
 */
export function findRecordedNodes(
  track: RecordedTrack,
  maxStepMs: number,
): NodeCrossing[] {
  const { timeMs, latitude } = track;
  const found: NodeCrossing[] = [];
  let isNorth = latitude[0]! >= 0;
  for (let index = 1; index < timeMs.length; index++) {
    const wasNorth = isNorth;
    isNorth = latitude[index]! >= 0;
    if (isNorth === wasNorth) continue;
    if (timeMs[index]! - timeMs[index - 1]! > maxStepMs) continue;
    const path = pathAround(track, index, maxStepMs);
    const crossingMs = timeOfNode(path, timeMs[index - 1]!, timeMs[index]!);
    const { longitudeDeg, altitudeKm } = geodeticFromEcef(path(crossingMs));
    found.push({
      node: isNorth ? "ascending" : "descending",
      timeMs: Math.round(crossingMs),
      longitudeDeg,
      altitudeKm,
    });
  }
  return found;
}

/** Where z is zero, by halving the time between two samples. */
function timeOfNode(
  path: (timeMs: number) => Vector3,
  startMs: number,
  endMs: number,
): number {
  let [low, high] = [startMs, endMs];
  const isRising = path(high).z > path(low).z;
  while (high - low > EXACT_MS) {
    const middle = (low + high) / 2;
    if ((path(middle).z >= 0) === isRising) high = middle;
    else low = middle;
  }
  return high;
}

/** The polynomial through the samples around one, over no longer step. */
function pathAround(
  { timeMs, positionAt }: RecordedTrack,
  index: number,
  maxStepMs: number,
): (timeMs: number) => Vector3 {
  const isNear = (i: number) =>
    i > 0 && i < timeMs.length && timeMs[i]! - timeMs[i - 1]! <= maxStepMs;
  let first = index;
  let last = index;
  // Widened on the side that has fewer, where it can be.
  while (last - first + 1 < POINTS) {
    const before = isNear(first);
    const after = isNear(last + 1);
    if (!before && !after) break;
    if (before && (!after || index - first <= last - index + 1)) first--;
    else last++;
  }
  const originMs = timeMs[index]!;
  const times: number[] = [];
  const places: Vector3[] = [];
  for (let i = first; i <= last; i++) {
    times.push(timeMs[i]! - originMs);
    places.push(ecefFromGeodetic(positionAt(i)));
  }
  return (atMs) => interpolate(times, places, atMs - originMs);
}

/** Lagrange's polynomial through some places, at a time. */
function interpolate(
  times: readonly number[],
  places: readonly Vector3[],
  time: number,
): Vector3 {
  let [x, y, z] = [0, 0, 0];
  for (let i = 0; i < times.length; i++) {
    let weight = 1;
    for (let j = 0; j < times.length; j++) {
      if (j !== i) weight *= (time - times[j]!) / (times[i]! - times[j]!);
    }
    x += weight * places[i]!.x;
    y += weight * places[i]!.y;
    z += weight * places[i]!.z;
  }
  return { x, y, z };
}
