import fc from "fast-check";
import type { ElementSet } from "../element_set.ts";
import { withChecksum } from "./terra_tle.ts";

/** Element sets of all that a TLE can hold, with its number of decimals. */
export const anyElementSet: fc.Arbitrary<ElementSet> = fc.record({
  noradId: fc.integer({ min: 1, max: 99_999 }),
  name: fc.constantFrom(null, "TERRA", "ISS (ZARYA)"),
  internationalDesignator: fc.constantFrom(null, "1999-068A", "2056-001ABC"),
  classification: fc.constantFrom("U", "C", "S"),
  epochUs: fc.integer({ min: 0, max: 86 * 365 * 100_000_000 }).map((step) =>
    step * 864
  ),
  meanMotion: decimals(1, 9_999_999_999, 8),
  eccentricity: decimals(0, 9_999_999, 7),
  inclinationDeg: decimals(0, 1_800_000, 4),
  rightAscensionDeg: decimals(0, 3_600_000, 4),
  argumentOfPericenterDeg: decimals(0, 3_600_000, 4),
  meanAnomalyDeg: decimals(0, 3_600_000, 4),
  bstar: exponential(),
  meanMotionDot: decimals(-99_999_999, 99_999_999, 8),
  meanMotionDdot: exponential(),
  ephemerisType: fc.constant(0),
  elementSetNumber: fc.integer({ min: 0, max: 9_999 }),
  revolutionAtEpoch: fc.integer({ min: 0, max: 99_999 }),
}, { noNullPrototype: true });

function decimals(
  min: number,
  max: number,
  count: number,
): fc.Arbitrary<number> {
  return fc.integer({ min, max }).map((whole) => Number(`${whole}e-${count}`));
}

function exponential(): fc.Arbitrary<number> {
  return fc.tuple(
    fc.integer({ min: -99_999, max: 99_999 }),
    fc.integer({ min: -9, max: 9 }),
  )
    .map(([mantissa, exponent]) => Number(`${mantissa}e${exponent - 5}`));
}

/** Writes a set as its two lines. */
export function tleText(set: ElementSet): string {
  const date = new Date(Math.floor(set.epochUs / 1000));
  const year = date.getUTCFullYear();
  const steps = Math.round((set.epochUs - Date.UTC(year, 0, 1) * 1000) / 864) +
    100_000_000;
  const designator = set.internationalDesignator?.replace("-", "").slice(2) ??
    "";
  const id = String(set.noradId).padStart(5, "0");
  const line1 = [
    `1 ${id}${set.classification} ${designator.padEnd(8)}`,
    `${String(year).slice(2)}${(steps / 1e8).toFixed(8).padStart(12, "0")}`,
    set.meanMotionDot.toFixed(8).replace(/^(-?)0/, (_, sign) => sign || " "),
    exponentialText(set.meanMotionDdot),
    exponentialText(set.bstar),
    set.ephemerisType,
    String(set.elementSetNumber).padStart(4),
  ].join(" ");
  const angle = (deg: number) => deg.toFixed(4).padStart(8);
  const line2 = [
    `2 ${id}`,
    angle(set.inclinationDeg),
    angle(set.rightAscensionDeg),
    set.eccentricity.toFixed(7).slice(2),
    angle(set.argumentOfPericenterDeg),
    angle(set.meanAnomalyDeg),
    `${set.meanMotion.toFixed(8).padStart(11)}${
      String(set.revolutionAtEpoch).padStart(5)
    }`,
  ].join(" ");
  const name = set.name === null ? "" : `0 ${set.name}\n`;
  return `${name}${withChecksum(line1)}\n${withChecksum(line2)}\n`;
}

/** The digits before the exponent may begin with zeros, as -9 is its least. */
function exponentialText(value: number): string {
  const size = Math.abs(value);
  const exponent = size === 0
    ? 0
    : Math.max(-9, Math.floor(Math.log10(size) + 1e-12) + 1);
  const digits = String(
    Math.round(
      Number(`${size}e${5 - exponent}`) || size * 10 ** (5 - exponent),
    ),
  );
  const sign = exponent < 0 ? "-" : "+";
  return `${value < 0 ? "-" : " "}${digits.padStart(5, "0")}${sign}${
    Math.abs(exponent)
  }`;
}

/** Writes a set as OMM JSON: numbers as CelesTrak, or text as Space-Track. */
export function ommText(set: ElementSet, style: "numbers" | "text"): string {
  const ms = Math.floor(set.epochUs / 1000);
  const us = String(set.epochUs - ms * 1000).padStart(3, "0");
  const record = {
    OBJECT_NAME: set.name,
    OBJECT_ID: set.internationalDesignator,
    EPOCH: `${new Date(ms).toISOString().slice(0, -1)}${us}`,
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
  if (style === "numbers") return JSON.stringify([record]);
  return JSON.stringify(
    record,
    (_, value) => typeof value === "number" ? String(value) : value,
  );
}
