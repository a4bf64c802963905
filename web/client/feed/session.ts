/// <reference lib="dom" />
import type { Problem } from "./contract.ts";
import type { TimeRange } from "./position_window.ts";
import { RangeReader } from "./range_reader.ts";
import { readPositions } from "./read_positions.ts";
import { ReadingQueue } from "./reading_queue.ts";
import { Recording } from "./recording.ts";
import type { ServerClock } from "./server_clock.ts";
import { ReplayPace } from "./replay_pace.ts";
import { type Link, Stream } from "./stream.ts";
import { planAgain, type StreamPlan, streamUrl } from "./stream_plan.ts";

export interface SessionOptions {
  satellites: number[] | null;
  clock: ServerClock;
  /** Goes on with what another session has received. */
  resume?: { recording: Recording; lastEventId: string | null };
  /** Since when there has been no connection, if that is so as it is opened. */
  lostSinceMs: number | null;
  onChange(): void;
  /** The server's clock turned out to differ from what the plan was made by. */
  onClockSet(changeMs: number): void;
  onPhase(): void;
  /** The connection is back after so long that asking anew is better than catching up. */
  onOutdated(): void;
  onProblem(problem: Problem): void;
  onRefused(problem: Problem): void;
}

/** After this a live window is asked for anew instead of caught up with. */
const outdatedAfterMs = 10 * 60_000;

/** At the end of a range it is read how the last of it was recorded. */
const endMs = 5 * 60_000;

/** A replay may bring more frames than are worth drawing. */
const drawEveryMs = 45;

/** One view's stream with all that belongs to it, from opening to closing. */
export class Session {
  readonly plan: StreamPlan;
  readonly recording: Recording;
  link: Link = "connecting";
  /** Since when the connection is lost, by the server's clock. */
  lostSinceMs: number | null = null;
  /** How far the newest frame was behind the server's clock when it came. */
  lagMs: number | null = null;
  readonly #options: SessionOptions;
  readonly #stream: Stream;
  readonly #reader: RangeReader;
  readonly #readings = new ReadingQueue();
  /** What is read again once a bucket is over. */
  readonly #later = new Set<ReturnType<typeof setTimeout>>();
  #awaitsSeam = false;
  #drawnAtMs = -Infinity;
  readonly #pace: ReplayPace | null;

