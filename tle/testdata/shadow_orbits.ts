import { bundledElementSets } from "../bundled_elements.ts";
import type { ElementSet } from "../element_set.ts";

const [terra] = bundledElementSets as [ElementSet];

/**
 * A circular orbit of TERRA's height, without drag, whose plane has the Sun in
 * it at its epoch, 2026-03-20: every revolution goes through the shadow.
 */
export const circular: ElementSet = {
  ...terra,
  epochUs: Date.UTC(2026, 2, 20, 12) * 1000,
  eccentricity: 0,
  rightAscensionDeg: 0,
  argumentOfPericenterDeg: 0,
  meanAnomalyDeg: 0,
  bstar: 0,
  meanMotionDot: 0,
  meanMotionDdot: 0,
};

export const geostationary: ElementSet = {
  ...circular,
  meanMotion: 1.0027,
  inclinationDeg: 0.01,
};

/** Its apogee, 39,000 km up, is in the shadow. */
export const highlyElliptical: ElementSet = {
  ...circular,
  meanMotion: 2.1,
  eccentricity: 0.73,
  inclinationDeg: 7,
};
