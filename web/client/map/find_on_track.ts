import type { Position } from "../feed/position_window.ts";
import { type MapFrame, type MapPoint, pointOf } from "./map_frame.ts";

/** A place of a track, and how far from a point of the map it is. */
export interface FoundOnTrack {
  position: Position;
  distancePx: number;
}

/** Finds the place of a track that is nearest to a point of the map. */
export function findOnTrack(
  frame: MapFrame,
  run: readonly Position[],
  { x, y }: MapPoint,
): FoundOnTrack | null {
  const halfWorldPx = frame.zoom * frame.width / 2;
  let found: FoundOnTrack | null = null;
  let from: MapPoint | null = null;
  for (const [i, position] of run.entries()) {
    const to = pointOf(frame, position);
    const start = from;
    from = to;
    // It goes round the back of the map.
    if (start === null || Math.abs(to.x - start.x) > halfWorldPx) continue;
    const [dx, dy] = [to.x - start.x, to.y - start.y];
    const length2 = dx * dx + dy * dy;
    const along = ((x - start.x) * dx + (y - start.y) * dy) / (length2 || 1);
    const share = Math.min(1, Math.max(0, along));
    const distancePx = Math.hypot(
      start.x + share * dx - x,
      start.y + share * dy - y,
    );
    if (found !== null && distancePx >= found.distancePx) continue;
    found = { distancePx, position: between(run[i - 1]!, position, share) };
  }
  return found;
}

/** Of neighbours so close that the way between them is straight on the map. */
function between(from: Position, to: Position, share: number): Position {
  const mix = (a: number, b: number) => a + share * (b - a);
  const east = ((to.longitudeDeg - from.longitudeDeg + 540) % 360) - 180;
  const longitudeDeg = from.longitudeDeg + share * east;
  return {
    timeMs: Math.round(mix(from.timeMs, to.timeMs)),
    latitudeDeg: mix(from.latitudeDeg, to.latitudeDeg),
    longitudeDeg: ((longitudeDeg + 540) % 360) - 180,
    altitudeKm: mix(from.altitudeKm, to.altitudeKm),
  };
}
