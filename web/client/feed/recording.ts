import type {
  Frame,
  PositionsAnswer,
  RangeOf,
  SatelliteInfo,
  StreamState,
} from "./contract.ts";
import { addGap, cutGaps, replaceGaps } from "./gap_list.ts";
import type { Phase } from "./phase.ts";
import type {
  Position,
  ThinnedPosition,
  TimeRange,
} from "./position_window.ts";
import { SatelliteRecord } from "./satellite_record.ts";
import type { StreamPlan } from "./stream_plan.ts";

/**
 * What one view has received, without any notion of page or network: each
 * method takes one message of the server's.
 */
export class Recording {
  readonly satellites = new Map<number, SatelliteRecord>();
  phase: Phase = "waiting";
  /** Whether a list of satellites has come, be it empty. */
  listed = false;
  /** Whether the samples of the buckets have been counted by the server. */
  counted = false;
  /** Whether the gaps of the whole range are known. */
  gapsKnown = false;
  /** The fixed range of which each satellite's total is known. */
  overview: TimeRange | null = null;
  newestMs: number | null = null;
  /** How often the server has told that something was filled in. */
  backfills = 0;
  /** Goes up with every change, so that nothing unchanged is drawn again. */
  revision = 0;
  #bucketMs: number;
  #streamBucketMs: number | null = null;
  #range: TimeRange | null = null;

  constructor(bucketMs: number) {
    this.#bucketMs = bucketMs;
  }

  /** How far apart its points are. */
  get bucketMs(): number {
    return this.#bucketMs;
  }

