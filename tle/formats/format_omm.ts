import type { ElementSet } from "../element_set.ts";
import { formatOmmEpoch } from "./omm_epoch.ts";

/** A CCSDS Orbit Mean-Elements Message as CelesTrak writes it in JSON. */
export interface OmmRecord {
  readonly OBJECT_NAME: string | null;
  readonly OBJECT_ID: string | null;
  /** UTC with six decimals, without Z. */
  readonly EPOCH: string;
  readonly MEAN_MOTION: number;
  readonly ECCENTRICITY: number;
  readonly INCLINATION: number;
  readonly RA_OF_ASC_NODE: number;
  readonly ARG_OF_PERICENTER: number;
  readonly MEAN_ANOMALY: number;
  readonly EPHEMERIS_TYPE: number;
  readonly CLASSIFICATION_TYPE: "U" | "C" | "S";
  readonly NORAD_CAT_ID: number;
  readonly ELEMENT_SET_NO: number;
  readonly REV_AT_EPOCH: number;
  readonly BSTAR: number;
  readonly MEAN_MOTION_DOT: number;
  readonly MEAN_MOTION_DDOT: number;
}

/**
 * Writes an element set under the keywords of an OMM, in CelesTrak's order. It
 * holds any set: read again by `parseOmmJson` it is the same value.
 */
export function formatOmm(set: ElementSet): OmmRecord {
  return {
    OBJECT_NAME: set.name,
    OBJECT_ID: set.internationalDesignator,
    EPOCH: formatOmmEpoch(set.epochUs),
    MEAN_MOTION: set.meanMotion,
    ECCENTRICITY: set.eccentricity,
    INCLINATION: set.inclinationDeg,
    RA_OF_ASC_NODE: set.rightAscensionDeg,
    ARG_OF_PERICENTER: set.argumentOfPericenterDeg,
    MEAN_ANOMALY: set.meanAnomalyDeg,
    EPHEMERIS_TYPE: set.ephemerisType,
    CLASSIFICATION_TYPE: set.classification,
    NORAD_CAT_ID: set.noradId,
    ELEMENT_SET_NO: set.elementSetNumber,
    REV_AT_EPOCH: set.revolutionAtEpoch,
    BSTAR: set.bstar,
    MEAN_MOTION_DOT: set.meanMotionDot,
    MEAN_MOTION_DDOT: set.meanMotionDdot,
  };
}
