import {
  ProjectionInUse,
  ProjectionUnavailable,
} from "../shared/projection/projection.ts";
import { MINUTE_MS } from "../shared/projection/time_range.ts";

/** How far behind an instant it could be read, in ms, as things came. */
class Lags {
  readonly #all: number[] = [];
  #told = 0;

  add(lagMs: number): void {
    this.#all.push(lagMs);
  }

  /** Of those that came since the last telling. */
  describe(): string {
    const lately = this.#all.slice(this.#told);
    this.#told = this.#all.length;
    return describe(lately);
  }

  describeAll(): string {
    return `${describe(this.#all)} (${this.#all.length} ticks)`;
  }
}

function describe(lags: readonly number[]): string {
  if (lags.length === 0) return "none";
  const sorted = lags.toSorted((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.floor(share * (sorted.length - 1))]! / 1000).toFixed(2);
  return `${at(0.5)}, 95 % ${at(0.95)}, most ${at(1)} s`;
}

/** Looks how soon a catalogue's ticks can be read. */
export class CatalogueLag {
  readonly #projections: ProjectionInUse;
  readonly #watched: readonly number[];
  /** Of the tick of a minute, till all are there; and of each second's. */
  readonly #lags = { minutes: new Lags(), seconds: new Lags() };
  /** The same, till the frames of a stream came. */
  readonly #frames = { minutes: new Lags(), seconds: new Lags() };
  /** How often the stream broke off. */
  #broken = 0;
  #minuteMs = 0;
  #secondMs = 0;
  /** Minutes whose tick was not all there before the next one's. */
  #incomplete = 0;

  constructor(
    link: string,
    { watched }: { readonly watched: readonly number[] },
  ) {
    this.#projections = new ProjectionInUse(link);
    this.#watched = watched;
  }

  /** Looks into the projection; returns how many satellites it knows. */
  look(): number {
    try {
      return this.#look();
    } catch (error) {
      if (error instanceof ProjectionUnavailable) return 0;
      throw error;
    }
  }

  #look(): number {
    using lease = this.#projections.lease();
    const { db } = lease.projection;
    const nowMs = Date.now();
    const minuteMs = Math.floor(nowMs / MINUTE_MS) * MINUTE_MS;
    const known = db.prepare<[], number>("SELECT count(*) FROM recordings")
      .pluck().get()!;
    if (minuteMs > this.#minuteMs) {
      // Those that had a tick in the minute before are to have this one, but
      // for the few that come down meanwhile.
      const ticked = db.prepare<[number], number>(
        "SELECT count(*) FROM recordings WHERE last_ms >= ?",
      ).pluck();
      const expected = ticked.get(minuteMs - MINUTE_MS)!;
      if (expected > 0 && ticked.get(minuteMs)! >= 0.999 * expected) {
        // The first one may be of the minute before the start.
        if (this.#minuteMs > 0) {
          this.#lags.minutes.add(nowMs - minuteMs);
          this.#incomplete += (minuteMs - this.#minuteMs) / MINUTE_MS - 1;
        }
        this.#minuteMs = minuteMs;
      }
    }
    if (this.#watched.length > 0) {
      const ids = this.#watched.join(",");
      const secondMs = db.prepare<[], number | null>(
        `SELECT min(last_ms) FROM recordings WHERE norad_id IN (${ids})`,
      ).pluck().get();
      if (typeof secondMs === "number" && secondMs > this.#secondMs) {
        if (this.#secondMs > 0) this.#lags.seconds.add(nowMs - secondMs);
        this.#secondMs = secondMs;
      }
    }
    return known;
  }

  /** Reads a stream of all satellites, and again where it breaks off. */
  async listen(url: string, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await this.#listenOnce(url, signal);
      } catch {
        if (!signal.aborted) this.#broken++;
      }
    }
  }

  async #listenOnce(url: string, signal: AbortSignal): Promise<void> {
    const response = await fetch(url, { signal });
    let event = "";
    const lines = response.body!.pipeThrough(new TextDecoderStream())
      .pipeThrough(lineSplitter());
    for await (const line of lines) {
      if (line.startsWith("event: ")) event = line.slice(7);
      if (!line.startsWith("data: ") || event !== "positions") continue;
      const time = /"time":"([^"]+)"/.exec(line.slice(0, 200))![1]!;
      const isMany = line.length > 100 * (this.#watched.length + 100);
      const lags = isMany ? this.#frames.minutes : this.#frames.seconds;
      lags.add(Date.now() - Date.parse(time));
    }
  }

  describe(): string {
    return this.#describe((lags) => lags.describe());
  }

  describeAll(): string {
    return `${this.#describe((lags) => lags.describeAll())}; minutes that ` +
      `were never all there: ${this.#incomplete}`;
  }

  #describe(of: (lags: Lags) => string): string {
    return `minutes' ticks in the projection ${of(this.#lags.minutes)}, ` +
      `streamed ${of(this.#frames.minutes)}; seconds' ticks ` +
      `${of(this.#lags.seconds)}, streamed ${of(this.#frames.seconds)}` +
      (this.#broken > 0 ? `, which broke off ${this.#broken} times` : "");
  }
}

function lineSplitter(): TransformStream<string, string> {
  let rest = "";
  return new TransformStream({
    transform(chunk, controller) {
      const lines = (rest + chunk).split("\n");
      rest = lines.pop()!;
      for (const line of lines) controller.enqueue(line);
    },
  });
}
