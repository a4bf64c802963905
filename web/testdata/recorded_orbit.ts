import type { RecordedPosition } from "../../shared/events/positions_recorded.ts";
import type { TimeRangeMs } from "../../shared/projection/time_range.ts";
import type { ElementSet } from "../../tle/element_set.ts";
import { elementSetId } from "../../tle/element_set_id.ts";
import { createOrbit } from "../../tle/orbit.ts";

/** The positions that a producer records of a set, one a step of a range. */
export function recordedOrbit(
  set: ElementSet,
  { fromMs, toMs }: TimeRangeMs,
  stepMs: number,
): RecordedPosition[] {
  const orbit = createOrbit(set);
  const elementSet = elementSetId(set);
  return Array.from(
    { length: Math.ceil((toMs - fromMs) / stepMs) },
    (_, i) => ({
      noradId: set.noradId,
      name: set.name!,
      timeMs: fromMs + i * stepMs,
      ...orbit.positionAt(fromMs + i * stepMs),
      elementSetId: elementSet,
      origin: "live",
    }),
  );
}
