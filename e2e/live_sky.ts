import { join } from "node:path";
import { Sky } from "../bench/sky.ts";
import { servePage } from "./served_page.ts";

/** TERRA is over Moscow then, and elements are as old as the day. */
const START_MS = Date.UTC(2026, 7, 23, 17, 50);

/**
 * Three satellites with some hours of past, served as the web app does: by a
 * clock that starts at the same instant each time, and runs.
 */
export class LiveSky implements AsyncDisposable {
  readonly url: string;
  readonly #folder: string;
  readonly #sky: Sky;
  readonly #stop: () => Promise<void>;
  readonly #startedMs = performance.now();
  readonly #timer: ReturnType<typeof setInterval>;
  #recordedMs = START_MS;

  private constructor(folder: string, sky: Sky) {
    this.#folder = folder;
    this.#sky = sky;
    const { url, stop } = servePage(sky.link, () => this.#nowMs());
    this.url = url;
    this.#stop = stop;
    this.#timer = setInterval(() => this.#record(), 50);
  }

  static async start({ hours }: { readonly hours: number }): Promise<LiveSky> {
    const folder = await Deno.makeTempDir();
    const link = join(folder, "projection.db");
    const options = { nowMs: START_MS, hours, satellites: 3 };
    return new LiveSky(folder, await Sky.make(link, options));
  }

  #nowMs(): number {
    return Math.floor(START_MS + performance.now() - this.#startedMs);
  }

  /** Each second when it has come, also where this was held up. */
  #record(): void {
    while (this.#recordedMs + 1_000 <= this.#nowMs()) {
      this.#recordedMs += 1_000;
      this.#sky.recordSecond(this.#recordedMs, this.#nowMs());
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.#timer);
    await this.#stop();
    this.#sky[Symbol.dispose]();
    await Deno.remove(this.#folder, { recursive: true });
  }
}
