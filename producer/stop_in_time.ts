import type { Clock } from "./clock.ts";

/** How long work in hand may go on after the signal. */
const GRACE_MS = 2000;

/**
 * Waits for work that ends by itself soon after the signal; if it does not, as
 * an append to a broker that is away may not, leaves it after two seconds.
 */
export async function stopInTime(
  work: Promise<unknown>,
  clock: Clock,
  signal: AbortSignal,
): Promise<void> {
  const ended = new AbortController();
  const deadline = async () => {
    await new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      const options = { once: true, signal: ended.signal };
      signal.addEventListener("abort", () => resolve(), options);
    });
    const untilMs = clock.nowMs() + GRACE_MS;
    while (!ended.signal.aborted && clock.nowMs() < untilMs) {
      await clock.sleepUntil(untilMs, ended.signal);
    }
  };
  try {
    await Promise.race([work, deadline()]);
  } finally {
    ended.abort();
  }
}
