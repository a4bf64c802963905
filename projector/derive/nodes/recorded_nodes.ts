import type { Projection } from "../../../shared/projection/projection.ts";
import {
  joinColumns,
  positionAt,
} from "../../../shared/projection/position_columns.ts";
import { recordedHours } from "../../../shared/projection/recordings.ts";
import { gapThresholdMs } from "../../../shared/projection/step.ts";
import {
  createHour,
  type HourColumns,
} from "../../../shared/projection/hour_columns.ts";
import {
  DamagedHour,
  type StoredHour,
} from "../../../shared/projection/store/stored_hour.ts";
import {
  hourOf,
  MINUTE_MS,
  type TimeRangeMs,
} from "../../../shared/projection/time_range.ts";
import { findRecordedNodes } from "../../../tle/nodes/find_recorded_nodes.ts";
import type { NodeCrossing } from "../../../tle/nodes/node_crossing.ts";
import { recordingsByName } from "../recordings_by_name.ts";

/**
 * Over a longer step no crossing is interpolated, whatever the step of the
 * recording: in a low orbit that is a twentieth of a revolution.
 */
const MOST_STEP_MS = 5 * MINUTE_MS;

/** How far from a crossing a sample can have a part in it: four steps. */
export const SAMPLES_AROUND_MS = 4 * MOST_STEP_MS;

/** A crossing, and the topic that shows it. */
export interface RecordedNode extends NodeCrossing {
  readonly topicRef: number;
}

/**
 * The crossings of the equator within a range that sealed hours show, each hour
 * read from the first topic by name. Open hours are left out, so that a crossing
 * is made once, of all that its hours hold.
 */
export function recordedNodes(
  projection: Projection,
  noradId: number,
  range: TimeRangeMs,
): RecordedNode[] {
  const around = {
    fromMs: range.fromMs - SAMPLES_AROUND_MS,
    toMs: range.toMs + SAMPLES_AROUND_MS,
  };
  const recordings = recordingsByName(projection, noradId);
  const hours = new Map<number, StoredHour>();
  for (const hour of recordedHours(projection, recordings, around)) {
    if (hour.sealed !== null) hours.set(hour.fromMs, hour);
  }
  if (hours.size === 0) return [];
  const contents = [...hours.values()].map((hour) =>
    contentOf(projection, hour)
  );
  const columns = joinColumns(contents);
  const { timeMs } = columns;
  const found = findRecordedNodes({
    timeMs,
    latitude: columns.latitudeE6,
    elementSet: contents.flatMap(({ elementSetRef }) => [...elementSetRef]),
    positionAt: (index) => positionAt(columns, index),
    isGapBefore: (index) => {
      const hour = hours.get(hourOf(timeMs[index]!).fromMs)!;
      const mostMs = Math.min(
        gapThresholdMs(hour.sealed!.stepMs),
        MOST_STEP_MS,
      );
      return timeMs[index]! - timeMs[index - 1]! > mostMs;
    },
  });
  return found.filter((node) =>
    node.timeMs >= range.fromMs && node.timeMs < range.toMs
  ).map((node) => ({ ...node, topicRef: topicOf(hours, node.timeMs) }));
}

/** What cannot be read is left out, as for those who read. */
function contentOf({ positions }: Projection, hour: StoredHour): HourColumns {
  try {
    return positions.content(hour);
  } catch (error) {
    if (error instanceof DamagedHour) return createHour(0);
    throw error;
  }
}

/** That of the hour of a crossing, or of the next one if that begins after it. */
function topicOf(
  hours: ReadonlyMap<number, StoredHour>,
  timeMs: number,
): number {
  const { fromMs, toMs } = hourOf(timeMs);
  const hour = hours.get(fromMs) ?? hours.get(toMs);
  return hour!.topicRef;
}
