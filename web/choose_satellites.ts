import type { Projection } from "../shared/projection/projection.ts";
import {
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
export function chooseSatellites(
  projection: Projection,
  wanted: readonly number[] | undefined,
  topic?: string,
): ChosenSatellite[] {
  const known = readKnown(projection, topic);
  const of = topic === undefined ? "" : ` of topic ${topic}`;
  if (topic !== undefined && known.size === 0) {
    throw new Problem(404, `Cannot find topic ${topic}: it holds no positions`);
  }
  const unknown = (wanted ?? []).filter((noradId) => !known.has(noradId));
  if (unknown.length > 0) {
    throw new Problem(
      404,
      `Cannot find satellite ${listSome(unknown)} as nothing${of} was ` +
        `recorded of it: known are ${listSome([...known.keys()])}`,
    );
  }
  return (wanted ?? [...known.keys()]).map((noradId) => known.get(noradId)!);
}

/** Finds those of the satellites that are known; all where none are named. */
export function knownSatellites(
  projection: Projection,
  wanted: readonly number[] | undefined,
): ChosenSatellite[] {
  return [...readKnown(projection).values()].filter(({ noradId }) =>
    wanted === undefined || wanted.includes(noradId)
  );
}

function readKnown(
  projection: Projection,
  topic?: string,
): Map<number, ChosenSatellite> {
  const known = new Map<number, ChosenSatellite>();
  for (const [noradId, all] of readRecordings(projection)) {
    const recordings = all.filter((recording) =>
      topic === undefined || recording.topic === topic
    );
    const [first] = recordings;
    if (first === undefined) continue;
    known.set(noradId, { noradId, name: first.name, recordings });
  }
  return known;
}

const MOST_NAMED = 20;

function listSome(numbers: readonly number[]): string {
  const named = numbers.slice(0, MOST_NAMED).join(", ") || "none";
  const more = numbers.length - MOST_NAMED;
  return more > 0 ? `${named} and ${more} more` : named;
}
