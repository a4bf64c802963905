import type { MapPlace } from "./map_frame.ts";

const dayMs = 86_400_000;
const j2000Ms = Date.UTC(2000, 0, 1, 12);
const rad = Math.PI / 180;

/**
 * Returns where the Sun is in the zenith: by the low precision formulas of the
 * Astronomical Almanac, within 0.02 degrees from 1950 to 2050.
 */
export function subSolarPoint(timeMs: number): MapPlace {
  const days = (timeMs - j2000Ms) / dayMs;
  const anomaly = (357.528 + 0.9856003 * days) * rad;
  const longitude = (280.46 + 0.9856474 * days) * rad +
    (1.915 * Math.sin(anomaly) + 0.02 * Math.sin(2 * anomaly)) * rad;
  const obliquity = (23.439 - 4e-7 * days) * rad;
  const rightAscension = Math.atan2(
    Math.cos(obliquity) * Math.sin(longitude),
    Math.cos(longitude),
  );
  const siderealDeg = 280.46062 + 360.98564737 * days;
  const east = (rightAscension / rad - siderealDeg) % 360;
  return {
    longitudeDeg: (east + 540) % 360 - 180,
    latitudeDeg: Math.asin(Math.sin(obliquity) * Math.sin(longitude)) / rad,
  };
}
