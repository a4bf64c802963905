import type { TimeRange } from "../feed/position_window.ts";
import { breakAtGaps } from "../satellites/break_at_gaps.ts";
import type { NodesAnswer } from "./contract.ts";

/** A crossing of the equator as the chart has it. */
export interface DriftPoint {
  timeMs: number;
  /** Local solar times, in hours of the day. */
  meanHours: number;
  apparentHours: number;
  altitudeKm: number;
  revolution: number | null;
}

/** How the local solar time of a satellite's crossings went over time. */
export interface DriftHistory {
  /** Without a gap within, and without a midnight. */
  runs: DriftPoint[][];
  gaps: TimeRange[];
  range: TimeRange;
}

/**
 * Returns the history in an answer; null where it holds no crossing.
 *
 * @param asked What was asked for; null for all there is.
 */
export function driftHistory(
  { nodes, gaps }: NodesAnswer,
  asked: TimeRange | null,
): DriftHistory | null {
  const points = nodes.map((node) => ({
    timeMs: Date.parse(node.time),
    meanHours: hoursOf(node.mean_local_solar_time),
    apparentHours: hoursOf(node.apparent_local_solar_time),
    altitudeKm: node.altitude_km,
    revolution: node.revolution,
  }));
  const [first] = points;
  if (first === undefined) return null;
  const ranges = gaps.map(({ from, to }) => ({
    fromMs: Date.parse(from),
    toMs: Date.parse(to),
  }));
  return {
    runs: breakAtGaps(points, ranges, { maxStepMs: Infinity })
      .flatMap(breakAtMidnight),
    gaps: ranges,
    range: asked ?? { fromMs: first.timeMs, toMs: points.at(-1)!.timeMs },
  };
}

/** The day ends at 24 hours: a line across the plot would be none. */
function breakAtMidnight(run: readonly DriftPoint[]): DriftPoint[][] {
  const runs: DriftPoint[][] = [];
  for (const point of run) {
    const last = runs.at(-1)?.at(-1);
    const isAcross = last === undefined ||
      Math.abs(point.meanHours - last.meanHours) > 12 ||
      Math.abs(point.apparentHours - last.apparentHours) > 12;
    if (isAcross) runs.push([point]);
    else runs.at(-1)!.push(point);
  }
  return runs;
}

function hoursOf(timeOfDay: string): number {
  const [hours = NaN, minutes = NaN, seconds = NaN] = timeOfDay.split(":")
    .map(Number);
  return hours + minutes / 60 + seconds / 3600;
}
