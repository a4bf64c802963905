import { z } from "zod";
import { MAX_NAME_LENGTH } from "../../tle/element_limits.ts";
import type { ElementSet } from "../../tle/element_set.ts";
import { elementSetId } from "../../tle/element_set_id.ts";
import { formatInstantUs, parseEpochUs } from "../instant.ts";

const angleDeg = z.number().min(0).max(360);

/**
 * One element set as it came to be known: the keywords of a CCSDS Orbit
 * Mean-Elements Message in lower case, and where and when it was received.
 */
export const elementSetRecordedSchema = z.object({
  type: z.literal("ElementSetRecorded"),
  version: z.literal(1),
  element_set: z.string().regex(/^[0-9a-f]{12}$/),
  norad_cat_id: z.int().min(1).max(999_999_999),
  object_name: z.string().min(1).max(MAX_NAME_LENGTH).nullable(),
  object_id: z.string().nullable(),
  classification_type: z.enum(["U", "C", "S"]),
  epoch: z.string(),
  mean_motion: z.number().positive(),
  eccentricity: z.number().min(0).lt(1),
  inclination: z.number().min(0).max(180),
  ra_of_asc_node: angleDeg,
  arg_of_pericenter: angleDeg,
  mean_anomaly: angleDeg,
  bstar: z.number(),
  mean_motion_dot: z.number(),
  mean_motion_ddot: z.number(),
  ephemeris_type: z.int(),
  element_set_no: z.int(),
  rev_at_epoch: z.int(),
  source: z.string().min(1),
  received_at: z.iso.datetime(),
});

export type ElementSetRecorded = z.infer<typeof elementSetRecordedSchema>;

/** Makes the event for an element set; `source` says where it came from. */
export function elementSetRecorded(
  set: ElementSet,
  received: { readonly source: string; readonly timeMs: number },
): ElementSetRecorded {
  return {
    type: "ElementSetRecorded",
    version: 1,
    element_set: elementSetId(set),
    norad_cat_id: set.noradId,
    object_name: set.name,
    object_id: set.internationalDesignator,
    classification_type: set.classification,
    epoch: formatInstantUs(set.epochUs),
    mean_motion: set.meanMotion,
    eccentricity: set.eccentricity,
    inclination: set.inclinationDeg,
    ra_of_asc_node: set.rightAscensionDeg,
    arg_of_pericenter: set.argumentOfPericenterDeg,
    mean_anomaly: set.meanAnomalyDeg,
    bstar: set.bstar,
    mean_motion_dot: set.meanMotionDot,
    mean_motion_ddot: set.meanMotionDdot,
    ephemeris_type: set.ephemerisType,
    element_set_no: set.elementSetNumber,
    rev_at_epoch: set.revolutionAtEpoch,
    source: received.source,
    received_at: new Date(received.timeMs).toISOString(),
  };
}

/**
 * The element set that an event carries.
 *
 * @throws {RangeError} If its epoch is not an instant.
 */
export function toElementSet(event: ElementSetRecorded): ElementSet {
  return {
    noradId: event.norad_cat_id,
    name: event.object_name,
    internationalDesignator: event.object_id,
    classification: event.classification_type,
    epochUs: parseEpochUs(event.epoch),
    meanMotion: event.mean_motion,
    eccentricity: event.eccentricity,
    inclinationDeg: event.inclination,
    rightAscensionDeg: event.ra_of_asc_node,
    argumentOfPericenterDeg: event.arg_of_pericenter,
    meanAnomalyDeg: event.mean_anomaly,
    bstar: event.bstar,
    meanMotionDot: event.mean_motion_dot,
    meanMotionDdot: event.mean_motion_ddot,
    ephemerisType: event.ephemeris_type,
    elementSetNumber: event.element_set_no,
    revolutionAtEpoch: event.rev_at_epoch,
  };
}

/** What is wrong between the fields, each of them being right; or null. */
export function elementSetFault(event: ElementSetRecorded): string | null {
  try {
    const id = elementSetId(toElementSet(event));
    if (id === event.element_set) return null;
    return `its element_set must be ${id}, as its numbers are: ` +
      `current value is ${event.element_set}`;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return `epoch is wrong: ${error.message}`;
  }
}
