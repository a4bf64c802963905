import type { Moment } from "../feed/moment.ts";
import type { Position } from "../feed/position_window.ts";
import type { SatelliteRecord } from "../feed/satellite_record.ts";
import { breakAtGaps } from "../satellites/break_at_gaps.ts";
import { smoothTrack } from "./smooth_track.ts";

/** More revolutions than those of a day cover the map and tell nothing. */
export const mostPastMs = 24 * 3_600_000;
/** Of points farther apart nobody can tell the way from one to the next. */
const mostJoinedMs = 30 * 60_000;

/** As long as a low orbit takes. */
const revolutionMs = 100 * 60_000;

/** Where a satellite was, in runs without a gap. */
export interface PastTrack {
  /** The last revolution. */
  past: Position[][];
  older: Position[][];
}

/** Whether only the last of a range is drawn. */
export function isCut({ range }: Moment): boolean {
  return range.toMs - range.fromMs > mostPastMs;
}

/**
 * Returns where a satellite was up to the moment shown.
 *
 * @param recent Of the last day, where the range is longer; it may end a while
 *   before the moment shown.
 */
export function pastTrack(
  record: SatelliteRecord,
  { range, shownMs, silenceCounts }: Moment,
  recent: readonly Position[] = [],
): PastTrack {
  const toMs = Math.min(range.toMs, shownMs);
  const fromMs = Math.max(range.fromMs, toMs - mostPastMs);
  const gaps = record.gapsIn({ fromMs, toMs }, silenceCounts ? toMs : null);
  const maxStepMs = Math.min(
    Math.max(record.gapAfterMs, 2.5 * record.spacingMs),
    mostJoinedMs,
  );
  const isIn = ({ timeMs }: Position) => timeMs >= fromMs && timeMs <= shownMs;
  const known = recent.filter(isIn);
  const sinceMs = known.at(-1)?.timeMs ?? -Infinity;
  const drawn = [
    ...known,
    ...record.drawn().filter((one) => isIn(one) && one.timeMs > sinceMs),
  ];
  const runs = breakAtGaps(drawn, gaps, { maxStepMs }).map(smoothTrack);
  // Each has the point at which they meet.
  const lastMs = shownMs - revolutionMs;
  const part = (isOf: (run: Position[], i: number) => boolean) =>
    runs.map((run) => run.filter((_, i) => isOf(run, i)))
      .filter((run) => run.length > 0);
  return {
    past: part((run, i) => run[i]!.timeMs >= lastMs),
    older: part((run, i) => (run[i - 1] ?? run[i]!).timeMs < lastMs),
  };
}
