import { Asker } from "../asker.ts";
import type { ViewState } from "../time_control/view_state.ts";
import type { PassesAnswer } from "./contract.ts";
import { NamedPlaces } from "./named_places.ts";
import { passesFilters, passesPath } from "./passes_query.ts";
import { isMoving, passesRange } from "./passes_range.ts";
import { texts } from "./passes_texts.ts";
import { type NoPasses, readPasses } from "./read_passes.ts";
import { TrackReader } from "./track_reader.ts";

/** What a view shows. */
export interface PassesShown {
  state: ViewState;
  nowMs: number;
  /** Catalogue numbers of all that are chosen. */
  satellites: readonly number[];
}

/** A clock that was off by more has asked for the wrong days. */
const clockToleranceMs = 5 * 60_000;

interface PassesQuestion {
  filters: string;
  time: unknown[];
}

/** The passes over a place, asked for once for all views that show them. */
export class PassesReader {
  readonly places = new NamedPlaces(() => this.#onNews());
  readonly tracks = new TrackReader(() => this.#onNews());
  answer: PassesAnswer | null = null;
  /** What there is to say in place of an answer; "" for nothing. */
  said = "";
  /** Whether the answer is still that to another question. */
  isAwaited = false;
  /** How many questions were answered; the same one again does not count. */
  count = 0;
  #shown: PassesShown | null = null;
  /** Of the server's clock, as of the last question. */
  #offsetMs = 0;
  /** Of the view that is on the page. */
  #onNews = () => {};
  readonly #asker = new Asker<PassesQuestion, PassesAnswer | NoPasses>({
    ask: ({ filters }, signal) => {
      const { state, nowMs } = this.#shown!;
      return readPasses(passesPath(filters, passesRange(state, nowMs)), signal);
    },
    onOther: () => {
      this.isAwaited = true;
      if (this.answer === null) this.said = texts.loading;
    },
    onAnswer: (answer) => this.#take(answer),
    onFailed: () => {
      this.said = texts.failed;
      this.#onNews();
    },
  });

  /**
   * Asks for what a view shows, if it is time to; it is told when that is there.
   * Returns false where there is nothing to ask: no place, or no satellite.
   */
  read(shown: PassesShown, onNews: () => void): boolean {
    this.#shown = shown;
    this.#onNews = onNews;
    const { state: { range, atMs, passes: choice }, satellites, nowMs } = shown;
    const filters = passesFilters(choice, satellites);
    if (filters === null) return false;
    const offsetMs = nowMs - Date.now();
    if (Math.abs(offsetMs - this.#offsetMs) > clockToleranceMs) {
      this.#offsetMs = offsetMs;
    }
    const { daysBack, daysAhead } = choice;
    const time = [range, atMs, daysBack, daysAhead, this.#offsetMs];
    this.#asker.askIfDue({ filters, time });
    return true;
  }

  /** Returns whether the answer will do for a while. */
  #take(answer: PassesAnswer | NoPasses): boolean {
    const isProblem = "problem" in answer;
    this.answer = isProblem ? null : answer;
    this.said = isProblem ? answer.problem : "";
    if (this.isAwaited) this.count++;
    this.isAwaited = false;
    this.#onNews();
    return !isMoving(this.#shown!.state);
  }
}
