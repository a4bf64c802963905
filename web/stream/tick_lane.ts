import type { FramePosition } from "./frame.ts";

interface Pending {
  readonly positions: Map<number, FramePosition>;
  readonly sinceMs: number;
}

/** When a satellite reported last, and its last two distances. */
export interface Reporter {
  readonly noradId: number;
  lastMs: number;
  stepMs: number;
  distanceMs: number;
  /** What was seen of the near past, by time. */
  readonly seen: Map<number, FramePosition>;
}

/** All positions of one instant, in order of satellite. */
export interface Tick {
  readonly positions: FramePosition[];
  /** Distance between samples of them, the smallest. */
  readonly stepMs: number;
}

/** How long a tick waits for who has not reported yet. */
export interface Patience {
  readonly forMs: number;
  /** Of one with this step, how long ago its last report may be, in ms. */
  readonly silenceMs: (stepMs: number) => number;
}

/** Satellites that wait for each other, and for no others. */
export class TickLane {
  readonly reporters = new Map<number, Reporter>();
  readonly #pending = new Map<number, Pending>();
  readonly #patience: Patience;
  #lastMs: number;

  constructor(lastMs: number, patience: Patience) {
    this.#lastMs = lastMs;
    this.#patience = patience;
  }

  /** The tick that went out last. */
  get lastMs(): number {
    return this.#lastMs;
  }

  skipTo(timeMs: number): void {
    this.#lastMs = Math.max(this.#lastMs, timeMs);
    for (const pendingMs of this.#pending.keys()) {
      if (pendingMs <= timeMs) this.#pending.delete(pendingMs);
    }
  }

  /** Takes a position for its tick; false where that has gone out. */
  add(position: FramePosition, nowMs: number): boolean {
    const { noradId, timeMs } = position;
    if (timeMs <= this.#lastMs) return false;
    let pending = this.#pending.get(timeMs);
    if (pending === undefined) {
      pending = { positions: new Map(), sinceMs: nowMs };
      this.#pending.set(timeMs, pending);
    }
    pending.positions.set(noradId, position);
    return true;
  }

  /** The ticks that are to go out now, in order of time. */
  takeDue(nowMs: number): Tick[] {
    const due: Tick[] = [];
    const times = [...this.#pending.keys()].sort((a, b) => a - b);
    for (const timeMs of times) {
      const { positions, sinceMs } = this.#pending.get(timeMs)!;
      const patient = nowMs - sinceMs < this.#patience.forMs;
      if (patient && this.#isAwaited(timeMs, positions)) break;
      due.push(this.#toTick(positions));
      this.#pending.delete(timeMs);
      this.#lastMs = timeMs;
    }
    return due;
  }

  #toTick(of: ReadonlyMap<number, FramePosition>): Tick {
    const positions = [...of.values()];
    positions.sort((a, b) => a.noradId - b.noradId);
    let stepMs = Infinity;
    for (const { noradId } of positions) {
      const reporter = this.reporters.get(noradId);
      // One may report more often now, or more rarely, than for this tick.
      if (reporter) stepMs = Math.min(stepMs, reporter.stepMs);
    }
    return { positions, stepMs };
  }

  // Whether a satellite that is live has still to report for this tick.
  #isAwaited(
    timeMs: number,
    positions: ReadonlyMap<number, FramePosition>,
  ): boolean {
    for (const { noradId, lastMs, stepMs } of this.reporters.values()) {
      if (positions.has(noradId) || lastMs + stepMs > timeMs) continue;
      if (timeMs - lastMs <= this.#patience.silenceMs(stepMs)) return true;
    }
    return false;
  }
}
