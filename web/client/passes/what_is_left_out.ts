import { formatCount } from "../format.ts";
import type { PassesAnswer } from "./contract.ts";
import { mostPasses, mostSatellites } from "./passes_query.ts";
import { texts } from "./passes_texts.ts";

/** Returns what of the passes wanted is not in an answer, as sentences. */
export function whatIsLeftOut(
  { next }: PassesAnswer,
  asked: {
    /** Where more was wanted, from when to when. */
    only: readonly [from: string, to: string] | null;
    ofOne: boolean;
    satellites: readonly number[];
  },
): string[] {
  const { only, ofOne, satellites: { length } } = asked;
  const sentences: string[] = [];
  if (only) sentences.push(texts.cutRange(...only));
  if (next !== null) sentences.push(texts.more(formatCount(mostPasses)));
  if (!ofOne && length > mostSatellites) {
    sentences.push(texts.onlyFirst(mostSatellites, formatCount(length)));
  }
  return sentences;
}
