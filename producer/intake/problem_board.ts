import type { Report } from "../report.ts";

/** Tells each problem once for as long as it lasts. */
export class ProblemBoard {
  readonly #report: Report;
  #told = new Set<string>();
  #noted = new Map<string, string>();

  constructor(report: Report) {
    this.#report = report;
  }

  /** @param key What is the same as long as the problem is. */
  note(key: string, message: string): void {
    this.#noted.set(key, message);
  }

  /** Tells what was noted since the last time, and was not before that. */
  tell(): void {
    for (const [key, message] of this.#noted) {
      if (!this.#told.has(key)) this.#report(message, "warning");
    }
    this.#told = new Set(this.#noted.keys());
    this.#noted = new Map();
  }
}
