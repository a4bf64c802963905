import { isRefused } from "../ask_server.ts";

/** What failed is tried again after so long, then twice as long, up to the longest. */
const firstWaitMs = 1_000;
const longestWaitMs = 5_000;

/**
 * Reads one thing after another, so that no answer is overtaken by an older
 * one, which would bring back a gap that was filled in. What failed is tried
 * again: nothing else would close the hole that it left.
 */
export class ReadingQueue {
  readonly #abort = new AbortController();
  readonly #firstWaitMs: number;
  #last: Promise<void> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: { firstWaitMs: number } = { firstWaitMs }) {
    this.#firstWaitMs = options.firstWaitMs;
  }

  /** @param read Asks, and takes the answer. */
  add(read: (signal: AbortSignal) => Promise<void>): void {
    this.#last = this.#last.then(() => this.#readInTheEnd(read));
  }

  close(): void {
    this.#abort.abort();
    clearTimeout(this.#timer);
  }

  async #readInTheEnd(
    read: (signal: AbortSignal) => Promise<void>,
  ): Promise<void> {
    const { signal } = this.#abort;
    let waitMs = this.#firstWaitMs;
    while (!signal.aborted) {
      try {
        return await read(signal);
      } catch (error) {
        // The stream says what is wrong.
        const { cause } = error as Error;
        if (cause instanceof Response && isRefused(cause)) return;
      }
      if (signal.aborted) return;
      await new Promise((resolve) => {
        this.#timer = setTimeout(resolve, waitMs);
      });
      waitMs = Math.min(longestWaitMs, 2 * waitMs);
    }
  }
}
