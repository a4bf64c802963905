import type { ElementSet } from "./element_set.ts";
import { flatteningShare } from "./flattening.ts";
import type { Vector3 } from "./vector3.ts";

const RAD = Math.PI / 180;

/**
 * Returns how fast the Earth's flattening turns an orbit's plane about the
 * Earth's axis, in degrees of right ascension a day; first order.
 */
export function nodeRateDegPerDay(set: ElementSet): number {
  return -flatteningShare(set) * Math.cos(set.inclinationDeg * RAD) *
    set.meanMotion * 360;
}

/**
 * Returns the angle in degrees between the orbital plane that one set says
 * another one's epoch would find, turned by the Earth's flattening, and the
 * plane that the other has.
 */
export function planeAngleDeg(earlier: ElementSet, later: ElementSet): number {
  const days = (later.epochUs - earlier.epochUs) / 86_400e6;
  const turnedDeg = nodeRateDegPerDay(earlier) * days;
  const a = normal(
    earlier.inclinationDeg,
    earlier.rightAscensionDeg + turnedDeg,
  );
  const b = normal(later.inclinationDeg, later.rightAscensionDeg);
  const cos = a.x * b.x + a.y * b.y + a.z * b.z;
  return Math.acos(Math.min(1, Math.max(-1, cos))) / RAD;
}

function normal(inclinationDeg: number, rightAscensionDeg: number): Vector3 {
  const [i, node] = [inclinationDeg * RAD, rightAscensionDeg * RAD];
  return {
    x: Math.sin(i) * Math.sin(node),
    y: -Math.sin(i) * Math.cos(node),
    z: Math.cos(i),
  };
}
