import {
  type ProjectionInUse,
  ProjectionUnavailable,
} from "../../shared/projection/projection.ts";
import { MINUTE_MS } from "../../shared/projection/time_range.ts";
import type { ElementChoice } from "../motions/element_turns.ts";
import { Problem } from "../problem.ts";
import {
  readSatelliteMotions,
  type SatelliteMotions,
} from "./satellite_motions.ts";

/** New element sets, and another projection, are taken up after so long. */
const READ_EVERY_MS = MINUTE_MS;

/** For so long it goes on with what it has, where nothing new can be read. */
const KEEP_MS = 10 * MINUTE_MS;

/**
 * Makes a function that tells how a satellite moves from now on, and reads that
 * anew once a minute: by its elements alone, since the running second is not
 * recorded yet. Where it is, by a clock that is ahead, to take it would make the
 * satellite jump from one source to the other and back.
 *
 * It rejects, with a Problem or ProjectionUnavailable, where nothing is known of
 * the satellite.
 */
export function keepMotions(
  projections: ProjectionInUse,
  { noradId, elements }: {
    readonly noradId: number;
    readonly elements: ElementChoice;
  },
): (nowMs: number) => Promise<SatelliteMotions> {
  let kept: SatelliteMotions | null = null;
  let readMs = 0;

  return async (nowMs) => {
    const ageMs = nowMs - readMs;
    // Less than zero where the clock was set back.
    const isFresh = ageMs >= 0 && ageMs < READ_EVERY_MS;
    if (kept !== null && isFresh) return kept;
    try {
      kept = await readAnew(nowMs);
      readMs = nowMs;
    } catch (error) {
      // A projection that is made anew may not know the satellite yet.
      const mayPass = error instanceof ProjectionUnavailable ||
        error instanceof Problem;
      if (kept === null || ageMs > KEEP_MS || !mayPass) throw error;
    }
    return kept;
  };

  async function readAnew(nowMs: number): Promise<SatelliteMotions> {
    using lease = projections.lease();
    return await readSatelliteMotions(lease.projection, noradId, {
      range: { fromMs: nowMs, toMs: nowMs + KEEP_MS },
      elements,
      usesPositions: false,
      nowMs,
    });
  }
}
