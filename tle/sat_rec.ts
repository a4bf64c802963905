import { json2satrec, type SatRec } from "satellite.js";
import type { ElementSet } from "./element_set.ts";

/**
 * Makes what satellite.js propagates of an element set; some 20 microseconds.
 *
 * The epoch goes in as a whole millisecond here, but only for where Sun, Moon
 * and Earth were then: no more than 5 mm even in deep space, and 4 cm in the one
 * verification case that reaches halfway to the Moon. The minutes given to SGP4
 * are to be counted from `epochUs`.
 */
export function createSatRec(set: ElementSet): SatRec {
  return json2satrec({
    OBJECT_NAME: "",
    OBJECT_ID: "",
    EPOCH: new Date(Math.round(set.epochUs / 1000)).toISOString(),
    NORAD_CAT_ID: set.noradId,
    ELEMENT_SET_NO: set.elementSetNumber,
    MEAN_MOTION: set.meanMotion,
    ECCENTRICITY: set.eccentricity,
    INCLINATION: set.inclinationDeg,
    RA_OF_ASC_NODE: set.rightAscensionDeg,
    ARG_OF_PERICENTER: set.argumentOfPericenterDeg,
    MEAN_ANOMALY: set.meanAnomalyDeg,
    BSTAR: set.bstar,
    MEAN_MOTION_DOT: set.meanMotionDot,
    MEAN_MOTION_DDOT: set.meanMotionDdot,
  });
}
