/// <reference lib="dom" />
import type { TimeRange } from "./position_window.ts";

/** Backfills come in bursts: they are read once it has been quiet for this long, */
const quietMs = 400;
/** but not later than this after the first. */
const latestMs = 2_000;

/**
 * Collects ranges that were filled in afterwards, and has each satellite's read
 * again as one.
 */
export class RangeReader {
  readonly #pending = new Map<number, TimeRange>();
  readonly #read: (noradId: number, range: TimeRange) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sinceMs: number | null = null;

  constructor(read: (noradId: number, range: TimeRange) => void) {
    this.#read = read;
  }

  request(noradId: number, range: TimeRange): void {
    const pending = this.#pending.get(noradId) ?? range;
    this.#pending.set(noradId, {
      fromMs: Math.min(pending.fromMs, range.fromMs),
      toMs: Math.max(pending.toMs, range.toMs),
    });
    this.#sinceMs ??= Date.now();
    clearTimeout(this.#timer);
    const waitMs = Math.min(quietMs, this.#sinceMs + latestMs - Date.now());
    this.#timer = setTimeout(() => this.#flush(), waitMs);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#pending.clear();
  }

  #flush(): void {
    this.#sinceMs = null;
    const pending = [...this.#pending];
    this.#pending.clear();
    for (const [noradId, range] of pending) this.#read(noradId, range);
  }
}
