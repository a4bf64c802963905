import type { ElementSet } from "../../element_set.ts";
import { parseElements } from "../../formats/parse_elements.ts";
import { parseTle } from "../../formats/parse_tle.ts";
import { readSharedData } from "../../testdata/shared_data.ts";
import reference from "./skyfield_passes.json" with { type: "json" };

/** Sets of every kind of orbit: low, eccentric, geostationary. */
export const madeUpSets: readonly ElementSet[] = reference.cases.map(
  ({ tle: [line1, line2] }) => parseTle(line1!, line2!),
);

/** Sets of a whole catalogue of one day: those in low orbit, and all others. */
export function readCatalogue(): {
  readonly low: readonly ElementSet[];
  readonly other: readonly ElementSet[];
} {
  const { elementSets } = parseElements(
    readSharedData("catalog/active_2026-08-22_omm.csv.gz"),
  );
  const isLow = ({ meanMotion, eccentricity }: ElementSet) =>
    meanMotion > 10 && eccentricity < 0.05;
  return {
    low: elementSets.filter(isLow),
    other: elementSets.filter((set) => !isLow(set)),
  };
}
