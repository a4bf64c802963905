import type { SatelliteInfo } from "./contract.ts";
import { gapAfter } from "./gap_after.ts";
import { addGap, clipGaps, cutGaps } from "./gap_list.ts";
import type { Moment } from "./moment.ts";
import {
  bandOf,
  type Position,
  PositionWindow,
  type ThinnedPosition,
  type TimeRange,
} from "./position_window.ts";

/** What is known of one satellite in the range shown. */
export class SatelliteRecord {
  info: SatelliteInfo;
  readonly window: PositionWindow;
  gaps: TimeRange[] = [];
  latest: Position | null = null;
  /** Samples of the whole range, where it is fixed. */
  total: number | null = null;
  /** Lowest and highest altitude of the whole range, where known beforehand. */
  altitudeBoundsKm: { min: number; max: number } | null = null;
  /** The coarsest that has come: a replay grows coarser as it goes faster. */
  thinnedToMs = 0;
  #latestIsThinned = false;

  constructor(info: SatelliteInfo, bucketMs: number) {
    this.info = info;
    this.window = new PositionWindow(bucketMs);
  }

  get stepMs(): number | null {
    const { step_seconds } = this.info;
    return step_seconds && step_seconds > 0 ? step_seconds * 1_000 : null;
  }

  get gapAfterMs(): number {
    return gapAfter(this.stepMs);
  }

  /** Its points may be so far apart with nothing missing between them. */
  get spacingMs(): number {
    return Math.max(this.window.bucketMs, this.thinnedToMs);
  }

  /** A position as it was recorded, so that silence before it shows. */
  addRecorded(position: Position, stepMs: number, samples: number): void {
    const last = this.latest;
    const silenceMs = Math.max(this.#patienceMs, stepMs);
    if (last && position.timeMs - last.timeMs > silenceMs) {
      const gap = { fromMs: last.timeMs, toMs: position.timeMs };
      this.gaps = addGap(cutGaps(this.gaps, gap), gap);
    }
    this.window.add(position, samples);
    this.moveLatest(position);
  }

  /** A position of a thinned range: what lies between is not known from it. */
  addThinned(position: Position): void {
    this.window.add(position);
    if (this.moveLatest(position)) this.#latestIsThinned = true;
  }

  /** Returns whether it is newer than what was known. */
  moveLatest(position: Position): boolean {
    if (this.latest && position.timeMs <= this.latest.timeMs) return false;
    this.latest = position;
    this.#latestIsThinned = false;
    return true;
  }

  /** The newest position of the range shown. */
  newestIn({ kind, range }: Moment): Position | null {
    if (!this.latest || kind === "live") return this.latest;
    return this.latest.timeMs >= range.fromMs ? this.latest : null;
  }

  /** Whether nothing has come up to a moment for so long that it is a gap. */
  isSilentAt({ kind, shownMs }: Moment): boolean {
    const patienceMs = kind === "live"
      ? this.gapAfterMs
      : this.#thinnedPatienceMs;
    return this.latest === null || shownMs - this.latest.timeMs > patienceMs;
  }

  get #patienceMs(): number {
    return this.#latestIsThinned ? this.#thinnedPatienceMs : this.gapAfterMs;
  }

  /** A thinned point may have a bucket's worth of others after it. */
  get #thinnedPatienceMs(): number {
    return Math.max(this.gapAfterMs, 1.5 * this.spacingMs);
  }

  /** The positions to draw, the newest one last even where its bucket has a point. */
  drawn(): readonly ThinnedPosition[] {
    const { positions } = this.window;
    const last = positions.at(-1);
    return this.latest && last && this.latest.timeMs > last.timeMs
      ? [...positions, { ...this.latest, ...bandOf(this.latest) }]
      : positions;
  }

  /**
   * Returns the gaps of a range, up to the moment shown.
   *
   * @param openUntilMs Until when silence after the newest position counts;
   *   null where the server has told every gap.
   */
  gapsIn(range: TimeRange, openUntilMs: number | null): TimeRange[] {
    if (openUntilMs === null) return clipGaps(this.gaps, range);
    const until = { fromMs: range.fromMs, toMs: openUntilMs };
    if (!this.latest) {
      return openUntilMs - range.fromMs > this.gapAfterMs ? [until] : [];
    }
    const sinceMs = this.latest.timeMs;
    const past = clipGaps(this.gaps, { ...until, toMs: sinceMs });
    return openUntilMs - sinceMs > this.#patienceMs
      ? clipGaps([...past, { fromMs: sinceMs, toMs: openUntilMs }], until)
      : past;
  }

  /**
   * Returns what to read again where a range was filled in: the gaps as well
   * that it lies in, since the samples around them may be of other buckets; and
   * whole buckets, so that their counts are whole.
   *
   * @param whole What is shown at most; `filled` lies in it.
   */
  rangeToRead(filled: TimeRange, whole: TimeRange): TimeRange {
    const { bucketMs } = this.window;
    let { fromMs, toMs } = filled;
    for (const gap of this.gapsIn(whole, filled.toMs)) {
      if (gap.toMs <= filled.fromMs || gap.fromMs >= filled.toMs) continue;
      fromMs = Math.min(fromMs, gap.fromMs);
      toMs = Math.max(toMs, gap.toMs);
    }
    return {
      fromMs: Math.floor(fromMs / bucketMs) * bucketMs,
      toMs: Math.ceil(toMs / bucketMs) * bucketMs,
    };
  }
}
