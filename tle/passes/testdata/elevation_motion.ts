import type { Site } from "../../look_angles.ts";
import type { Vector3 } from "../../vector3.ts";
import type { Motion } from "../motion.ts";

const RAD = Math.PI / 180;
const RANGE_KM = 1000;
const STEP_MS = 10;

/**
 * A satellite that no orbit has: due east of a site, always as far away, at the
 * elevation that a function says.
 *
 * @param elevationDegAt No faster than 10 degrees a second.
 */
export function elevationMotion(
  site: Site,
  [fromMs, toMs]: readonly [number, number],
  elevationDegAt: (timeMs: number) => number,
): Motion {
  const positionAt = (timeMs: number): Vector3 => {
    const elevation = elevationDegAt(timeMs) * RAD;
    const along = RANGE_KM * Math.cos(elevation);
    const above = RANGE_KM * Math.sin(elevation);
    const { positionKm, east, up } = site;
    return {
      x: positionKm.x + along * east.x + above * up.x,
      y: positionKm.y + along * east.y + above * up.y,
      z: positionKm.z + along * east.z + above * up.z,
    };
  };
  return {
    fromMs,
    toMs,
    mostKmS: 10 * RAD * RANGE_KM,
    stateAt: (timeMs) => {
      const before = positionAt(timeMs - STEP_MS);
      const after = positionAt(timeMs + STEP_MS);
      const perSecond = 1000 / (2 * STEP_MS);
      return {
        positionKm: positionAt(timeMs),
        velocityKmS: {
          x: (after.x - before.x) * perSecond,
          y: (after.y - before.y) * perSecond,
          z: (after.z - before.z) * perSecond,
        },
      };
    },
  };
}
