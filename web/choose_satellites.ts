import { createBreather } from "../shared/breathe.ts";
import { inParts } from "../shared/in_parts.ts";
import type { Projection } from "../shared/projection/projection.ts";
import {
  readNoradIds,
  readRecordings,
  type Recording,
} from "../shared/projection/recordings.ts";
import { Problem } from "./problem.ts";

/** A satellite that was asked for: its recordings, preferred ones first. */
export interface ChosenSatellite {
  readonly noradId: number;
  readonly name: string;
  readonly recordings: readonly Recording[];
}

/**
 * Finds the satellites of a request; all where it names none.
 *
 * @param topic Only what this topic holds.
 * @throws {Problem} 404, naming those that are not known, and those that are.
 */
export async function chooseSatellites(
  projection: Projection,
  wanted: readonly number[] | undefined,
  topic?: string,
): Promise<ChosenSatellite[]> {
  const found = await knownSatellites(projection, wanted, topic);
  const known = new Map(found.map((one) => [one.noradId, one]));
  const unknown = (wanted ?? []).filter((noradId) => !known.has(noradId));
  if (topic !== undefined && known.size === 0) {
    const all = await knownSatellites(projection, undefined, topic);
    if (all.length === 0) {
      throw new Problem(
        404,
        `Cannot find topic ${topic}: it holds no positions`,
      );
    }
  }
  if (unknown.length > 0) {
    const of = topic === undefined ? "" : ` of topic ${topic}`;
    const all = topic === undefined
      ? readNoradIds(projection)
      : (await knownSatellites(projection, undefined, topic))
        .map(({ noradId }) => noradId);
    throw new Problem(
      404,
      `Cannot find satellite ${listSome(unknown)} as nothing${of} was ` +
        `recorded of it: known are ${listSome(all)}`,
    );
  }
  return (wanted ?? [...known.keys()]).map((noradId) => known.get(noradId)!);
}

/**
 * Finds those of the satellites that are known, in order of number; all where
 * none are named.
 */
export async function knownSatellites(
  projection: Projection,
  wanted: readonly number[] | undefined,
  topic?: string,
): Promise<ChosenSatellite[]> {
  const found: ChosenSatellite[] = [];
  const breathe = createBreather();
  for (const noradIds of inParts(wanted ?? readNoradIds(projection))) {
    for (const [noradId, all] of readRecordings(projection, noradIds)) {
      const recordings = all.filter((recording) =>
        topic === undefined || recording.topic === topic
      );
      const [first] = recordings;
      if (first !== undefined) {
        found.push({ noradId, name: first.name, recordings });
      }
    }
    await breathe();
  }
  return found.sort((a, b) => a.noradId - b.noradId);
}

const MOST_NAMED = 20;

function listSome(numbers: readonly number[]): string {
  const named = numbers.slice(0, MOST_NAMED).join(", ") || "none";
  const more = numbers.length - MOST_NAMED;
  return more > 0 ? `${named} and ${more} more` : named;
}
