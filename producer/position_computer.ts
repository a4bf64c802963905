import type {
  Origin,
  RecordedPosition,
} from "../shared/events/positions_recorded.ts";
import { PropagationError } from "../tle/propagation_error.ts";
import type { Report } from "./report.ts";
import type { Satellite } from "./satellites.ts";

/** Where a satellite is at an instant; null if its elements cannot tell. */
export type ComputePosition = (
  satellite: Satellite,
  timeMs: number,
  origin: Origin,
) => RecordedPosition | null;

/** Makes a computer of positions that tells once of each satellite it cannot. */
export function createPositionComputer(report: Report): ComputePosition {
  const reported = new Set<number>();
  return ({ noradId, name, elementSetId, orbit }, timeMs, origin) => {
    try {
      const position = orbit.positionAt(timeMs);
      return { noradId, name, timeMs, ...position, elementSetId, origin };
    } catch (error) {
      if (!(error instanceof PropagationError)) throw error;
      if (!reported.has(noradId)) {
        reported.add(noradId);
        report(`${error.message}. Leaving it out where that is so`, "error");
      }
      return null;
    }
  };
}
