import { DAY_MS } from "../../shared/projection/time_range.ts";
import type { ElementSet } from "../../tle/element_set.ts";
import { parseTleFile } from "../../tle/formats/parse_tle.ts";
import { createOrbit } from "../../tle/orbit.ts";
import { PropagationError } from "../../tle/propagation_error.ts";
import { readSharedData } from "../../tle/testdata/shared_data.ts";
import { sampleCatalogue } from "../sample_catalogue.ts";
import { SEARCH_START_MS } from "./search.ts";

const COUNT = 100;
const FILE = "catalog/active_2026-08-22_crlf.3le.gz";

/** A hundred satellites from all over the catalogue, and what they are. */
export function hundredSatellites(): {
  readonly sets: readonly ElementSet[];
  readonly what: string;
} {
  let all: readonly ElementSet[];
  try {
    all = parseTleFile(readSharedData(FILE)).elementSets;
  } catch (error) {
    if ((error as { code?: string }).code !== "ENOENT") throw error;
    const what = "made up, as the catalogue needs the shared data";
    return { sets: sampleCatalogue(COUNT), what };
  }
  const step = all.length / COUNT;
  const sets = Array.from(
    { length: COUNT },
    (_, i) => all.slice(Math.floor(i * step)).find(lasts)!,
  );
  return { sets, what: "of the catalogue" };
}

/** Whether it is up there on the day that is searched. */
function lasts(set: ElementSet): boolean {
  try {
    createOrbit(set).temeAt(SEARCH_START_MS + DAY_MS);
    return true;
  } catch (error) {
    if (error instanceof PropagationError) return false;
    throw error;
  }
}
