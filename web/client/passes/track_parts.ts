import type { Pass, TrackPoint } from "./contract.ts";

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

/** Where a satellite is between two points of its track. */
export function pointAt(
  track: readonly TrackPoint[],
  timeMs: number,
): { azimuthDeg: number; elevationDeg: number } | null {
  const after = track.findIndex(({ time }) => Date.parse(time) >= timeMs);
  const b = track[after];
  if (!b) return null;
  const a = track[after - 1];
  const toMs = Date.parse(b.time);
  if (!a) {
    return toMs === timeMs
      ? { azimuthDeg: b.azimuth_deg, elevationDeg: b.elevation_deg }
      : null;
  }
  const fromMs = Date.parse(a.time);
  const part = (timeMs - fromMs) / (toMs - fromMs);
  // The short way, also across north.
  const turn = (b.azimuth_deg - a.azimuth_deg + 540) % 360 - 180;
  return {
    azimuthDeg: (a.azimuth_deg + part * turn + 360) % 360,
    elevationDeg: a.elevation_deg + part * (b.elevation_deg - a.elevation_deg),
  };
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
