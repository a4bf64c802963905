/// <reference lib="dom" />
import type { SatelliteInfo } from "../feed/contract.ts";
import { findSatellites } from "../feed/roster.ts";

/** What is seen in a table need not be of the second. */
const askEachMs = 10_000;
/** 55 kB as it is sent; of more, those that are looked for. */
const mostSatellites = 1_000;

export interface TableList {
  satellites: readonly SatelliteInfo[];
  /** Whether there are more than these of what was looked for. */
  isCut: boolean;
  /** By the server's clock. */
  nowMs: number;
}

interface TableReaderEvents {
  now(): number;
  onRead(list: TableList): void;
  onFailed(): void;
}

/** Reads what is known of all satellites, or of those that are looked for. */
export class TableReader {
  readonly #events: TableReaderEvents;
  #asked = "";
  #askedMs = -Infinity;
  #asking = new AbortController();

  constructor(events: TableReaderEvents) {
    this.#events = events;
  }

  /** Asks if it is time to, or something else is looked for. */
  async askFor(text: string): Promise<void> {
    const isDue = performance.now() - this.#askedMs >= askEachMs;
    if (text === this.#asked && !isDue) return;
    this.#asked = text;
    this.#askedMs = performance.now();
    this.#asking.abort();
    const { signal } = this.#asking = new AbortController();
    const search = text === "" ? "" : `&q=${encodeURIComponent(text)}`;
    const query = `limit=${mostSatellites}${search}`;
    const answer = await findSatellites(query, signal).catch(() => null);
    if (signal.aborted) return;
    if (answer === null) return this.#events.onFailed();
    const { satellites, next } = answer;
    const nowMs = this.#events.now();
    this.#events.onRead({ satellites, isCut: next !== null, nowMs });
  }
}
