/** What a number of an element set must be, whichever format carries it. */
export interface Limit {
  /** Reads on from "must be". */
  readonly requirement: string;
  holds(value: number): boolean;
}

/** Characters of a name; catalogues use 24, and what is longer is no name. */
export const MAX_NAME_LENGTH = 100;

/**
 * The limits of each quantity, the same for TLE and OMM. An angle of 360 is
 * taken, since rounding 359.99996 to the four decimals of the formats gives it.
 */
export const elementLimits = {
  noradId: {
    requirement: "a whole number of 1 to 999999999",
    holds: (value) =>
      Number.isInteger(value) && value >= 1 && value <= 999_999_999,
  },
  meanMotion: {
    requirement: "more than 0 revolutions a day",
    holds: (value) => value > 0 && Number.isFinite(value),
  },
  eccentricity: {
    requirement: "0 or more and less than 1",
    holds: (value) => value >= 0 && value < 1,
  },
  inclinationDeg: {
    requirement: "0 to 180 degrees",
    holds: (value) => value >= 0 && value <= 180,
  },
  angleDeg: {
    requirement: "0 to 360 degrees",
    holds: (value) => value >= 0 && value <= 360,
  },
  finite: {
    requirement: "a finite number",
    holds: (value) => Number.isFinite(value),
  },
  // Type 4 (SGP4-XP) has the same fields with another meaning: read as SGP4 it
  // is wrong by kilometres. Types 2 and 3 are old words for SGP4 and SDP4.
  ephemerisType: {
    requirement: "0, 2 or 3 (SGP4)",
    holds: (value) => value === 0 || value === 2 || value === 3,
  },
  count: {
    requirement: "a whole number of 0 or more",
    holds: (value) => Number.isSafeInteger(value) && value >= 0,
  },
} as const satisfies Record<string, Limit>;
