import fc from "fast-check";
import type { ElementSet } from "../element_set.ts";

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
