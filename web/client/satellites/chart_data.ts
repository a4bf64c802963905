import { clipGaps, cutGaps } from "../feed/gap_list.ts";
import type { Moment } from "../feed/moment.ts";
import type {
  Position,
  ThinnedPosition,
  TimeRange,
} from "../feed/position_window.ts";
import type { SatelliteRecord } from "../feed/satellite_record.ts";
import { breakAtGaps } from "./break_at_gaps.ts";

/** What a panel's two charts draw. */
export interface ChartData {
  runs: readonly (readonly ThinnedPosition[])[];
  newest: Position | null;
  gaps: readonly TimeRange[];
  /** What was filled in later. */
  backfills: readonly TimeRange[];
  range: TimeRange;
  /** Neighbours farther apart are not joined. */
  maxStepMs: number;
  /** Altitudes that the axis has room for from the beginning. */
  boundsKm: { min: number; max: number } | null;
}

/** Returns what is drawn of a satellite at a moment. */
export function chartDataOf(
  record: SatelliteRecord,
  moment: Moment,
  filledIn: readonly TimeRange[],
): ChartData {
  const { range, shownMs, silenceCounts } = moment;
  const untilMs = Math.min(range.toMs, shownMs);
  const shown = { fromMs: range.fromMs, toMs: untilMs };
  const gaps = record.gapsIn(shown, silenceCounts ? untilMs : null);
  const maxStepMs = Math.max(record.gapAfterMs, 2.5 * record.spacingMs);
  const drawn = record.drawn();
  // One point before the range stays, so that the line comes from the edge.
  const first = drawn.findIndex((p) => p.timeMs >= range.fromMs);
  const visible = drawn.slice(Math.max(0, first - 1));
  const { latest } = record;
  return {
    runs: breakAtGaps(visible, gaps, { maxStepMs }),
    newest: latest && latest.timeMs >= range.fromMs ? latest : null,
    gaps,
    backfills: gaps.reduce(cutGaps, clipGaps(filledIn, shown)),
    range,
    maxStepMs,
    boundsKm: record.altitudeBoundsKm,
  };
}
