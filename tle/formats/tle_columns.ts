import { readAlpha5 } from "./alpha5.ts";
import { elementLimits, type Limit } from "../element_limits.ts";
import { EPOCH_STEP_US } from "./tle_digits.ts";
import type { Column } from "./tle_line.ts";

const catalogueNumber: Column<number> = {
  name: "catalogue number",
  from: 3,
  to: 7,
  requirement:
    "a number of 1 to 99999, or Alpha-5 (a letter but I or O, four digits)",
  read(text) {
    const value = readAlpha5(text);
    return value !== undefined && elementLimits.noradId.holds(value)
      ? value
      : undefined;
  },
};

const classification: Column<"U" | "C" | "S"> = {
  name: "classification",
  from: 8,
  to: 8,
  requirement: "U, C or S",
  read: (text) =>
    text === "U" || text === "C" || text === "S" ? text : undefined,
};

const internationalDesignator: Column<string | null> = {
  name: "international designator",
  from: 10,
  to: 17,
  requirement: "blank, or year, launch and piece as in 99068A",
  read(text) {
    if (text.trim() === "") return null;
    const parts = /^(\d\d)(\d{3})([A-Z]{1,3}) *$/.exec(text);
    return parts === null
      ? undefined
      : `${fullYear(Number(parts[1]))}-${parts[2]}${parts[3]}`;
  },
};

const epochYear: Column<number> = {
  name: "epoch year",
  from: 19,
  to: 20,
  requirement: "two digits",
  read: (text) => /^\d\d$/.test(text) ? fullYear(Number(text)) : undefined,
};

/**
 * Microseconds since the year began. In whole steps of its last decimal, so
 * that it is exact; day 366 of a common year is the first of the next.
 */
const epochDayUs: Column<number> = {
  name: "epoch day",
  from: 21,
  to: 32,
  requirement: "a day of 1 to 366.99999999 with 8 decimals",
  read(text) {
    const parts = /^ *(\d{1,3})\.(\d{8})$/.exec(text);
    if (parts === null) return undefined;
    const day = Number(parts[1]);
    if (day < 1 || day > 366) return undefined;
    return (day - 1) * 86_400_000_000 + Number(parts[2]) * EPOCH_STEP_US;
  },
};

/** A plain number with the given pattern and limit. */
function decimal(
  name: string,
  [from, to]: readonly [number, number],
  pattern: RegExp,
  example: string,
  limit: Limit = elementLimits.finite,
): Column<number> {
  return {
    name,
    from,
    to,
    requirement: `${limit.requirement}, written as in "${example}"`,
    read(text) {
      if (!pattern.test(text)) return undefined;
      const value = Number(text);
      return limit.holds(value) ? withoutMinusZero(value) : undefined;
    },
  };
}

/** A number with the decimal point and the E left out: "-11606-4". */
function exponential(name: string, from: number): Column<number> {
  return {
    name,
    from,
    to: from + 7,
    requirement: 'sign, five digits and exponent, as in "-11606-4"',
    read(text) {
      const parts = /^([ +-])(\d{5})([+-]\d)$/.exec(text);
      if (parts === null) return undefined;
      return withoutMinusZero(
        Number(`${parts[1]!.trim()}.${parts[2]}e${parts[3]}`),
      );
    },
  };
}

const ANGLE = /^ *\d{0,3}\.\d{4}$/;
const COUNT = /^ *\d*$/;

export const tleLine1Columns = {
  catalogueNumber,
  classification,
  internationalDesignator,
  epochYear,
  epochDayUs,
  meanMotionDot: decimal(
    "first derivative of mean motion",
    [34, 43],
    /^[ +-]\.\d{8}$/,
    "-.00000275",
  ),
  meanMotionDdot: exponential("second derivative of mean motion", 45),
  bstar: exponential("drag term", 54),
  ephemerisType: decimal(
    "ephemeris type",
    [63, 63],
    /^[ \d]$/,
    "0",
    elementLimits.ephemerisType,
  ),
  elementSetNumber: decimal(
    "element set number",
    [65, 68],
    COUNT,
    " 999",
    elementLimits.count,
  ),
};

export const tleLine2Columns = {
  catalogueNumber,
  inclinationDeg: decimal(
    "inclination",
    [9, 16],
    ANGLE,
    " 97.9407",
    elementLimits.inclinationDeg,
  ),
  rightAscensionDeg: decimal(
    "right ascension",
    [18, 25],
    ANGLE,
    "280.5778",
    elementLimits.angleDeg,
  ),
  eccentricity: {
    name: "eccentricity",
    from: 27,
    to: 33,
    requirement: "seven digits",
    read: (text) => /^\d{7}$/.test(text) ? Number(`.${text}`) : undefined,
  } satisfies Column<number>,
  argumentOfPericenterDeg: decimal(
    "argument of perigee",
    [35, 42],
    ANGLE,
    " 49.2746",
    elementLimits.angleDeg,
  ),
  meanAnomalyDeg: decimal(
    "mean anomaly",
    [44, 51],
    ANGLE,
    "119.4135",
    elementLimits.angleDeg,
  ),
  meanMotion: decimal(
    "mean motion",
    [53, 63],
    /^ *\d{0,2}\.\d{8}$/,
    "14.61146410",
    elementLimits.meanMotion,
  ),
  revolutionAtEpoch: decimal(
    "revolution number",
    [64, 68],
    COUNT,
    "41916",
    elementLimits.count,
  ),
};

/** The format's two digits reach from 1957, the year of Sputnik 1, to 2056. */
function fullYear(twoDigits: number): number {
  return twoDigits < 57 ? 2000 + twoDigits : 1900 + twoDigits;
}

/** "-.00000000" is published often, and an OMM writes 0 for it. */
function withoutMinusZero(value: number): number {
  return value + 0;
}
