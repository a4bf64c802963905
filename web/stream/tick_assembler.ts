import type { FramePosition } from "./frame.ts";
import { gapThresholdMs } from "../../shared/projection/step.ts";
import {
  type Patience,
  type Reporter,
  type Tick,
  TickLane,
} from "./tick_lane.ts";

/** A tick waits for satellites that have been silent for as long as a gap, */
const USUAL: Patience = { forMs: 500, silenceMs: gapThresholdMs };

/**
 * and longer for those that report rarely, as nobody else waits for them; but
 * only if they did at the tick before. Of very many there are always some whose
 * elements give no position any more.
 */
const SLOW: Patience = { forMs: 1_000, silenceMs: (stepMs) => 1.5 * stepMs };

/** Satellites of this step and longer ones wait for each other only. */
const SLOW_STEP_MS = 5_000;

const USUAL_STEP_MS = 1_000;

/** A tick that goes out. */
export interface DueTick {
  readonly positions: readonly FramePosition[];
  /** Whether it, or a later one, has gone out before, of other satellites. */
  readonly isLate: boolean;
  /** The latest tick that has gone out with it. */
  readonly passedMs: number;
}

/**
 * Puts positions together into ticks: all satellites of one instant. A tick
 * goes out when all live satellites have reported, or after half a second;
 * ticks go out in order of time.
 *
 * Satellites that report rarely have ticks of their own, since there may be
 * many of them, and what they report takes longer to come: in order of time
 * among themselves, and together with the others' where both are due.
 */
export class TickAssembler {
  readonly #lanes: readonly [often: TickLane, rarely: TickLane];
  readonly #rememberMs: number;
  #lastMs: number;
  #stepMs = USUAL_STEP_MS;

  /** `rememberMs`: how far back late positions are recognised. */
  constructor(lastMs: number, rememberMs: number) {
    this.#lastMs = lastMs;
    this.#rememberMs = rememberMs;
    this.#lanes = [
      new TickLane(lastMs, USUAL),
      new TickLane(lastMs, SLOW),
    ];
  }

  /** The latest tick that went out. */
  get lastMs(): number {
    return this.#lastMs;
  }

  /** Distance between samples of the latest tick, the smallest. */
  get stepMs(): number {
    return this.#stepMs;
  }

  /** Goes on from a later tick, without those between. */
  skipTo(timeMs: number): void {
    this.#lastMs = Math.max(this.#lastMs, timeMs);
    for (const lane of this.#lanes) lane.skipTo(timeMs);
  }

  /**
   * Says when a satellite reported last, and how often it does, where its
   * reports do not tell yet.
   */
  expect(
    noradId: number,
    { lastMs, stepMs }: { readonly lastMs: number; readonly stepMs: number },
  ): void {
    const lane = this.#laneOf(noradId) ?? this.#lanes[0];
    const reporter = lane.reporters.get(noradId);
    if (reporter === undefined) {
      const known = createReporter(noradId, { lastMs, stepMs });
      this.#settle(known, lane);
    } else if (reporter.distanceMs === USUAL_STEP_MS) {
      reporter.stepMs = reporter.distanceMs = stepMs;
      this.#settle(reporter, lane);
    }
  }

  /**
   * Takes a position, known already or new.
   *
   * @returns Whether it is new and its tick has gone out.
   */
  add(position: FramePosition, nowMs: number): boolean {
    const { noradId, timeMs } = position;
    let lane = this.#laneOf(noradId) ?? this.#lanes[0];
    let reporter = lane.reporters.get(noradId);
    if (reporter === undefined) {
      const usual = { lastMs: timeMs, stepMs: USUAL_STEP_MS };
      reporter = createReporter(noradId, usual);
      lane.reporters.set(noradId, reporter);
    } else if (timeMs > reporter.lastMs) {
      // The smaller one of two distances: one alone may be a gap.
      const distanceMs = timeMs - reporter.lastMs;
      reporter.stepMs = Math.min(distanceMs, reporter.distanceMs);
      reporter.distanceMs = distanceMs;
      reporter.lastMs = timeMs;
      lane = this.#settle(reporter, lane);
    }
    forgetBefore(reporter, lane.lastMs - this.#rememberMs);
    const known = reporter.seen.get(timeMs);
    if (known !== undefined && isSame(known, position)) return false;
    reporter.seen.set(timeMs, position);
    return !lane.add(position, nowMs);
  }

  /** The ticks that are to go out now, in order of time. */
  takeDue(nowMs: number): DueTick[] {
    const ticks = this.#lanes.flatMap((lane) => lane.takeDue(nowMs));
    const times = Map.groupBy(ticks, (tick) => tick.positions[0]!.timeMs);
    return [...times].sort(([a], [b]) => a - b).map(([timeMs, both]) => {
      const positions = both.length === 1
        ? both[0]!.positions
        : both.flatMap((tick) => tick.positions)
          .sort((a, b) => a.noradId - b.noradId);
      const isLate = timeMs <= this.#lastMs;
      this.#noteStep(timeMs, both);
      this.#lastMs = Math.max(this.#lastMs, timeMs);
      return { positions, isLate, passedMs: this.#lastMs };
    });
  }

  #noteStep(timeMs: number, ticks: readonly Tick[]): void {
    if (timeMs < this.#lastMs) return;
    const steps = ticks.map(({ stepMs }) => stepMs).filter(Number.isFinite);
    if (timeMs === this.#lastMs) steps.push(this.#stepMs);
    if (steps.length > 0) this.#stepMs = Math.min(...steps);
  }

  #laneOf(noradId: number): TickLane | undefined {
    return this.#lanes.find((lane) => lane.reporters.has(noradId));
  }

  /** Puts a satellite among those that report as often. */
  #settle(reporter: Reporter, lane: TickLane): TickLane {
    const wanted = this.#lanes[reporter.stepMs < SLOW_STEP_MS ? 0 : 1];
    if (wanted !== lane) lane.reporters.delete(reporter.noradId);
    wanted.reporters.set(reporter.noradId, reporter);
    return wanted;
  }
}

function createReporter(
  noradId: number,
  { lastMs, stepMs }: { readonly lastMs: number; readonly stepMs: number },
): Reporter {
  return { noradId, lastMs, stepMs, distanceMs: stepMs, seen: new Map() };
}

/** Forgets what was seen of it; what came first mostly is what is oldest. */
function forgetBefore({ seen }: Reporter, limitMs: number): void {
  for (const timeMs of seen.keys()) {
    if (timeMs >= limitMs) break;
    seen.delete(timeMs);
  }
}

function isSame(a: FramePosition, b: FramePosition): boolean {
  return a.latitudeDeg === b.latitudeDeg &&
    a.longitudeDeg === b.longitudeDeg && a.altitudeKm === b.altitudeKm;
}
