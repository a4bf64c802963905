import type { Pass, TrackPoint } from "./contract.ts";
import { type Look, lookAlong, type SkyPlace } from "./look_along.ts";

/** A stretch of a track that is drawn in one way; neighbours share a point. */
export interface TrackPart {
  points: TrackPoint[];
  /** Whether any of the Sun's light falls on the satellite. */
  isLit: boolean;
  source: TrackPoint["source"];
}

/** What was recorded is a whole line. */
export const trackDashes: Record<TrackPoint["source"], number[]> = {
  recorded: [],
  predicted: [5, 4],
};

const minuteMs = 60_000;
const marks = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1_440];
const mostMarks = 12;

/** Returns the stretches of a track; a line is recorded where both its ends are. */
export function trackParts(track: readonly TrackPoint[]): TrackPart[] {
  const parts: TrackPart[] = [];
  for (const [i, to] of track.entries()) {
    const from = track[i - 1];
    if (!from) continue;
    const isLit = from.light !== "umbra";
    const source = to.source === "recorded" ? from.source : to.source;
    const last = parts.at(-1);
    if (last?.isLit === isLit && last.source === source) last.points.push(to);
    else parts.push({ points: [from, to], isLit, source });
  }
  return parts;
}

/**
 * Where a satellite is between two points of its track; null where it has none
 * then. It goes straight from one to the other: by azimuth and elevation it
 * would go astray near the zenith.
 */
export function pointAt(
  track: readonly TrackPoint[],
  timeMs: number,
): Look | null {
  const after = track.findIndex(({ time }) => Date.parse(time) >= timeMs);
  const b = track[after];
  if (!b) return null;
  const a = track[after - 1];
  const toMs = Date.parse(b.time);
  if (!a) return toMs === timeMs ? lookAlong(placeOf(b)) : null;
  const fromMs = Date.parse(a.time);
  const part = (timeMs - fromMs) / (toMs - fromMs);
  const to = placeOf(b);
  const [east, north, up] = placeOf(a).map((from, i) =>
    from + part * (to[i]! - from)
  );
  return lookAlong([east!, north!, up!]);
}

function placeOf(
  { azimuth_deg, elevation_deg, range_km }: TrackPoint,
): SkyPlace {
  const [azimuth, elevation] = [azimuth_deg, elevation_deg]
    .map((degrees) => degrees * Math.PI / 180);
  const flatKm = range_km * Math.cos(elevation!);
  return [
    flatKm * Math.sin(azimuth!),
    flatKm * Math.cos(azimuth!),
    range_km * Math.sin(elevation!),
  ];
}

/** Round times within a pass, a minute apart or as many as keep them few. */
export function timeMarks(pass: Pass): number[] {
  const fromMs = Date.parse(pass.aos.time);
  const toMs = Date.parse(pass.los.time);
  const minutes =
    marks.find((step) => (toMs - fromMs) / (step * minuteMs) <= mostMarks) ??
      1_440 * Math.ceil((toMs - fromMs) / (1_440 * minuteMs) / mostMarks);
  const stepMs = minutes * minuteMs;
  const times: number[] = [];
  const firstMs = (Math.floor(fromMs / stepMs) + 1) * stepMs;
  for (let timeMs = firstMs; timeMs < toMs; timeMs += stepMs) {
    times.push(timeMs);
  }
  return times;
}
