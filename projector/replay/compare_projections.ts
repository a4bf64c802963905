import { createBreather } from "../../shared/breathe.ts";
import {
  checksumOf,
  elementSetIdOf,
} from "../../shared/projection/content_checksum.ts";
import { createHour } from "../../shared/projection/hour_columns.ts";
import type { Projection } from "../../shared/projection/projection.ts";
import {
  DamagedHour,
  type StoredHour,
} from "../../shared/projection/store/stored_hour.ts";
import { findDifference, type HourDifference } from "./hour_difference.ts";
import { type HourName, type HourPair, pairHours } from "./pair_hours.ts";

export interface ComparedProjections {
  readonly inUse: Projection;
  readonly rebuilt: Projection;
}

/** Hours that must be looked at again, by a key of each. */
export type Suspects = ReadonlySet<string>;

/** Which hours are compared; by default all. */
export type HourFilter = (hour: HourName) => boolean;

export interface CompareOptions {
  readonly signal: AbortSignal;
  readonly only?: HourFilter;
  /** Told how many hours have been compared. */
  readonly onHour: (hours: number) => void;
}

/**
 * Compares what two projections hold while the one in use goes on: finds the
 * hours that differ, or that may have changed meanwhile.
 *
 * @param revision Of the one in use, when the other one was brought to the
 * same checkpoint. What is sealed since is not compared yet, nor what is open.
 */
export async function findSuspects(
  projections: ComparedProjections,
  revision: number,
  { signal, only, onHour }: CompareOptions,
): Promise<Suspects> {
  const suspects = new Set<string>();
  const breathe = createBreather();
  let hours = 0;
  for (const pair of pairHours(projections.inUse, projections.rebuilt)) {
    signal.throwIfAborted();
    if (only?.(pair) === false) continue;
    if (hasChanged(pair, revision) || !isAlike(projections, pair)) {
      suspects.add(keyOf(pair));
    }
    onHour(++hours);
    await breathe();
  }
  return suspects;
}

/**
 * Compares suspects, and what has changed since a revision, within one state
 * of both.
 */
export async function* compareSuspects(
  projections: ComparedProjections,
  suspects: Suspects,
  { revision, signal, only }: {
    readonly revision: number;
    readonly signal: AbortSignal;
    readonly only?: HourFilter;
  },
): AsyncGenerator<HourDifference> {
  const breathe = createBreather();
  for (const pair of pairHours(projections.inUse, projections.rebuilt)) {
    signal.throwIfAborted();
    if (only?.(pair) === false) continue;
    if (suspects.has(keyOf(pair)) || hasChanged(pair, revision)) {
      const difference = differenceOf(projections, pair);
      if (difference !== null) yield difference;
    }
    await breathe();
  }
}

/** A text for each hour, by which it is known again. */
export function keyOf({ noradId, topic, hourMs }: HourName): string {
  return `${noradId} ${hourMs} ${topic}`;
}

function hasChanged({ inUse, rebuilt }: HourPair, revision: number): boolean {
  if (inUse === null || rebuilt === null || inUse.sealed === null) return true;
  return inUse.sealed.revision > revision;
}

function isAlike(
  { inUse, rebuilt }: ComparedProjections,
  pair: HourPair,
): boolean {
  try {
    return summary(inUse, pair.inUse!) === summary(rebuilt, pair.rebuilt!);
  } catch (error) {
    if (error instanceof DamagedHour) return false;
    throw error;
  }
}

/** Computed from what is stored, not what was kept of it. */
function summary(projection: Projection, hour: StoredHour): string {
  const content = projection.positions.content(hour);
  return `${content.timeMs.length} ${checksumOf(projection, content)}`;
}

function differenceOf(
  { inUse, rebuilt }: ComparedProjections,
  pair: HourPair,
): HourDifference | null {
  const { noradId, topic, hourMs } = pair;
  try {
    const found = findDifference(
      contentOf(inUse, pair.inUse),
      contentOf(rebuilt, pair.rebuilt),
    );
    return found && { noradId, topic, hourMs, ...found };
  } catch (error) {
    if (!(error instanceof DamagedHour)) throw error;
    const all = pair.inUse?.sealed?.samples ?? 0;
    const counts = { onlyInUse: 0, onlyRebuilt: 0, differing: all };
    return { noradId, topic, hourMs, ...counts, example: error.message };
  }
}

function contentOf(projection: Projection, hour: StoredHour | null) {
  return {
    columns: hour === null ? createHour(0) : projection.positions.content(hour),
    elementSetId: elementSetIdOf(projection),
  };
}
