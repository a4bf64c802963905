import type { ElementSet } from "../element_set.ts";
import {
  elementLimits,
  type Limit,
  MAX_NAME_LENGTH,
} from "../element_limits.ts";
import { parseOmmEpoch } from "./omm_epoch.ts";
import { quoteValue } from "./quote_value.ts";

type OmmRecord = Readonly<Record<string, unknown>>;

/** What an OMM may say of its frame and theory, and what it must say then. */
const METADATA = {
  CENTER_NAME: ["EARTH"],
  REF_FRAME: ["TEME"],
  TIME_SYSTEM: ["UTC"],
  MEAN_ELEMENT_THEORY: ["SGP4", "SGP/SGP4"],
} as const;

/** What each record must have; all else may be missing or blank. */
export const requiredOmmFields: readonly string[] = [
  "NORAD_CAT_ID",
  "EPOCH",
  "MEAN_MOTION",
  "ECCENTRICITY",
  "INCLINATION",
  "RA_OF_ASC_NODE",
  "ARG_OF_PERICENTER",
  "MEAN_ANOMALY",
  "BSTAR",
  "MEAN_MOTION_DOT",
  "MEAN_MOTION_DDOT",
];

/**
 * Reads one Orbit Mean-Elements Message, its fields under their keywords;
 * numbers may be text. Fields that are not known are left out.
 *
 * @param row An object, or whatever else came instead.
 * @param rowNumber For the error.
 * @throws {SyntaxError} That says which field must be what.
 */
export function readOmmRecord(row: unknown, rowNumber: number): ElementSet {
  if (typeof row !== "object" || row === null || Array.isArray(row)) {
    throw new SyntaxError(
      `Cannot parse OMM row ${rowNumber} as it must be an object: current value is ${
        quoteValue(row)
      }`,
    );
  }
  const record = row as OmmRecord;
  const fail = (field: string, requirement: string) =>
    new SyntaxError(
      `Cannot parse OMM row ${rowNumber} as its ${field} must be ${requirement}: ` +
        `current value is ${quoteValue(record[field])}`,
    );
  const number = (field: string, limit: Limit, fallback?: number): number => {
    if (fallback !== undefined && isBlank(record[field])) return fallback;
    const value = toNumber(record[field]);
    if (value === null) throw fail(field, "a number");
    if (!limit.holds(value)) throw fail(field, limit.requirement);
    return value;
  };

  for (const [field, allowed] of Object.entries(METADATA)) {
    const value = record[field];
    if (!isBlank(value) && !allowed.some((word) => word === value)) {
      throw fail(field, allowed.join(" or "));
    }
  }
  const epochUs = parseOmmEpoch(record.EPOCH);
  if (epochUs === null) {
    throw fail(
      "EPOCH",
      "a UTC time of 1957 to 2199 such as 2026-08-21T15:26:01.274784",
    );
  }
  const classification = isBlank(record.CLASSIFICATION_TYPE)
    ? "U"
    : record.CLASSIFICATION_TYPE;
  if (
    classification !== "U" && classification !== "C" && classification !== "S"
  ) {
    throw fail("CLASSIFICATION_TYPE", "U, C or S");
  }
  const name = record.OBJECT_NAME;
  if (!isBlank(name) && typeof name !== "string") {
    throw fail("OBJECT_NAME", "text");
  }
  if (typeof name === "string" && name.trim().length > MAX_NAME_LENGTH) {
    throw fail("OBJECT_NAME", `at most ${MAX_NAME_LENGTH} characters`);
  }
  const internationalDesignator = toDesignator(record.OBJECT_ID);
  if (internationalDesignator === undefined) {
    throw fail("OBJECT_ID", "blank, UNKNOWN, or as in 1999-068A");
  }
  return {
    noradId: number("NORAD_CAT_ID", elementLimits.noradId),
    name: typeof name === "string" && name.trim() !== "" ? name.trim() : null,
    internationalDesignator,
    classification,
    epochUs,
    meanMotion: number("MEAN_MOTION", elementLimits.meanMotion),
    eccentricity: number("ECCENTRICITY", elementLimits.eccentricity),
    inclinationDeg: number("INCLINATION", elementLimits.inclinationDeg),
    rightAscensionDeg: number("RA_OF_ASC_NODE", elementLimits.angleDeg),
    argumentOfPericenterDeg: number(
      "ARG_OF_PERICENTER",
      elementLimits.angleDeg,
    ),
    meanAnomalyDeg: number("MEAN_ANOMALY", elementLimits.angleDeg),
    bstar: number("BSTAR", elementLimits.finite),
    meanMotionDot: number("MEAN_MOTION_DOT", elementLimits.finite),
    meanMotionDdot: number("MEAN_MOTION_DDOT", elementLimits.finite),
    ephemerisType: number("EPHEMERIS_TYPE", elementLimits.ephemerisType, 0),
    elementSetNumber: number("ELEMENT_SET_NO", elementLimits.count, 0),
    revolutionAtEpoch: number("REV_AT_EPOCH", elementLimits.count, 0),
  };
}

/** Null where it is no number; `Number("")` and `Number("0x1f")` would be. */
function toNumber(value: unknown): number | null {
  const isNumeric = typeof value === "number" ||
    typeof value === "string" &&
      /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(value.trim());
  // Adding 0 makes 0 of -0, so that equal sets are equal values.
  return isNumeric ? Number(value) + 0 : null;
}

/** Undefined where it is no designator; objects not yet identified have none. */
function toDesignator(value: unknown): string | null | undefined {
  if (isBlank(value) || value === "UNKNOWN") return null;
  return typeof value === "string" &&
      /^\d{4}-\d{3}[A-Z]{1,3}$/.test(value.trim())
    ? value.trim()
    : undefined;
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null ||
    typeof value === "string" && value.trim() === "";
}
