/** A point of a track, in degrees. */
export interface TrackPoint {
  longitudeDeg: number;
  latitudeDeg: number;
}

/**
 * Returns a track as lines that each stay on one side of the antimeridian.
 *
 * Where it crosses, both lines get a point on the edge, so that each reaches it.
 * Two points are taken to be joined the shorter way round.
 */
export function splitAtAntimeridian(
  points: readonly TrackPoint[],
): TrackPoint[][] {
  const lines: TrackPoint[][] = [];
  let line: TrackPoint[] = [];
  let previous: TrackPoint | undefined;
  for (const { longitudeDeg, latitudeDeg } of points) {
    const point = { longitudeDeg, latitudeDeg };
    if (
      previous && Math.abs(point.longitudeDeg - previous.longitudeDeg) > 180
    ) {
      const edge = previous.longitudeDeg > 0 ? 180 : -180;
      const latitude = latitudeAtEdge(previous, point, edge);
      line.push({ longitudeDeg: edge, latitudeDeg: latitude });
      lines.push(line);
      line = [{ longitudeDeg: -edge, latitudeDeg: latitude }];
    }
    line.push(point);
    previous = point;
  }
  if (line.length > 0) lines.push(line);
  return lines;
}

function latitudeAtEdge(
  from: TrackPoint,
  to: TrackPoint,
  edge: number,
): number {
  const unwrapped = to.longitudeDeg + 2 * edge;
  const span = unwrapped - from.longitudeDeg;
  const share = span === 0 ? 0 : (edge - from.longitudeDeg) / span;
  return from.latitudeDeg + share * (to.latitudeDeg - from.latitudeDeg);
}
