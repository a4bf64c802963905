import type { ElementSet } from "../element_set.ts";
import { parseTleFile } from "../formats/parse_tle.ts";
import { readSharedData } from "./shared_data.ts";

/** All element sets of a file of the shared data, by epoch. */
export function readHistory(name: string): ElementSet[] {
  return parseTleFile(readSharedData(`elements/${name}.tle.gz`)).elementSets
    .sort((a, b) => a.epochUs - b.epochUs);
}
