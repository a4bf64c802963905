import type { TimeRange } from "../feed/position_window.ts";
import type { Moment } from "../feed/moment.ts";
import type { Player } from "../feed/player.ts";
import { planStream } from "../feed/stream_plan.ts";
import { type LiveWindow, windowFor } from "./live_windows.ts";
import type { AddressChange } from "./address.ts";
import type { Shortcut } from "./shortcuts.ts";
import {
  type Direction,
  floorSecond,
  shiftSpan,
  stepMoment,
  viewRangeOf,
} from "./spans.ts";
import type { Speed, ViewRange, ViewState } from "./view_state.ts";

/** An hour at its own speed is an hour's waiting: a replay begins faster. */
const replaySpeed: Speed = 60;

/** Where a change of time goes. */
export interface SteeringEvents {
  now(): number;
  /** Another view, from its beginning. */
  go(state: ViewState, change: AddressChange): void;
  /** The same view, which has come to another moment. */
  keep(state: ViewState | null): void;
}

/** What can be done with time, as views: by buttons, keys, the scrubber and charts. */
export class Steering {
  readonly #player: Player;
  readonly #events: SteeringEvents;

  constructor(player: Player, events: SteeringEvents) {
    this.#player = player;
    this.#events = events;
  }

  now(): number {
    return this.#events.now();
  }

  /** How fast it plays, or would. */
  get speed(): Speed {
    const isLive = this.#moment.kind === "live" || this.#runsOn;
    return this.#state.speed ?? (isLive ? 1 : replaySpeed);
  }

  /** What is shown, or will be once it has come. */
  get range(): TimeRange {
    return this.#moment.range;
  }

  /**
   * How far a step goes: from one point to the next of what is drawn after it,
   * so that the one back is as long.
   */
  get stepMs(): number {
    const { shownMs: atMs, nowMs } = this.#moment;
    const range = this.#pausedRange(this.#state.speed);
    return planStream({ ...this.#state, range, atMs }, nowMs).bucketMs;
  }

  /** Whether anything later is known. */
  get canStepOn(): boolean {
    return this.#stepped(1) > this.#moment.shownMs;
  }

  goLive(): void {
    const { range } = this.#state;
    if (range.kind === "live" && this.#moment.kind === "live") return;
    const { fromMs, toMs } = this.#moment.range;
    const window = range.kind === "live"
      ? range.window
      : windowFor(toMs - fromMs);
    this.#goTo({ kind: "live", window });
  }

  chooseWindow(window: LiveWindow): void {
    this.#goTo({ kind: "live", window });
  }

  /** @param toMs Null where it is to run on into live. */
  chooseRange(fromMs: number, toMs: number | null): void {
    this.#goTo({ kind: "fixed", fromMs, toMs });
  }

  /** Keeps what is shown, where it would go on with the time. */
  fix(): void {
    const { kind, range, nowMs } = this.#moment;
    if (kind !== "live") return;
    const toMs = Math.min(range.toMs, nowMs);
    this.#goTo(viewRangeOf({ ...range, toMs }, { nowMs: Infinity }));
  }

  /** Shows a range that was pointed at; `nearMs` says how exactly. */
  pointAt(range: TimeRange, nearMs: number): void {
    this.#goTo(viewRangeOf(range, { nowMs: this.now(), nearMs }));
  }

  /** Shows a stretch of what is shown. */
  zoom(range: TimeRange): void {
    const nowMs = this.now();
    const toMs = Math.min(range.toMs, nowMs - 1);
    this.#goTo(viewRangeOf({ ...range, toMs }, { nowMs }), "zoom");
  }

  /** @param isRepeated Held down: no faster than what comes of it is shown. */
  take(shortcut: Shortcut, isRepeated: boolean): void {
    if (isRepeated && this.#player.coming) return;
    switch (shortcut) {
      case "toggle-play":
        return this.togglePlay();
      case "step-back":
        return this.step(-1);
      case "step-on":
        return this.step(1);
      case "span-back":
        return this.shift(-1);
      case "span-on":
        return this.shift(1);
    }
  }

  shift(direction: Direction): void {
    const { range } = this.#moment;
    if (direction > 0 && range.toMs >= this.now() - this.stepMs) {
      return this.goLive();
    }
    this.#goTo(shiftSpan(range, direction, this.now()));
  }

  /** Goes one step on or back, and pauses there. */
  step(direction: Direction): void {
    // Nothing lies behind now, or behind the end.
    if (direction > 0 && !this.canStepOn) return;
    const range = this.#pausedRange(this.#state.speed);
    const atMs = this.#stepped(direction);
    this.#events.go({ ...this.#state, range, atMs }, "replace");
  }

  /** Where a step goes to. */
  #stepped(direction: Direction): number {
    const { shownMs, range: { fromMs, toMs }, nowMs } = this.#moment;
    const { kind } = this.#pausedRange(this.#state.speed);
    const range = {
      fromMs: kind === "live" ? 0 : fromMs,
      // Paused, what goes on with the time ends where it is paused.
      toMs: this.#runsOn ? nowMs : Math.min(toMs, nowMs),
    };
    const { stepMs } = this;
    return Math.floor(stepMoment(shownMs, direction, { stepMs, range }));
  }

  /** What is replayed keeps its beginning; a live window goes along. */
  #pausedRange(speed: Speed | null): ViewRange {
    const { range } = this.#state;
    if (range.kind === "fixed" || speed === null) return range;
    const fromMs = floorSecond(this.#moment.range.fromMs);
    return { kind: "fixed", fromMs, toMs: null };
  }

  /** Plays at another speed; what is paused stays so until it is played. */
  chooseSpeed(speed: Speed): void {
    const { kind } = this.#moment;
    if (kind === "replay") this.#events.keep(this.#player.goOn(speed));
    else if (kind === "history") this.#play(speed);
    else if (speed === this.speed) return;
    else if (kind === "live") this.#play(speed);
    else if (this.#runsOn && this.#state.speed === null) {
      const range = this.#pausedRange(speed);
      this.#events.go({ ...this.#state, range, speed }, "replace");
    } else this.#events.keep(this.#player.choose({ speed }));
  }

  /** Plays on from where something was recorded again. */
  skipTo(toMs: number): void {
    this.#events.keep(this.#player.goOn(this.speed, toMs));
  }

  togglePlay(): void {
    const { kind } = this.#moment;
    if (kind === "live" || kind === "replay") {
      this.#events.keep(this.#player.pause());
    } else if (kind === "history" || this.#isAtEnd) this.#play(this.speed);
    else {
      const speed = this.#runsOn ? this.#state.speed : this.speed;
      this.#events.keep(this.#player.goOn(speed));
    }
  }

  /** Whether it comes to live by itself. */
  get #runsOn(): boolean {
    const { range } = this.#state;
    return range.kind === "live" || range.toMs === null;
  }

  /** Whether it is paused where there is nothing left to play. */
  get #isAtEnd(): boolean {
    const { range, atMs } = this.#state;
    return atMs !== null && range.kind === "fixed" && range.toMs !== null &&
      atMs >= range.toMs;
  }

  /** Plays it from its beginning. */
  restart(): void {
    this.#play(this.speed);
  }

  #play(speed: Speed): void {
    this.#events.go({ ...this.#state, speed, atMs: null }, "push");
  }

  #goTo(range: ViewRange, change: AddressChange = "push"): void {
    this.#events.go(
      { ...this.#state, range, speed: null, atMs: null },
      change,
    );
  }

  get #state(): ViewState {
    return this.#player.wanted!.state;
  }

  get #moment(): Moment {
    return this.#player.momentOf(this.#player.wanted!);
  }
}
