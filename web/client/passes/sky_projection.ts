import type { PlotSide } from "./passes_choice.ts";

/** A place on the plot: right and down, in radii of the horizon about the zenith. */
export interface PlotPlace {
  x: number;
  y: number;
}

/**
 * Returns where a direction lies on the plot: the zenith in the middle, the
 * horizon at 1, north up; what is between goes evenly by elevation. Seen from
 * below, as one lies on one's back, east is on the left.
 *
 * @param direction In degrees.
 */
export function projectDirection(
  { azimuthDeg, elevationDeg }: { azimuthDeg: number; elevationDeg: number },
  plot: PlotSide,
): PlotPlace {
  const radius = radiusOf(elevationDeg);
  const azimuth = azimuthDeg * Math.PI / 180;
  const east = plot === "map" ? 1 : -1;
  return {
    x: east * radius * Math.sin(azimuth),
    y: -radius * Math.cos(azimuth),
  };
}

/** The radius of a circle of one elevation. */
export function radiusOf(elevationDeg: number): number {
  return (90 - elevationDeg) / 90;
}
