/// <reference lib="dom" />
import type { SatelliteInfo } from "../feed/contract.ts";
import { readSatellites, recordedPath } from "../feed/roster.ts";

/** What is seen in a table need not be of the second. */
const askEachMs = 10_000;
/** Who types is not asked for with each letter. */
const typingMs = 250;
/** 55 kB as it is sent; of more, those that are looked for. */
const mostSatellites = 1_000;

export interface TableList {
  satellites: readonly SatelliteInfo[];
  /** What was looked for; "" for all. */
  search: string;
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

/** Whether what is looked for is in a list, if it is anywhere. */
export function isAnswerTo(
  wanted: string,
  { search, isCut }: Pick<TableList, "search" | "isCut">,
): boolean {
  return search === wanted || (search === "" && !isCut);
}

/** Returns the path of what is looked for, or of all, below `/api/v1/`. */
export function tablePath(text: string): string {
  const search = text === "" ? "" : `&q=${encodeURIComponent(text)}`;
  return recordedPath(`limit=${mostSatellites}${search}`);
}

/**
 * Reads what is known of all satellites; where these are too many to be looked
 * through in the page, of those that are looked for.
 */
export class TableReader {
  readonly #events: TableReaderEvents;
  #areTooMany = false;
  #asked: string | null = null;
  #askedMs = -Infinity;
  #asking = new AbortController();

  constructor(events: TableReaderEvents) {
    this.#events = events;
  }

  /** Asks if it is time to, or something else is looked for. */
  async askFor(text: string): Promise<void> {
    const wanted = this.#areTooMany ? text : "";
    const isOther = wanted !== this.#asked;
    const isDue = performance.now() - this.#askedMs >= askEachMs;
    if (!isOther && !isDue) return;
    const waitMs = isOther && this.#asked !== null ? typingMs : 0;
    this.#asked = wanted;
    this.#askedMs = performance.now();
    this.#asking.abort();
    const { signal } = this.#asking = new AbortController();
    await new Promise((resolve) => setTimeout(resolve, waitMs));
    if (signal.aborted) return;
    const answer = await readSatellites(tablePath(wanted), signal)
      .catch(() => null);
    if (signal.aborted) return;
    if (answer === null) return this.#events.onFailed();
    const { satellites, next } = answer;
    if (wanted === "") this.#areTooMany = next !== null;
    const nowMs = this.#events.now();
    const isCut = next !== null;
    this.#events.onRead({ satellites, search: wanted, isCut, nowMs });
  }
}
