/// <reference lib="dom" />
import type { Problem } from "./contract.ts";
import { Readings } from "./readings.ts";
import { Recording } from "./recording.ts";
import type { ServerClock } from "./server_clock.ts";
import { ReplayPace } from "./replay_pace.ts";
import { type Link, Stream } from "./stream.ts";
import {
  planAgain,
  planFrom,
  type StreamPlan,
  streamUrl,
} from "./stream_plan.ts";

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
  readonly #readings: Readings;
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
    const { recording } = this;
    this.#readings = new Readings({ ...options, plan, recording });
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
    this.#readings.close();
  }

  #handlers(): ConstructorParameters<typeof Stream>[1] {
    const { plan, recording } = this;
    const { clock, onChange, onPhase, onClockSet, onOutdated } = this.#options;
    const { onProblem, onRefused } = this.#options;
    return {
      satellites: (list) => {
        const added = recording.applySatellites(list, plan);
        // Also of the first one: what was announced of it before its name came
        // could not be read.
        if (recording.isLive) {
          for (const id of added) this.#readings.readPast(id);
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
        // That nothing comes is said again and again: it goes on all the same.
        if (state.state === "replay") this.#pace?.begin(clock.now());
        // A replay shows from the beginning what its range has, and where not.
        const whole = plan.speed !== null || state.state === "end";
        if (whole && !recording.overview) this.#readings.readOverview();
        if (state.state === "end") this.#readings.readEnd();
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
        for (const id of ids) this.#readings.readFilledIn(id, range);
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
      return streamUrl(planFrom(plan, reachedMs), satellites, null);
    }
    return streamUrl(planAgain(plan, clock.now()), satellites, lastEventId);
  }

  #countUntil(seamMs: number): void {
    this.#awaitsSeam = false;
    this.#readings.countUntil(seamMs);
  }
}
