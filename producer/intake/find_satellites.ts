import { SettingsError } from "../../shared/settings.ts";
import { createSatellite, type Satellite } from "../satellites.ts";
import {
  elementRequest,
  type ElementSource,
  type SourceAnswer,
} from "../sources/element_source.ts";
import { chooseElementSets } from "./choose_element_sets.ts";

export interface FoundSatellites {
  readonly satellites: readonly Satellite[];
  /** What the source answered to each word, to know what is new later. */
  readonly answers: ReadonlyMap<string, SourceAnswer>;
}

/**
 * Finds the satellites that words of a setting name: by catalogue number, by
 * name, by group, or `all`. One that is named twice is one. None where the
 * signal comes before it is known.
 *
 * @throws {SettingsError} If any word is unknown, naming all that are, what is
 * known, and what is wrong with the sources.
 */
export async function findSatellites(
  words: readonly string[],
  source: ElementSource,
  options: { readonly nowMs: () => number; readonly signal: AbortSignal },
): Promise<FoundSatellites> {
  const answers = new Map<string, SourceAnswer>();
  for (const word of words) {
    const answer = await source.read(elementRequest(word), options.signal);
    answers.set(word, answer);
  }
  if (options.signal.aborted) return { satellites: [], answers };
  const unknown = [...answers]
    .filter(([, { elementSets }]) => elementSets.length === 0)
    .map(([word]) => JSON.stringify(word));
  if (unknown.length > 0) {
    const problems = new Set([...answers.values()].flatMap((a) => a.problems));
    throw new SettingsError([
      `Cannot start as SATELLITES must be known to ELEMENTS ` +
      `(${source.describe()}): current value is ${unknown.join(", ")}`,
      ...problems,
    ].join("\n"));
  }
  const sets = [...answers.values()].flatMap((answer) => answer.elementSets);
  const chosen = chooseElementSets(sets, options.nowMs());
  return { satellites: chosen.map(createSatellite), answers };
}
