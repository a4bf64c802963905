import { lookAngles, type Site } from "../look_angles.ts";
import type { Motion } from "../passes/motion.ts";
import { motionAt } from "../passes/motion_at.ts";
import { type SunLook, sunLook } from "../sun/sun_look.ts";
import { findAbeam } from "./find_abeam.ts";
import { scanGeometry } from "./scan_geometry.ts";

/** The moment at which a scanner across the track sees a site. */
export interface SensorView {
  /** Whole milliseconds: the first at which the site is no longer ahead. */
  readonly timeMs: number;
  /** From the geodetic nadir, 0 or more. */
  readonly scanAngleDeg: number;
  /** Of the flight. */
  readonly side: "left" | "right";
  /** Between the site's vertical and the satellite. */
  readonly viewZenithDeg: number;
  /** From the site to the satellite, from north by way of east. */
  readonly viewAzimuthDeg: number;
  readonly rangeKm: number;
  readonly sun: SunLook;
  /** Whether the Sun's centre is above the site's horizon. */
  readonly isDaylight: boolean;
}

/**
 * Finds when a scanner sees a site within a pass of its satellite, in order.
 *
 * @param pass Over the site's horizon, or higher.
 * @param halfAngleDeg How far it scans to either side.
 */
export function* findSensorViews(
  pass: {
    readonly aosMs: number;
    readonly losMs: number;
    readonly motions: readonly Motion[];
  },
  site: Site,
  halfAngleDeg: number,
): Generator<SensorView> {
  for (const timeMs of findAbeam(pass.motions, site, pass)) {
    const state = motionAt(pass.motions, timeMs).stateAt(timeMs);
    const { rightDeg } = scanGeometry(site, state);
    const scanAngleDeg = Math.abs(rightDeg);
    if (scanAngleDeg > halfAngleDeg) continue;
    const look = lookAngles(site, state);
    const sun = sunLook(site, timeMs);
    yield {
      timeMs,
      scanAngleDeg,
      side: rightDeg < 0 ? "left" : "right",
      viewZenithDeg: 90 - look.elevationDeg,
      viewAzimuthDeg: look.azimuthDeg,
      rangeKm: look.rangeKm,
      sun,
      isDaylight: sun.elevationDeg > 0,
    };
  }
}
