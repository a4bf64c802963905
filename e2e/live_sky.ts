import { ServedSky } from "./served_sky.ts";

/** TERRA is over Moscow then, and elements are as old as the day. */
const START_MS = Date.UTC(2026, 7, 23, 17, 50);

/**
 * Three satellites with some hours of past, served as the web app does: by a
 * clock that starts at the same instant each time, and runs.
 */
export class LiveSky implements AsyncDisposable {
  readonly url: string;
  readonly #served: ServedSky;
  readonly #nowMs: () => number;
  readonly #timer: ReturnType<typeof setInterval>;
  #recordedMs = START_MS;

  private constructor(served: ServedSky, nowMs: () => number) {
    this.url = served.url;
    this.#served = served;
    this.#nowMs = nowMs;
    this.#timer = setInterval(() => this.#record(), 50);
  }

  static async start({ hours }: { readonly hours: number }): Promise<LiveSky> {
    const startedMs = performance.now();
    const nowMs = () => Math.floor(START_MS + performance.now() - startedMs);
    return new LiveSky(await ServedSky.start({ hours, nowMs }), nowMs);
  }

  /** Each second when it has come, also where this was held up. */
  #record(): void {
    while (this.#recordedMs + 1_000 <= this.#nowMs()) {
      this.#recordedMs += 1_000;
      this.#served.sky.recordSecond(this.#recordedMs, this.#nowMs());
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.#timer);
    await this.#served[Symbol.asyncDispose]();
  }
}
