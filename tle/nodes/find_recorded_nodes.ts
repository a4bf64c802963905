import { geodeticFromEcef, type GeodeticPosition } from "../geodetic.ts";
import {
  interpolatePosition,
  type PositionSamples,
} from "../interpolate_position.ts";
import type { NodeCrossing } from "./node_crossing.ts";

/** Of so many samples on each side the nearest are taken, eight in all. */
const AROUND = 8;
/**
 * Any orbit takes four times as long from node to node: what changes sides sooner
 * is not on its way along one.
 */
const LEAST_APART_MS = 600_000;
const EXACT_MS = 1e-3;
const MOST_STEPS = 10;

/** Positions of one satellite as they were recorded, in order of time. */
export interface RecordedTrack {
  readonly timeMs: ArrayLike<number>;
  /** In any unit: only the sign is looked at. */
  readonly latitude: ArrayLike<number>;
  /** Which element set each was computed from, by any number. */
  readonly elementSet: ArrayLike<number>;
  positionAt(index: number): GeodeticPosition;
  /** Whether nothing is known of the time since the sample before this one. */
  isGapBefore(index: number): boolean;
}

/**
 * Returns each crossing of the equator that recorded positions show, earliest
 * first: interpolated between the two samples on either side of it, Earth-fixed,
 * with eight points. Of TERRA within 0.1 ms from samples a second apart, and
 * within 1 ms from samples a minute apart. Across a gap nothing is interpolated,
 * so a crossing that took place there is not told. Nor are those within ten
 * minutes of each other, as where positions are wrong.
 */
export function findRecordedNodes(track: RecordedTrack): NodeCrossing[] {
  const { timeMs, latitude } = track;
  const found: NodeCrossing[] = [];
  const changes = sideChanges(latitude);
  const isSoon = (from = -1, to = -1) =>
    from >= 0 && to >= 0 && timeMs[to]! - timeMs[from]! < LEAST_APART_MS;
  for (const [i, index] of changes.entries()) {
    if (isSoon(changes[i - 1], index) || isSoon(index, changes[i + 1])) {
      continue;
    }
    if (track.isGapBefore(index)) continue;
    const samples = samplesAround(track, index);
    const crossingMs = timeOfNode(samples, timeMs[index - 1]!, timeMs[index]!);
    const { longitudeDeg, altitudeKm } = geodeticFromEcef(
      interpolatePosition(samples, crossingMs).positionKm,
    );
    found.push({
      node: latitude[index]! >= 0 ? "ascending" : "descending",
      timeMs: Math.round(crossingMs),
      longitudeDeg,
      altitudeKm,
    });
  }
  return found;
}

/** The samples that are on the other side of the equator than the one before. */
function sideChanges(latitude: ArrayLike<number>): number[] {
  const changes: number[] = [];
  for (let index = 1; index < latitude.length; index++) {
    if (latitude[index]! >= 0 !== latitude[index - 1]! >= 0) {
      changes.push(index);
    }
  }
  return changes;
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

/**
 * The samples around one, on this side of any gap and of any change of element
 * set. Only where the set changes at the crossing itself are there some of each.
 */
function samplesAround(track: RecordedTrack, index: number): PositionSamples {
  const { elementSet } = track;
  const goesOn = (next: number) =>
    !track.isGapBefore(next) &&
    (next === index || elementSet[next - 1] === elementSet[next]);
  let first = index;
  let end = index + 1;
  while (first > 0 && index - first < AROUND && goesOn(first)) first--;
  while (
    end < track.timeMs.length && end - index < AROUND && goesOn(end)
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
