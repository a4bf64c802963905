/** Answers grow old; what failed, or was nothing yet, is asked again sooner. */
const refreshMs = 10 * 60_000;
const retryMs = 60_000;

/** What a question is put to, and what is done with its answer. */
interface AskerHandlers<Q, A> {
  ask(question: Q, signal: AbortSignal): Promise<A>;
  /** Another question than before is asked. */
  onOther(question: Q): void;
  /** Returns whether the answer will do for a while. */
  onAnswer(answer: A, question: Q): boolean;
  onFailed(): void;
}

/** Asks one question at a time, and again now and then. */
export class Asker<Q, A> {
  readonly #handlers: AskerHandlers<Q, A>;
  readonly #nowMs: () => number;
  #asked = "";
  #askAgainMs = 0;
  #asking = new AbortController();

  constructor(handlers: AskerHandlers<Q, A>, nowMs = () => Date.now()) {
    this.#handlers = handlers;
    this.#nowMs = nowMs;
  }

  /** Asks, if it is another question than before, or it is time to. */
  async askIfDue(question: Q): Promise<void> {
    const asked = JSON.stringify(question);
    const isOther = asked !== this.#asked;
    if (!isOther && this.#nowMs() < this.#askAgainMs) return;
    if (isOther) this.#handlers.onOther(question);
    this.#asked = asked;
    this.#askAgainMs = this.#nowMs() + refreshMs;
    this.#asking.abort();
    const { signal } = this.#asking = new AbortController();
    const answer = await this.#handlers.ask(question, signal)
      .catch(() => null);
    if (signal.aborted) return;
    let isGood = false;
    if (answer === null) this.#handlers.onFailed();
    else isGood = this.#handlers.onAnswer(answer, question);
    if (!isGood) this.#askAgainMs = this.#nowMs() + retryMs;
  }
}
