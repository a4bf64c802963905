import type { ElementSet } from "../element_set.ts";
import { flatteningShare } from "../flattening.ts";

/**
 * Returns the revolutions from node to node in a day at the epoch: the mean
 * motion, which is from perigee to perigee, with the Earth's flattening, which
 * turns the perigee. To a millionth, as only the first order is taken.
 */
export function nodalRatePerDay(set: ElementSet): number {
  const cos = Math.cos(set.inclinationDeg * Math.PI / 180);
  const perigee = flatteningShare(set) / 2 * (5 * cos ** 2 - 1);
  return set.meanMotion * (1 + perigee);
}
