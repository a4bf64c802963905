import { join } from "node:path";
import { bundlePage, servePage } from "./served_page.ts";
import { Sky } from "./sky.ts";

/** A sky, and the page that shows it, by a clock that the test has. */
export class ServedSky implements AsyncDisposable {
  /** Where else a test may keep files. */
  readonly folder: string;
  readonly sky: Sky;
  readonly url: string;
  /** Ends the server; the sky stays. */
  readonly stop: () => Promise<void>;

  private constructor(folder: string, sky: Sky, options: SkyOptions) {
    this.folder = folder;
    this.sky = sky;
    const { url, stop } = servePage(sky.link, options.nowMs, options.told);
    this.url = url;
    this.stop = stop;
  }

  /** Serves one that is recorded up to now, for so many hours. */
  static async start(options: SkyOptions): Promise<ServedSky> {
    await bundlePage();
    const folder = await Deno.makeTempDir();
    try {
      const { hours, satellites = 3 } = options;
      const sky = await Sky.make(join(folder, "projection.db"), {
        nowMs: options.nowMs(),
        hours,
        satellites,
      });
      return new ServedSky(folder, sky, options);
    } catch (error) {
      await Deno.remove(folder, { recursive: true });
      throw error;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
    this.sky[Symbol.dispose]();
    await Deno.remove(this.folder, { recursive: true });
  }
}

interface SkyOptions {
  readonly hours: number;
  /** Three unless told otherwise. */
  readonly satellites?: number;
  readonly nowMs: () => number;
  /** What the projector and a replay tell; by default nothing. */
  readonly told?: Parameters<typeof servePage>[2];
}
