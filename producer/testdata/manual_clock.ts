import type { Clock } from "../clock.ts";

interface Sleeper {
  readonly timeMs: number;
  readonly wake: () => void;
}

/** A clock that stands still until it is set. */
export class ManualClock implements Clock {
  #nowMs: number;
  readonly #sleepers = new Set<Sleeper>();

  constructor(startMs: number) {
    this.#nowMs = startMs;
  }

  nowMs(): number {
    return this.#nowMs;
  }

  sleepUntil(timeMs: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return Promise.resolve();
    if (timeMs <= this.#nowMs) return pause();
    return new Promise((resolve) => {
      const wake = () => {
        this.#sleepers.delete(sleeper);
        signal.removeEventListener("abort", wake);
        resolve();
      };
      const sleeper = { timeMs, wake };
      this.#sleepers.add(sleeper);
      signal.addEventListener("abort", wake);
    });
  }

  /** Sets the clock, and waits until so many are asleep again. */
  async setTo(timeMs: number, sleepers: number): Promise<void> {
    this.set(timeMs);
    await this.settle(sleepers);
  }

  set(timeMs: number): void {
    this.#nowMs = timeMs;
    for (const sleeper of [...this.#sleepers]) {
      if (sleeper.timeMs <= timeMs) sleeper.wake();
    }
  }

  /** Wakes everyone, as naps do that end before their time. */
  async wakeAll(sleepers: number): Promise<void> {
    for (const sleeper of [...this.#sleepers]) sleeper.wake();
    await this.settle(sleepers);
  }

  /** Waits until so many are asleep. */
  async settle(sleepers: number): Promise<void> {
    const deadlineMs = performance.now() + 5000;
    do {
      await pause();
      if (performance.now() > deadlineMs) {
        throw new Error(`${this.#sleepers.size} sleep instead of ${sleepers}`);
      }
    } while (this.#sleepers.size !== sleepers);
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
