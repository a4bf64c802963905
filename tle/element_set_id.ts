import { createHash } from "node:crypto";
import type { ElementSet } from "./element_set.ts";
import { tleEccentricity, tleEpochSteps } from "./formats/tle_digits.ts";

/**
 * Returns the id of an element set: 12 hex digits that tell it from any other,
 * the same whether it came as TLE or as OMM.
 *
 * Of one published set an OMM has more digits than a TLE, so the numbers are
 * first brought to what a TLE holds; two sets that differ by less (some metres
 * of orbit at most) are one. Left out is what a set is often issued again with:
 * element set number, revolution number, name and classification.
 */
export function elementSetId(set: ElementSet): string {
  const canonical = [
    set.noradId,
    tleEpochSteps(set.epochUs),
    decimals(set.meanMotion, 8),
    tleEccentricity(set.eccentricity),
    decimals(set.inclinationDeg, 4),
    decimals(set.rightAscensionDeg, 4),
    decimals(set.argumentOfPericenterDeg, 4),
    decimals(set.meanAnomalyDeg, 4),
    fiveDigits(set.bstar),
    decimals(set.meanMotionDot, 8),
    fiveDigits(set.meanMotionDdot),
    set.ephemerisType,
  ];
  return createHash("sha256").update(canonical.join(" ")).digest("hex").slice(
    0,
    12,
  );
}

function decimals(value: number, count: number): number {
  return Number(value.toFixed(count)) + 0;
}

function fiveDigits(value: number): number {
  return Number(value.toExponential(4)) + 0;
}
