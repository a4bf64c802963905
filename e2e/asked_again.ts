const EACH_MS = 20;

/** Asks for one address again and again, until it is disposed of. */
export class AskedAgain implements AsyncDisposable {
  readonly #asking: Promise<void>;
  #isOver = false;
  count = 0;
  /** What was answered other than 200. */
  readonly failures: string[] = [];

  constructor(url: string) {
    this.#asking = this.#ask(url);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isOver = true;
    await this.#asking;
  }

  async #ask(url: string): Promise<void> {
    while (!this.#isOver) {
      try {
        const response = await fetch(url);
        const text = await response.text();
        if (response.status !== 200) this.failures.push(text);
      } catch (error) {
        this.failures.push(`${error}`);
      }
      this.count++;
      await new Promise((resolve) => setTimeout(resolve, EACH_MS));
    }
  }
}
