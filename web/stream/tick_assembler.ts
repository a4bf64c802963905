import { gapThresholdMs } from "../../shared/projection/step.ts";
import type { FramePosition } from "./frame.ts";

/** A tick waits so long for satellites that have not reported yet. */
const PATIENCE_MS = 500;

const USUAL_STEP_MS = 1_000;

interface Pending {
  readonly positions: Map<number, FramePosition>;
  readonly sinceMs: number;
}

/** When a satellite reported last, and its last two distances. */
interface Reporter {
  lastMs: number;
  stepMs: number;
  distanceMs: number;
}

/**
 * Puts positions together into ticks: all satellites of one instant. A tick
 * goes out when all live satellites have reported, or after half a second;
 * ticks go out in order of time.
 */
export class TickAssembler {
  #lastMs: number;
  #stepMs: number = USUAL_STEP_MS;
  readonly #pending = new Map<number, Pending>();
  readonly #reporters = new Map<number, Reporter>();
  /** What was seen of the near past, by satellite and time. */
  readonly #seen = new Map<number, Map<number, FramePosition>>();
  readonly #rememberMs: number;

  /** `rememberMs`: how far back late positions are recognised. */
  constructor(lastMs: number, rememberMs: number) {
    this.#lastMs = lastMs;
    this.#rememberMs = rememberMs;
  }

  /** The tick that went out last. */
  get lastMs(): number {
    return this.#lastMs;
  }

  /** Distance between samples of what went out last, the smallest. */
  get stepMs(): number {
    return this.#stepMs;
  }

  /** Goes on from a later tick, without those between. */
  skipTo(timeMs: number): void {
    this.#lastMs = timeMs;
    for (const pendingMs of this.#pending.keys()) {
      if (pendingMs <= timeMs) this.#pending.delete(pendingMs);
    }
  }

  /**
   * Takes a position, known already or new.
   *
   * @returns Whether it is new and its tick has gone out.
   */
  add(position: FramePosition, nowMs: number): boolean {
    const { noradId, timeMs } = position;
    const isNew = this.#remember(position);
    this.#report(noradId, timeMs);
    if (timeMs <= this.#lastMs) return isNew;
    let pending = this.#pending.get(timeMs);
    if (pending === undefined) {
      pending = { positions: new Map(), sinceMs: nowMs };
      this.#pending.set(timeMs, pending);
    }
    pending.positions.set(noradId, position);
    return false;
  }

  /** The ticks that are to go out now, in order of time. */
  takeDue(nowMs: number): FramePosition[][] {
    const due: FramePosition[][] = [];
    const times = [...this.#pending.keys()].sort((a, b) => a - b);
    for (const timeMs of times) {
      const { positions, sinceMs } = this.#pending.get(timeMs)!;
      const patient = nowMs - sinceMs < PATIENCE_MS;
      if (patient && this.#isAwaited(timeMs, positions)) break;
      due.push([...positions.values()].sort((a, b) => a.noradId - b.noradId));
      this.#pending.delete(timeMs);
      this.#lastMs = timeMs;
      this.#stepMs = Math.min(
        ...positions.keys().map((id) => this.#reporters.get(id)!.stepMs),
      );
    }
    if (due.length > 0) this.#forget();
    return due;
  }

  // Whether a satellite that is live has still to report for this tick.
  #isAwaited(
    timeMs: number,
    positions: ReadonlyMap<number, FramePosition>,
  ): boolean {
    for (const [noradId, { lastMs, stepMs }] of this.#reporters) {
      if (positions.has(noradId) || lastMs + stepMs > timeMs) continue;
      if (timeMs - lastMs <= gapThresholdMs(stepMs)) return true;
    }
    return false;
  }

  // The smaller one of two distances: one alone may be a gap.
  #report(noradId: number, timeMs: number): void {
    const reporter = this.#reporters.get(noradId);
    if (reporter === undefined) {
      this.#reporters.set(noradId, {
        lastMs: timeMs,
        stepMs: USUAL_STEP_MS,
        distanceMs: USUAL_STEP_MS,
      });
    } else if (timeMs > reporter.lastMs) {
      const distanceMs = timeMs - reporter.lastMs;
      reporter.stepMs = Math.min(distanceMs, reporter.distanceMs);
      reporter.distanceMs = distanceMs;
      reporter.lastMs = timeMs;
    }
  }

  #remember(position: FramePosition): boolean {
    let seen = this.#seen.get(position.noradId);
    if (seen === undefined) {
      seen = new Map();
      this.#seen.set(position.noradId, seen);
    }
    const known = seen.get(position.timeMs);
    seen.set(position.timeMs, position);
    return known === undefined ||
      known.latitudeDeg !== position.latitudeDeg ||
      known.longitudeDeg !== position.longitudeDeg ||
      known.altitudeKm !== position.altitudeKm;
  }

  #forget(): void {
    const limitMs = this.#lastMs - this.#rememberMs;
    for (const seen of this.#seen.values()) {
      for (const timeMs of seen.keys()) {
        if (timeMs < limitMs) seen.delete(timeMs);
      }
    }
  }
}
