/** The time and the waiting for it; tests have one that need not wait. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  nowMs(): number;
  /**
   * Waits for a time, or until the signal. May return earlier, so that callers
   * notice when the clock was set: look at it again. Never returns before
   * timers that are due already have run, even if the time is past.
   */
  sleepUntil(timeMs: number, signal: AbortSignal): Promise<void>;
}

/**
 * Timers count a time of their own, which stands still while a laptop sleeps
 * and knows nothing of a clock that is set; after so long it is looked at.
 */
const LONGEST_NAP_MS = 1000;

export const systemClock: Clock = {
  nowMs: () => Date.now(),
  sleepUntil(timeMs, signal) {
    if (signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        signal.removeEventListener("abort", wake);
        resolve();
      };
      const napMs = Math.max(0, timeMs - Date.now());
      const timer = setTimeout(wake, Math.min(napMs, LONGEST_NAP_MS));
      signal.addEventListener("abort", wake);
    });
  },
};
