import { geodeticFromEcef, type GeodeticPosition } from "../geodetic.ts";
import {
  interpolatePosition,
  type PositionSamples,
} from "../interpolate_position.ts";
import type { NodeCrossing } from "./node_crossing.ts";

/** Of so many samples on each side the nearest are taken, eight in all. */
const AROUND = 8;
const EXACT_MS = 1e-3;
const MOST_STEPS = 10;

/** Positions of one satellite as they were recorded, in order of time. */
export interface RecordedTrack {
  readonly timeMs: ArrayLike<number>;
  /** In any unit: only the sign is looked at. */
  readonly latitude: ArrayLike<number>;
  positionAt(index: number): GeodeticPosition;
  /** Whether nothing is known of the time since the sample before this one. */
  isGapBefore(index: number): boolean;
}

/**
 * Returns each crossing of the equator that recorded positions show, earliest
 * first: interpolated between the two samples on either side of it, Earth-fixed,
 * with eight points. Of TERRA within 0.1 ms from samples a second apart, and
 * within 1 ms from samples a minute apart. Across a gap nothing is interpolated,
 * so a crossing that took place there is not told.
 */
export function findRecordedNodes(track: RecordedTrack): NodeCrossing[] {
  const { timeMs, latitude } = track;
  const found: NodeCrossing[] = [];
  let isNorth = latitude[0]! >= 0;
  for (let index = 1; index < timeMs.length; index++) {
    const wasNorth = isNorth;
    isNorth = latitude[index]! >= 0;
    if (isNorth === wasNorth || track.isGapBefore(index)) continue;
    const samples = samplesAround(track, index);
    const crossingMs = timeOfNode(samples, timeMs[index - 1]!, timeMs[index]!);
    const { longitudeDeg, altitudeKm } = geodeticFromEcef(
      interpolatePosition(samples, crossingMs).positionKm,
    );
    found.push({
      node: isNorth ? "ascending" : "descending",
      timeMs: Math.round(crossingMs),
      longitudeDeg,
      altitudeKm,
    });
  }
  return found;
}

/**
 * Where z is zero between two samples: by Newton's method from where a straight
 * line crosses, which the satellite's path nearly is.
 */
function timeOfNode(
  samples: PositionSamples,
  startMs: number,
  endMs: number,
): number {
  const zAt = (timeMs: number) =>
    interpolatePosition(samples, timeMs).positionKm.z;
  const startZ = zAt(startMs);
  let timeMs = startMs + (endMs - startMs) * startZ / (startZ - zAt(endMs));
  for (let step = 0; step < MOST_STEPS; step++) {
    const { positionKm, velocityKmS } = interpolatePosition(samples, timeMs);
    const offMs = positionKm.z / velocityKmS.z * 1000;
    // Also where it is no number: what is recorded may be no orbit at all.
    if (!(Math.abs(offMs) >= EXACT_MS)) break;
    timeMs = Math.min(endMs, Math.max(startMs, timeMs - offMs));
  }
  return timeMs;
}

/** The samples around one, on this side of any gap. */
function samplesAround(track: RecordedTrack, index: number): PositionSamples {
  let first = index;
  let end = index + 1;
  while (first > 0 && index - first < AROUND && !track.isGapBefore(first)) {
    first--;
  }
  while (
    end < track.timeMs.length && end - index < AROUND && !track.isGapBefore(end)
  ) end++;
  const indices = Array.from({ length: end - first }, (_, i) => first + i);
  const positions = indices.map((i) => track.positionAt(i));
  return {
    timeMs: indices.map((i) => track.timeMs[i]!),
    latitudeDeg: positions.map(({ latitudeDeg }) => latitudeDeg),
    longitudeDeg: positions.map(({ longitudeDeg }) => longitudeDeg),
    altitudeKm: positions.map(({ altitudeKm }) => altitudeKm),
  };
}
