import { nextTurn } from "../shared/breathe.ts";
import { processorMs } from "./processor_time.ts";

/** What some work gave and took. */
export interface Held<T> {
  readonly result: T;
  readonly ms: number;
  /** Longest that the event loop did not come round meanwhile. */
  readonly heldMs: number;
  /** The same in time that our thread had a processor. */
  readonly processor: { readonly ms: number; readonly heldMs: number };
}

/** Does some work, and looks at the event loop every millisecond. */
export async function measureHold<T>(
  work: () => Promise<T>,
): Promise<Held<T>> {
  await nextTurn(5);
  const byClock = new Stopwatch(() => performance.now());
  const byProcessor = new Stopwatch(processorMs);
  const timer = setInterval(() => {
    byClock.look();
    byProcessor.look();
  }, 1);
  const result = await work();
  const [ms, processorTakenMs] = [byClock.ms, byProcessor.ms];
  await nextTurn(2);
  clearInterval(timer);
  return {
    result,
    ms,
    // A turn that does nothing takes the timer's millisecond.
    heldMs: byClock.mostMs - 1,
    processor: { ms: processorTakenMs, heldMs: byProcessor.mostMs },
  };
}

class Stopwatch {
  readonly #nowMs: () => number;
  readonly #startMs: number;
  #lastMs: number;
  mostMs = 0;

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
    this.#startMs = this.#lastMs = nowMs();
  }

  get ms(): number {
    return this.#nowMs() - this.#startMs;
  }

  look(): void {
    const nowMs = this.#nowMs();
    this.mostMs = Math.max(this.mostMs, nowMs - this.#lastMs);
    this.#lastMs = nowMs;
  }
}
