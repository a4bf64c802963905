import {
  type ElementSetRecorded,
  toElementSet,
} from "../../shared/events/element_set_recorded.ts";

/** What the log holds of one satellite. */
export interface SatelliteSummary {
  readonly noradId: number;
  /** That of the set received last; null where it had none. */
  name: string | null;
  sets: number;
  firstEpochUs: number;
  lastEpochUs: number;
  /** When the newest was received, and from where. */
  lastReceivedMs: number;
  lastSource: string;
}

/**
 * Counts element sets by satellite, in order of catalogue number.
 *
 * @param noradId The only satellite that is asked for; null for all.
 */
export async function summarizeSets(
  events: AsyncIterable<ElementSetRecorded>,
  noradId: number | null,
): Promise<SatelliteSummary[]> {
  const byNumber = new Map<number, SatelliteSummary>();
  for await (const event of events) {
    const number = event.norad_cat_id;
    if (noradId !== null && number !== noradId) continue;
    const summary = byNumber.get(number);
    if (summary === undefined) byNumber.set(number, summaryOf(event));
    else addTo(summary, summaryOf(event));
  }
  return [...byNumber.values()].sort((a, b) => a.noradId - b.noradId);
}

function summaryOf(event: ElementSetRecorded): SatelliteSummary {
  const { noradId, name, epochUs } = toElementSet(event);
  return {
    noradId,
    name,
    sets: 1,
    firstEpochUs: epochUs,
    lastEpochUs: epochUs,
    lastReceivedMs: Date.parse(event.received_at),
    lastSource: event.source,
  };
}

function addTo(summary: SatelliteSummary, one: SatelliteSummary): void {
  summary.sets++;
  summary.firstEpochUs = Math.min(summary.firstEpochUs, one.firstEpochUs);
  summary.lastEpochUs = Math.max(summary.lastEpochUs, one.lastEpochUs);
  if (one.lastReceivedMs < summary.lastReceivedMs) return;
  summary.lastReceivedMs = one.lastReceivedMs;
  summary.lastSource = one.lastSource;
  summary.name = one.name ?? summary.name;
}
