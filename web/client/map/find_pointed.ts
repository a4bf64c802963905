import { findOnTrack } from "./find_on_track.ts";
import { type MapFrame, type MapPoint, pointOf } from "./map_frame.ts";
import type { MapScene, Pointed } from "./map_scene.ts";
import type { SkyPoints } from "./sky_points.ts";

const satellitePx = 10;
const trackPx = 7;

/** Finds what is at a point of the map: satellites before tracks. */
export function findPointed(
  scene: MapScene,
  { frame, point, points }: {
    frame: MapFrame;
    point: MapPoint;
    points: SkyPoints;
  },
): Pointed | null {
  const near = scene.satellites.filter(({ position }) => {
    if (position === null) return false;
    const { x, y } = pointOf(frame, position);
    return Math.hypot(x - point.x, y - point.y) <= satellitePx;
  });
  const noradId = near[0]?.noradId ?? points.nearest(point, satellitePx);
  return noradId === null
    ? pointedTrack(scene, frame, point)
    : pointedSatellite(scene, noradId);
}

/** Where a satellite is now, pointed at; null where that is not known. */
export function pointedSatellite(
  { satellites, sky, timeMs }: MapScene,
  noradId: number,
): Pointed | null {
  const chosen = satellites.find((one) => one.noradId === noradId);
  if (chosen?.position) {
    return { noradId, position: chosen.position, track: null };
  }
  const place = sky?.at(noradId, timeMs);
  return place
    ? { noradId, position: { ...place, timeMs: place.sampleMs }, track: null }
    : null;
}

function pointedTrack(
  { satellites }: MapScene,
  frame: MapFrame,
  point: MapPoint,
): Pointed | null {
  let nearest: Pointed | null = null;
  let least = trackPx;
  for (const { noradId, past, older, coming } of satellites) {
    const runs = [
      ...[...past, ...older].map((points) => ({
        track: "past" as const,
        points,
      })),
      ...coming.map(({ source, points }) => ({ track: source, points })),
    ];
    for (const { track, points } of runs) {
      const found = findOnTrack(frame, points, point);
      if (found === null || found.distancePx >= least) continue;
      least = found.distancePx;
      nearest = { noradId, position: found.position, track };
    }
  }
  return nearest;
}
