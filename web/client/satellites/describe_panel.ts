import type { ElementSetInfo } from "../feed/contract.ts";
import { countRecorded } from "../feed/count_recorded.ts";
import { isOfBefore, type Moment } from "../feed/moment.ts";
import type { TimeRange } from "../feed/position_window.ts";
import type { Recording } from "../feed/recording.ts";
import type { SatelliteRecord } from "../feed/satellite_record.ts";
import {
  formatAge,
  formatCoordinates,
  formatCount,
  formatDateTime,
  formatDuration,
  formatReading,
  formatTimeOfDay,
} from "../format.ts";
import { texts } from "../texts.ts";
import type { ChartData } from "./chart_data.ts";
import { texts as columnTexts } from "./columns_texts.ts";
import { oldElementsMs } from "./old_elements.ts";

const words = texts.panel;

/** Returns since when there is no data, in words, or nothing. */
export function describeStale(
  record: SatelliteRecord,
  moment: Moment,
  loading: boolean,
): string {
  if (loading) return "";
  if (!record.latest) {
    return moment.kind === "replay" ? words.noDataSoFar : words.noDataYet;
  }
  if (!record.isSilentAt(moment)) return "";
  const { timeMs } = record.latest;
  return words.noDataSince(formatTimeOfDay(timeMs, moment.shownMs));
}

/** Returns of when the numbers are, where they are live and not of now. */
export function describeAsOf(record: SatelliteRecord, moment: Moment): string {
  if (!record.latest) return "";
  const { timeMs } = record.latest;
  return isOfBefore(timeMs, moment)
    ? words.asOf(formatTimeOfDay(timeMs, moment.shownMs))
    : "";
}

/** Returns how much of the range was recorded; never more than is known. */
export function describeRecorded(
  recording: Recording,
  record: SatelliteRecord,
  data: { points: number; gaps: number; moment: Moment },
): string {
  const counted = countRecorded(recording, record, data.moment);
  if (!counted) return words.points(formatCount(data.points), data.gaps);
  const samples = formatCount(counted.samples);
  return counted.expected === null
    ? words.recordedOnly(samples)
    : words.recorded(samples, formatCount(counted.expected));
}

/** Returns how much was filled in later, or nothing. */
export function describeFilledIn({ backfills }: ChartData): string {
  return backfills.length === 0
    ? ""
    : columnTexts.filledIn(totalLength(backfills));
}

/** Returns how old the elements are, and what they are. */
export function describeElements(
  elements: ElementSetInfo | null,
  moment: Moment,
): { text: string; hint: string; old: boolean } {
  const epochMs = Date.parse(elements?.epoch ?? "");
  if (!elements || Number.isNaN(epochMs)) {
    const hint = words.noElementsHint;
    return { text: words.noElements, hint, old: false };
  }
  const ageMs = moment.nowMs - epochMs;
  const age = formatAge(ageMs);
  const old = Math.abs(ageMs) > oldElementsMs;
  const hint = words.elementsHint(
    elements.id,
    formatDateTime(epochMs),
    elements.source,
  );
  const text = ageMs < 0
    ? words.elementsAhead(age)
    // What was recorded long ago rests on elements of its own time.
    : moment.kind === "live"
    ? words.elements(age)
    : words.latestElements(age);
  return { text, hint: old ? hint + words.elementsOld : hint, old };
}

/** Returns what the two charts show, as sentences for who cannot see them. */
export function describeCharts(
  name: string,
  data: ChartData,
): { altitude: string; track: string } {
  const range = texts.time.fromTo(
    formatDateTime(data.range.fromMs),
    formatTimeOfDay(data.range.toMs, data.range.fromMs),
  );
  let lowest = Infinity;
  let highest = -Infinity;
  for (const { lowKm, highKm } of data.runs.flat()) {
    lowest = Math.min(lowest, lowKm);
    highest = Math.max(highest, highKm);
  }
  if (!data.newest || lowest > highest) {
    const empty = words.emptySummary(name, range);
    return { altitude: empty, track: empty };
  }
  return {
    altitude: words.altitudeSummary(
      name,
      range,
      formatReading(lowest),
      formatReading(highest),
      [
        words.gapsSummary(data.gaps.length, totalLength(data.gaps)),
        ...data.backfills.length > 0 ? [describeFilledIn(data)] : [],
      ].join("; "),
    ),
    track: words.trackSummary(
      name,
      range,
      formatCoordinates(data.newest),
    ),
  };
}

function totalLength(ranges: readonly TimeRange[]): string {
  return formatDuration(
    ranges.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0),
  );
}
