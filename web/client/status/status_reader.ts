/// <reference lib="dom" />
import { askServer } from "../ask_server.ts";
import type { StatusAnswer } from "./contract.ts";

/** A server that takes longer is as good as gone. */
const patienceMs = 5_000;
/** What it said is taken to be so for as long as it is asked most rarely. */
const standsMs = 20_000;

/** What the server said last of everything, and how that has aged since. */
export interface KnownStatus {
  /** Null where it has never answered. */
  answer: StatusAnswer | null;
  /** The server's now, as far as it is known. */
  nowMs: number;
  /** How old the answer is; since the page was opened, where there is none. */
  ageMs: number;
  /** For how long the server has owed an answer; 0 where it owes none. */
  waitingMs: number;
}

/** Asks the server how everything is, when it is time to. */
export class StatusReader {
  readonly #onChange: () => void;
  readonly #clock: () => number;
  #answer: StatusAnswer | null = null;
  #answeredMs: number;
  #askedMs = -Infinity;
  #owedSinceMs: number | null;
  #isAsking = false;

  constructor(onChange: () => void, clock = () => performance.now()) {
    this.#onChange = onChange;
    this.#clock = clock;
    this.#answeredMs = this.#owedSinceMs = clock();
  }

  /** As it is known now. */
  read(): KnownStatus {
    const now = this.#clock();
    const ageMs = now - this.#answeredMs;
    const saidMs = this.#answer ? Date.parse(this.#answer.time) : Date.now();
    return {
      answer: this.#answer,
      nowMs: this.#answer ? saidMs + ageMs : saidMs,
      ageMs,
      waitingMs: now - (this.#owedSinceMs ?? now),
    };
  }

  /** Why there is nothing to show, where a server is there that says so. */
  get whyUnavailable(): string | null {
    const { answer, ageMs } = this.read();
    return ageMs < standsMs ? answer?.unavailable ?? null : null;
  }

  /** To be called while the page is shown, and only then. */
  async askIfDue(everyMs: number): Promise<void> {
    if (this.#isAsking || this.#clock() - this.#askedMs < everyMs) return;
    this.#isAsking = true;
    this.#askedMs = this.#clock();
    this.#owedSinceMs ??= this.#askedMs;
    try {
      const patience = AbortSignal.timeout(patienceMs);
      const path = "projection";
      const answer = await askServer("read the status", path, patience);
      this.#answer = await answer.json() as StatusAnswer;
      this.#answeredMs = this.#clock();
      this.#owedSinceMs = null;
      this.#onChange();
    } catch {
      // What is known grows old, and looks it.
    } finally {
      this.#isAsking = false;
    }
  }
}
