import type { Moment } from "../feed/moment.ts";
import type { Position } from "../feed/position_window.ts";
import type { SatelliteRecord } from "../feed/satellite_record.ts";
import { breakAtGaps } from "../satellites/break_at_gaps.ts";
import { smoothTrack } from "./smooth_track.ts";

/** More revolutions than those of a day cover the map and tell nothing. */
export const mostPastMs = 24 * 3_600_000;
/** Of points farther apart nobody can tell the way from one to the next. */
const mostJoinedMs = 30 * 60_000;

/** Returns where a satellite was up to the moment shown, in runs without a gap. */
export function pastTrack(
  record: SatelliteRecord,
  { range, shownMs, silenceCounts }: Moment,
): Position[][] {
  const toMs = Math.min(range.toMs, shownMs);
  const fromMs = Math.max(range.fromMs, toMs - mostPastMs);
  const gaps = record.gapsIn({ fromMs, toMs }, silenceCounts ? toMs : null);
  const maxStepMs = Math.min(
    Math.max(record.gapAfterMs, 2.5 * record.window.bucketMs),
    mostJoinedMs,
  );
  const drawn = record.drawn().filter(({ timeMs }) =>
    timeMs >= fromMs && timeMs <= shownMs
  );
  return breakAtGaps(drawn, gaps, { maxStepMs }).map(smoothTrack);
}
