import type { TimeRange } from "../feed/position_window.ts";
import type { Moment } from "../feed/moment.ts";
import type { Player } from "../feed/player.ts";
import { type LiveWindow, windowFor } from "./live_windows.ts";
import type { AddressChange } from "./address.ts";
import type { Shortcut } from "./shortcuts.ts";
import { type Direction, shiftSpan, stepMoment, viewRangeOf } from "./spans.ts";
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
    const { speed, range } = this.#state;
    return speed ?? (range.kind === "live" ? 1 : replaySpeed);
  }

  /** What is shown, or will be once it has come. */
  get range(): TimeRange {
    return this.#moment.range;
  }

  /** How far a step goes: from one point that is drawn to the next. */
  get stepMs(): number {
    return this.#player.wanted!.session.recording.bucketMs;
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
    const { shownMs, range, nowMs } = this.#moment;
    const state = this.#state;
    const replaysWindow = state.range.kind === "live" && state.speed !== null;
    // What is replayed keeps its beginning; a live window goes along.
    const steady: ViewRange = replaysWindow
      ? { kind: "fixed", fromMs: range.fromMs, toMs: null }
      : state.range;
    const bounds = steady.kind === "live"
      ? { fromMs: 0, toMs: nowMs }
      : { fromMs: range.fromMs, toMs: Math.min(range.toMs, nowMs) };
    const atMs = Math.floor(
      stepMoment(shownMs, direction, { stepMs: this.stepMs, range: bounds }),
    );
    // Nothing lies behind now, or behind the end.
    if (direction > 0 && atMs <= shownMs) return;
    this.#events.go({ ...state, range: steady, atMs }, "replace");
  }

  chooseSpeed(speed: Speed): void {
    const { kind } = this.#moment;
    const { speed: now } = this.#state;
    if (kind === "live" && speed === 1) return;
    const onTheWay = kind === "replay" || (kind === "paused" && now !== null);
    if (onTheWay) this.#events.keep(this.#player.goOn(speed));
    else this.#play(speed);
  }

  /** Plays on from where something was recorded again. */
  skipTo(toMs: number): void {
    this.#events.keep(this.#player.goOn(this.speed, toMs));
  }

  togglePlay(): void {
    const { kind } = this.#moment;
    const { range, speed } = this.#state;
    if (kind === "live" || kind === "replay") {
      this.#events.keep(this.#player.pause());
    } else if (kind === "history" || this.#isAtEnd) this.#play(this.speed);
    else {
      const isLive = range.kind === "live" || range.toMs === null;
      this.#events.keep(this.#player.goOn(isLive ? speed : this.speed));
    }
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