  constructor(plan: StreamPlan, options: SessionOptions) {
    this.plan = plan;
    this.#options = options;
    this.lostSinceMs = options.lostSinceMs;
    if (this.lostSinceMs !== null) this.link = "lost";
    this.recording = options.resume?.recording ?? new Recording(plan.bucketMs);
    const { fromMs, speed } = plan;
    const cameMs = Math.max(this.recording.newestMs ?? fromMs, fromMs);
    this.#pace = speed === null ? null : new ReplayPace(cameMs, speed);
    this.#reader = new RangeReader((id, range) => this.#readAgain(id, range));
    this.#stream = new Stream(
      (last) => this.#url(last ?? options.resume?.lastEventId ?? null),
      this.#handlers(),
    );
  }

  get lastEventId(): string | null {
    return this.#stream.lastEventId ?? this.#options.resume?.lastEventId ??
      null;
  }

  /** Whether there is enough to put it in another view's place without a flash. */
  get ready(): boolean {
    const { phase, gapsKnown, newestMs } = this.recording;
    return phase === "live" || phase === "behind" || phase === "end" ||
      gapsKnown || (this.plan.speed !== null && newestMs !== null);
  }

  /** How far a replay has come; null of anything else. */
  get reachedMs(): number | null {
    if (!this.#pace) return null;
    const nowMs = this.lostSinceMs ?? this.#options.clock.now();
    return Math.min(this.#pace.reachedMs(nowMs), this.plan.toMs ?? Infinity);
  }

  close(): void {
    this.lostSinceMs ??= this.#options.clock.now();
    this.#stream.close();
    this.#reader.close();
    this.#readings.close();
    for (const timer of this.#later) clearTimeout(timer);
  }

  #handlers(): ConstructorParameters<typeof Stream>[1] {
    const { plan, recording } = this;
    const { clock, onChange, onPhase, onClockSet, onOutdated } = this.#options;
    const { onProblem, onRefused } = this.#options;
    return {
      satellites: (list) => {
        const added = recording.applySatellites(list, plan);
        // One that joins later may have a past already, also the first one:
        // what was announced of it before its name came could not be read.
        const whole = this.#wholeRange();
        if (recording.isLive) {
          for (const id of added) this.#reader.request(id, whole);
        }
        onChange();
      },
      state: (state) => {
        const changeMs = clock.set(Date.parse(state.server_time));
        if (recording.applyState(state)) this.#awaitsSeam = true;
        // After a reconnection the range comes again before live does.
        else if (state.state === "replay") this.#awaitsSeam = false;
        // Where nothing comes, no frame will tell where live begins.
        if (this.#awaitsSeam && state.state === "behind") {
          this.#countUntil(clock.now());
        }
        this.#pace?.begin(clock.now());
        // A replay shows from the beginning what its range has, and where not.
        const whole = plan.speed !== null || state.state === "end";
        if (whole && !recording.overview) this.#readOverview();
        if (state.state === "end") this.#readEnd();
        onClockSet(changeMs);
        onPhase();
        onChange();
      },
      frame: (frame) => {
        if (this.#awaitsSeam) this.#countUntil(Date.parse(frame.time));
        recording.applyFrame(frame, plan);
        this.#pace?.reach(Date.parse(frame.time), clock.now());
        // One of the range before live is as old as it is.
        if (recording.isLive) {
          this.lagMs = clock.now() - Date.parse(frame.time);
        } else if (performance.now() - this.#drawnAtMs < drawEveryMs) return;
        this.#drawnAtMs = performance.now();
        onChange();
      },
      gaps: (gaps) => {
        recording.applyGaps(gaps);
        onChange();
      },
      backfilled: ({ norad_id, from, to }) => {
        recording.backfills++;
        const range = { fromMs: Date.parse(from), toMs: Date.parse(to) };
        const ids = norad_id === null
          ? recording.satellites.keys()
          : [norad_id];
        for (const id of ids) this.#reader.request(id, range);
      },
      problem: onProblem,
      link: (link) => {
        const outdated = this.lostSinceMs !== null &&
          clock.now() - this.lostSinceMs > outdatedAfterMs;
        this.link = link;
        this.lostSinceMs = link === "lost"
          ? this.lostSinceMs ?? clock.now()
          : null;
        // While there was no connection it did not go on.
        if (link === "open") this.#pace?.begin(clock.now());
        if (link === "open" && outdated) onOutdated();
        else onChange();
      },
      refused: (problem, serverTimeMs) => {
        const changeMs = clock.set(serverTimeMs);
        onRefused(problem);
        onClockSet(changeMs);
      },
    };
  }

  #url(lastEventId: string | null): string {
    const { plan, recording, reachedMs } = this;
    const { clock, satellites } = this.#options;
    // After its last event, all of a gap would be waited for again.
    if (reachedMs !== null && reachedMs > (recording.newestMs ?? 0)) {
      this.#pace?.reach(reachedMs, clock.now());
      return streamUrl({ ...plan, fromMs: reachedMs }, satellites, null);
    }
    return streamUrl(planAgain(plan, clock.now()), satellites, lastEventId);
  }

  #wholeRange(): TimeRange {
    const { axis } = this.plan;
    const toMs = this.#options.clock.now();
    if (axis.kind === "sliding") return { fromMs: toMs - axis.windowMs, toMs };
    return axis.kind === "growing" ? { fromMs: axis.fromMs, toMs } : axis;
  }

  /** Where live begins, the samples before it are counted by the server, later ones here. */
  #countUntil(seamMs: number): void {
    this.#awaitsSeam = false;
    const { recording, plan } = this;
    const { bucketMs } = recording;
    if (plan.axis.kind === "fixed") return;
    for (const record of recording.satellites.values()) {
      record.window.resetCounts();
    }
    recording.counted = false;
    const whole = this.#wholeRange();
    const fromMs = Math.floor(whole.fromMs / bucketMs) * bucketMs;
    if (fromMs >= seamMs) return;
    this.#read(null, { fromMs, toMs: seamMs }, () => recording.counted = true);
  }

  /** Reads again what belongs to a range that was filled in. */
  #readAgain(noradId: number, range: TimeRange): void {
    const record = this.recording.satellites.get(noradId);
    if (!record) return;
    const whole = this.#wholeRange();
    const fromMs = Math.max(range.fromMs, whole.fromMs);
    const toMs = Math.min(range.toMs, whole.toMs);
    if (fromMs >= toMs) return;
    const { bucketMs } = record.window;
    const widened = record.rangeToRead({ fromMs, toMs }, whole);
    this.#read([noradId], widened, () => {
      const leftMs = widened.toMs - this.#options.clock.now();
      // The last bucket is still filling: it is counted once it is over.
      if (leftMs <= 0) return;
      const last = { fromMs: widened.toMs - bucketMs, toMs: widened.toMs };
      const again = setTimeout(() => {
        this.#later.delete(again);
        this.#reader.request(noradId, last);
      }, leftMs + 1_000);
      this.#later.add(again);
    });
  }

  /** Those that were asked for, as far as they are known; null for all. */
  #satellites(): number[] | null {
    return this.#options.satellites?.filter((noradId) =>
      this.recording.satellites.has(noradId)
    ) ?? null;
  }

  #readOverview(): void {
    const range = this.#wholeRange();
    const { bucketMs } = this.recording;
    const satellites = this.#satellites();
    this.#readings.add(async (signal) => {
      const request = { satellites, range, bucketMs };
      const answer = await readPositions(request, signal);
      this.recording.applyOverview(range, answer);
      this.#options.onChange();
    });
  }

  /** The last point may be a whole bucket older than the moment that is shown. */
  #readEnd(): void {
    const { fromMs, toMs } = this.plan;
    if (toMs === null) return;
    // From a whole second on, so that each second has a point of its own.
    const second = 1_000;
    const sinceMs = Math.max(fromMs, toMs - endMs);
    const range = { fromMs: Math.floor(sinceMs / second) * second, toMs };
    const satellites = this.#satellites();
    this.#readings.add(async (signal) => {
      const request = { satellites, range, bucketMs: second };
      this.recording.applyEnd(await readPositions(request, signal));
      this.#options.onChange();
    });
  }

  #read(
    satellites: number[] | null,
    range: TimeRange,
    then: () => void,
  ): void {
    const { bucketMs } = this.recording;
    const request = {
      satellites: satellites ?? this.#satellites(),
      range,
      bucketMs,
    };
    this.#readings.add(async (signal) => {
      const { recording } = this;
      // A frame of now may come before the clock has its time.
      const readAtMs = Math.max(
        this.#options.clock.now(),
        recording.newestMs ?? 0,
      );
      const answer = await readPositions(request, signal);
      recording.applyReading(range, answer, readAtMs);
      then();
      this.#options.onChange();
    });
  }
}
