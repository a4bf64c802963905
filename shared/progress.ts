const CLEAR_LINE = "\r\x1b[K";
const BAR_WIDTH = 30;

/** How often progress is told: on a terminal, and where lines are kept. */
const TERMINAL_MS = 100;
const LINES_MS = 10_000;

/** Where progress is told, such as the standard error. */
export interface ProgressOutput {
  isTerminal(): boolean;
  writeSync(bytes: Uint8Array): number;
}

/** Tells how far long work is: a bar on a terminal, else a line at times. */
export class Progress {
  readonly #output: ProgressOutput;
  readonly #isTerminal: boolean;
  readonly #nowMs: () => number;
  #toldMs: number;

  constructor(output: ProgressOutput, nowMs = () => performance.now()) {
    this.#output = output;
    this.#isTerminal = output.isTerminal();
    this.#nowMs = nowMs;
    this.#toldMs = nowMs();
  }

  /**
   * @param share From 0 to 1, of all the work.
   * @param said How far it is in words, such as "5 of 10 MB".
   */
  tell(share: number, said: string): void {
    // What is live may grow beyond what was to be expected.
    share = Math.min(share, 1) || 0;
    const nowMs = this.#nowMs();
    const eachMs = this.#isTerminal ? TERMINAL_MS : LINES_MS;
    if (nowMs - this.#toldMs < eachMs) return;
    this.#toldMs = nowMs;
    const percent = `${Math.floor(100 * share)} %`.padStart(5);
    const text = `${percent}, ${said}`;
    this.#write(
      this.#isTerminal ? `${CLEAR_LINE}${bar(share)}${text}` : `${text}\n`,
    );
  }

  /** Takes away the bar. */
  end(): void {
    if (this.#isTerminal) this.#write(CLEAR_LINE);
  }

  #write(text: string): void {
    this.#output.writeSync(new TextEncoder().encode(text));
  }
}

function bar(share: number): string {
  const done = Math.floor(BAR_WIDTH * share);
  return `[${"#".repeat(done)}${".".repeat(BAR_WIDTH - done)}]`;
}
