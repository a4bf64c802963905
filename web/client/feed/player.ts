/// <reference lib="dom" />
import type { Speed, ViewState } from "../time_control/view_state.ts";
import { type Moment, momentOf } from "./moment.ts";
import { type Roster, withPanel } from "./roster.ts";
import type { ServerClock } from "./server_clock.ts";
import { Session, type SessionOptions } from "./session.ts";
import { planFrom, planStream, type StreamPlan } from "./stream_plan.ts";

/** A view and the session that fills it. */
export interface Showing {
  state: ViewState;
  session: Session;
}

export type PlayerEvents = Omit<
  SessionOptions,
  | "clock"
  | "satellites"
  | "resume"
  | "lostSinceMs"
  | "onClockSet"
  | "onPhase"
  | "onOutdated"
>;

/** A clock that was off by more than this has asked for the wrong window. */
const clockToleranceMs = 5_000;
/** A range that takes longer than this is shown while it comes. */
const patienceMs = 1_000;

/**
 * Keeps the view that is shown and, while another one is fetched, that one too:
 * the old stays on the page until the new can take its place without a flash.
 */
export class Player {
  readonly #clock: ServerClock;
  readonly #roster: Roster;
  readonly #events: PlayerEvents;
  /** Called with the view that follows by itself, when a replay has reached live. */
  readonly #onReachedLive: (state: ViewState) => void;
  #shown: Showing | null = null;
  #next: (Showing & { openedMs: number }) | null = null;

  constructor(
    { clock, roster }: { clock: ServerClock; roster: Roster },
    events: PlayerEvents,
    onReachedLive: (state: ViewState) => void,
  ) {
    this.#clock = clock;
    this.#roster = roster;
    this.#events = events;
    this.#onReachedLive = onReachedLive;
  }

  /** The view on the page. */
  get shown(): Showing | null {
    return this.#shown;
  }

  /** The view that was asked for last. */
  get wanted(): Showing | null {
    return this.#next ?? this.#shown;
  }

  /** Whether what was asked for last is still to take the place of what is shown. */
  get coming(): boolean {
    return this.#next !== null;
  }

  momentOf({ state, session }: Showing): Moment {
    const { plan: { axis }, recording: { phase } } = session;
    const { lostSinceMs, reachedMs } = session;
    const standing = { axis, phase, reachedMs, lostSinceMs };
    return momentOf(state, standing, this.#clock.now());
  }

  /** Shows a view from its beginning. */
  open(state: ViewState): void {
    this.#shown?.session.close();
    this.#next?.session.close();
    const session = this.#start(state, planStream(state, this.#clock.now()));
    if (this.#shown) {
      this.#next = { state, session, openedMs: this.#clock.now() };
    } else this.#shown = { state, session };
    this.#events.onChange();
  }

  /** Stops where it stands, and returns the view of that. */
  pause(): ViewState | null {
    this.#takeNext();
    if (!this.#shown) return null;
    const { state, session } = this.#shown;
    const { kind, shownMs } = this.momentOf(this.#shown);
    const newestMs = session.recording.newestMs ?? 0;
    const second = Math.floor(shownMs / 1_000) * 1_000;
    const atMs = kind === "live" ? Math.max(newestMs, second) : shownMs;
    session.close();
    this.#shown = { state: { ...state, atMs }, session };
    this.#events.onChange();
    return this.#shown.state;
  }

  /**
   * Goes on from where it stands, as another view says: faster, or after a pause.
   *
   * @param fromMs From where instead, if nothing was recorded up to there.
   */
  goOn(speed: Speed | null, fromMs: number | null = null): ViewState | null {
    this.#takeNext();
    if (!this.#shown) return null;
    const { state: before, session } = this.#shown;
    const state: ViewState = { ...before, speed, atMs: null };
    const nowMs = this.#clock.now();
    let plan = planStream(state, nowMs);
    const { recording } = session;
    let { lastEventId } = session;
    const reachedMs = fromMs ?? before.atMs ?? session.reachedMs;
    const outrun = plan.axis.kind === "sliding" &&
      nowMs - (before.atMs ?? nowMs) > plan.axis.windowMs;
    const live = plan.axis.kind !== "fixed";
    if (outrun || (live && session.plan.axis.kind !== plan.axis.kind)) {
      this.open(state);
      return state;
    }
    session.close();
    // A window that is replayed stays the one that it was.
    if (!live) {
      const { axis, fromMs } = session.plan;
      plan = { ...plan, axis, fromMs };
      // Where nothing was recorded there is no event to go on after, only a time.
      if (reachedMs !== null && reachedMs > (recording.newestMs ?? 0)) {
        lastEventId = null;
      }
    }
    if (lastEventId === null && reachedMs !== null) {
      plan = planFrom(plan, reachedMs);
    }
    const resumed = this.#start(state, plan, { recording, lastEventId });
    this.#shown = { state, session: resumed };
    this.#events.onChange();
    return state;
  }

  /**
   * Changes the view by what the stream knows nothing of, as it does of the
   * speed of what is paused; returns the view.
   */
  choose(
    change: Partial<
      Pick<ViewState, "page" | "speed" | "map" | "passes" | "table">
    >,
  ): ViewState | null {
    for (const showing of [this.#shown, this.#next]) {
      if (showing) showing.state = { ...showing.state, ...change };
    }
    this.#events.onChange();
    return this.wanted?.state ?? null;
  }

  /** Puts the fetched view on the page as soon as there is enough of it. */
  promote(): void {
    if (!this.#next) return;
    const { session, openedMs } = this.#next;
    const late = session.recording.newestMs !== null &&
      this.#clock.now() - openedMs > patienceMs;
    if (session.ready || late) this.#takeNext();
  }

  #takeNext(): void {
    if (!this.#next) return;
    const { state, session } = this.#next;
    this.#shown = { state, session };
    this.#next = null;
  }

  #start(
    state: ViewState,
    plan: StreamPlan,
    resume?: SessionOptions["resume"],
  ): Session {
    /** The view as it is by now, while it is the one that is wanted. */
    const current = () =>
      this.wanted?.session === session ? this.wanted.state : null;
    const before = this.wanted?.session;
    const session: Session = new Session(plan, {
      ...this.#events,
      lostSinceMs: before?.link === "lost" ? before.lostSinceMs : null,
      clock: this.#clock,
      satellites: withPanel(this.#roster.chosen(state.satellites)),
      ...(resume ? { resume } : {}),
      onClockSet: (changeMs) => {
        const live = plan.axis.kind !== "fixed" || plan.toMs === null;
        const now = current();
        if (live && now && Math.abs(changeMs) > clockToleranceMs) {
          this.open(now);
        }
      },
      onPhase: () => {
        const { isLive } = session.recording;
        if (isLive && plan.speed !== null && plan.toMs === null) {
          const now = current();
          if (now) this.#onReachedLive({ ...now, speed: null });
        }
      },
      onOutdated: () => {
        const now = current();
        if (plan.toMs === null && plan.speed === null && now) this.open(now);
      },
    });
    return session;
  }
}
