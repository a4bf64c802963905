import { formatCount } from "../format.ts";
import type { PassesAnswer } from "./contract.ts";
import { mostPasses, mostSatellites } from "./passes_query.ts";
import { texts } from "./passes_texts.ts";

/** Returns what of the passes wanted is not in an answer, as sentences. */
export function whatIsLeftOut(
  { next }: PassesAnswer,
  asked: { isCut: boolean; ofOne: boolean; satellites: readonly number[] },
): string[] {
  const { isCut, ofOne, satellites: { length } } = asked;
  const sentences: string[] = [];
  if (isCut) sentences.push(texts.cutRange);
  if (next !== null) sentences.push(texts.more(formatCount(mostPasses)));
  if (!ofOne && length > mostSatellites) {
    sentences.push(texts.onlyFirst(mostSatellites, formatCount(length)));
  }
  return sentences;
}
