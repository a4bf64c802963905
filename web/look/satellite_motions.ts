import { formatInstant } from "../../shared/instant.ts";
import type { Projection } from "../../shared/projection/projection.ts";
import type { TimeRangeMs } from "../../shared/projection/time_range.ts";
import type { ElementChoice } from "../motions/element_turns.ts";
import { readMotions, type SourceMotion } from "../motions/read_motions.ts";
import { usableMotions } from "../motions/usable_motions.ts";
import {
  type AskedSatellite,
  readAskedSatellite,
} from "../passes/asked_satellite.ts";
import { Problem } from "../problem.ts";

/** How a satellite moves for a while. */
export interface SatelliteMotions {
  readonly satellite: AskedSatellite;
  /** In order, as far as they may be used. */
  readonly motions: readonly SourceMotion[];
  /** Sentences about why there are no others. */
  readonly refusals: readonly string[];
}

/** What is asked for of it. */
export interface MotionsSearch {
  readonly range: TimeRangeMs;
  readonly elements: ElementChoice;
  /** Whether recorded positions go first, where `elements` says so. */
  readonly usesPositions: boolean;
  /** The 180 days before tell how far off its elements are. */
  readonly nowMs: number;
}

/**
 * Reads how a satellite moves in a range; others run meanwhile.
 *
 * @throws {Problem} 404, if nothing is known of it.
 */
export async function readSatelliteMotions(
  projection: Projection,
  noradId: number,
  { range, elements, usesPositions, nowMs }: MotionsSearch,
): Promise<SatelliteMotions> {
  const satellite = await readAskedSatellite(projection, noradId, nowMs);
  const recordings = usesPositions ? satellite.recordings : [];
  const read = await readMotions(
    projection,
    { noradId, recordings },
    range,
    elements,
  );
  const usable = usableMotions(read.motions, range, satellite.percentiles);
  return {
    satellite,
    motions: usable.motions,
    refusals: [
      ...usable.refusals,
      ...read.failures.map(({ message }) => message),
    ],
  };
}

/**
 * Returns the motion that tells where a satellite is at an instant.
 *
 * @throws {Problem} 422, if none does, telling why.
 */
export function motionThen(
  { satellite, motions, refusals }: SatelliteMotions,
  timeMs: number,
): SourceMotion {
  const found = motions.find(({ fromMs, toMs }) =>
    fromMs <= timeMs && timeMs <= toMs
  );
  if (found !== undefined) return found;
  const why = refusals.join("; ") ||
    "no positions of then and no elements are known";
  throw new Problem(
    422,
    `Cannot tell where ${satellite.name} is at ${
      formatInstant(timeMs)
    }: ${why}`,
  );
}