  /** Returns the satellites that were not known before. */
  applySatellites(list: SatelliteInfo[], plan: StreamPlan): number[] {
    this.revision++;
    this.listed = true;
    const added: number[] = [];
    for (const info of list) {
      const record = this.satellites.get(info.norad_id);
      if (record) record.info = info;
      else {
        added.push(info.norad_id);
        const record = new SatelliteRecord(info, this.#bucketMs);
        this.#thin(record);
        this.satellites.set(info.norad_id, record);
      }
      if (plan.axis.kind !== "fixed" && info.latest) {
        const { time, ...place } = info.latest;
        this.satellites.get(info.norad_id)!.moveLatest(
          positionOf(Date.parse(time), place),
        );
      }
    }
    return added;
  }

  /** Returns whether live begins here: what came before is to be counted then. */
  applyState(state: StreamState): boolean {
    this.revision++;
    const isLive = state.state === "live" || state.state === "behind";
    const begins = isLive &&
      (this.phase === "waiting" || this.phase === "range");
    if (state.state === "replay") {
      this.phase = "range";
      this.#streamBucketMs = state.bucket_seconds
        ? state.bucket_seconds * 1_000
        : null;
      const fromMs = Date.parse(state.from ?? "");
      const toMs = Date.parse(state.to ?? state.server_time);
      this.#range = fromMs < toMs ? { fromMs, toMs } : null;
      if (this.satellites.size === 0 || this.newestMs === null) {
        this.#takeBucket();
      }
      for (const record of this.satellites.values()) this.#thin(record);
    } else this.phase = state.state;
    return begins;
  }

  /** Whether what comes is of now, or would be if anything came. */
  get isLive(): boolean {
    return this.phase === "live" || this.phase === "behind";
  }

  /** Who reports most rarely may be silent for so long. */
  get patienceMs(): number {
    let patienceMs = 0;
    for (const { gapAfterMs } of this.satellites.values()) {
      patienceMs = Math.max(patienceMs, gapAfterMs);
    }
    return patienceMs;
  }

  applyFrame(frame: Frame, plan: StreamPlan): void {
    const timeMs = Date.parse(frame.time);
    if (!Number.isFinite(timeMs)) return;
    this.revision++;
    this.newestMs = Math.max(this.newestMs ?? timeMs, timeMs);
    const live = this.isLive;
    for (const { norad_id, ...place } of frame.positions) {
      const record = this.satellites.get(norad_id);
      if (!record) continue;
      const position = positionOf(timeMs, place);
      if (live) record.addRecorded(position, 0, 1);
      else if (plan.speed !== null && !this.gapsKnown) {
        record.addRecorded(position, 2.5 * (this.#streamBucketMs ?? 0), 0);
      } else record.addThinned(position);
      if (plan.axis.kind === "sliding") {
        const fromMs = timeMs - plan.axis.windowMs;
        // Two buckets more than is drawn are kept, for counting whole ones.
        record.window.trimBefore(fromMs - 2 * record.window.bucketMs);
        if (record.gaps.some((gap) => gap.toMs < fromMs)) {
          record.gaps = record.gaps.filter((gap) => gap.toMs >= fromMs);
        }
      }
    }
  }

  applyGaps(gaps: RangeOf[]): void {
    this.revision++;
    this.gapsKnown = true;
    for (const [id, record] of this.satellites) {
      if (this.#range) record.gaps = cutGaps(record.gaps, this.#range);
      for (const gap of gaps) {
        if (gap.norad_id === id) {
          record.gaps = addGap(record.gaps, toRange(gap));
        }
      }
    }
  }

  /** Merges what was read again into the series. */
  applyReading(
    range: TimeRange,
    answer: PositionsAnswer,
    readAtMs: number,
  ): void {
    this.revision++;
    for (const { norad_id, columns, gaps } of answer.satellites) {
      const record = this.satellites.get(norad_id);
      if (!record) continue;
      const positions = thinnedPositions(columns);
      const counts = columns.samples ?? [];
      record.window.replaceRange(range, positions, counts, readAtMs);
      const last = positions.at(-1);
      if (last) record.moveLatest(last);
      record.gaps = replaceGaps(record.gaps, range, gaps.map(toRange));
    }
  }

  /** Takes what can be said of a fixed range as a whole, without its positions. */
  applyOverview(range: TimeRange, answer: PositionsAnswer): void {
    this.revision++;
    this.gapsKnown = true;
    this.overview = range;
    for (const { norad_id, columns, gaps } of answer.satellites) {
      const record = this.satellites.get(norad_id);
      if (!record) continue;
      record.gaps = gaps.map(toRange);
      record.window.widenBands(thinnedPositions(columns));
      record.total = columns.samples?.reduce((sum, n) => sum + n, 0) ?? null;
      const lowest = columns.altitude_min_km ?? columns.altitude_km;
      const highest = columns.altitude_max_km ?? columns.altitude_km;
      record.altitudeBoundsKm = lowest.length === 0 ? null : {
        min: lowest.reduce((a, b) => Math.min(a, b)),
        max: highest.reduce((a, b) => Math.max(a, b)),
      };
    }
  }

  #thin(record: SatelliteRecord): void {
    const bucketMs = this.#streamBucketMs ?? 0;
    record.thinnedToMs = Math.max(record.thinnedToMs, bucketMs);
  }

  /** Takes what was recorded last of a range. */
  applyEnd(answer: PositionsAnswer): void {
    this.revision++;
    for (const { norad_id, columns } of answer.satellites) {
      const last = thinnedPositions(columns).at(-1);
      if (last) this.satellites.get(norad_id)?.moveLatest(last);
    }
  }

  /** The server's buckets are the ones to keep, if it chose others than were asked for. */
  #takeBucket(): void {
    const bucketMs = Math.max(this.#streamBucketMs ?? 0, this.#bucketMs);
    if (bucketMs === this.#bucketMs) return;
    this.#bucketMs = bucketMs;
    for (const [id, { info, latest }] of this.satellites) {
      const record = new SatelliteRecord(info, bucketMs);
      record.latest = latest;
      this.satellites.set(id, record);
    }
  }
}

/** Returns an answer's columns as positions. */
export function thinnedPositions(
  columns: PositionsAnswer["satellites"][number]["columns"],
): ThinnedPosition[] {
  const lowKm = columns.altitude_min_km ?? columns.altitude_km;
  const highKm = columns.altitude_max_km ?? columns.altitude_km;
  return columns.time_ms.map((timeMs, i) => ({
    timeMs,
    longitudeDeg: columns.longitude_deg[i]!,
    latitudeDeg: columns.latitude_deg[i]!,
    altitudeKm: columns.altitude_km[i]!,
    lowKm: lowKm[i]!,
    highKm: highKm[i]!,
  }));
}

function positionOf(
  timeMs: number,
  place: { longitude_deg: number; latitude_deg: number; altitude_km: number },
): Position {
  return {
    timeMs,
    longitudeDeg: place.longitude_deg,
    latitudeDeg: place.latitude_deg,
    altitudeKm: place.altitude_km,
  };
}

function toRange(gap: { from: string; to: string }): TimeRange {
  return { fromMs: Date.parse(gap.from), toMs: Date.parse(gap.to) };
}
