/// <reference lib="dom" />
import { Asker } from "../asker.ts";
import type { Pass, PassesAnswer, TrackPoint } from "./contract.ts";
import type { PassDetails } from "./pass_details.ts";
import type { PassesChoice } from "./passes_choice.ts";
import { trackPath } from "./passes_query.ts";
import { texts } from "./passes_texts.ts";
import { type NoPasses, readPasses } from "./read_passes.ts";

interface TrackQuestion {
  id: string;
  path: string;
  /** What was predicted is recorded later. */
  source: Pass["source"];
}

/** The pass that is chosen, with its track, which is asked for. */
export class ChosenPass {
  readonly #details: PassDetails;
  readonly #onTrack: () => void;
  #track: { id: string; points: readonly TrackPoint[] } | null = null;
  #isInProgress = false;
  readonly #asker = new Asker<TrackQuestion, PassesAnswer | NoPasses>({
    ask: ({ path }, signal) => readPasses(path, signal),
    onOther: () => this.#details.say(""),
    onAnswer: (answer, question) => this.#take(answer, question),
    onFailed: () => this.#details.say(texts.trackFailed),
  });

  constructor(details: PassDetails, onTrack: () => void) {
    this.#details = details;
    this.#onTrack = onTrack;
  }

  draw(
    pass: Pass,
    at: { choice: PassesChoice; shownMs: number },
  ): void {
    const { id, source } = pass;
    this.#isInProgress = pass.in_progress;
    this.#asker.askIfDue({ id, source, path: trackPath(pass, at.choice) });
    const track = this.#track?.id === id ? this.#track.points : null;
    this.#details.draw(pass, track, at);
  }

  /** Returns whether the answer will do for a while. */
  #take(answer: PassesAnswer | NoPasses, { id }: TrackQuestion): boolean {
    const passes = "problem" in answer ? [] : answer.passes;
    const points = passes.find((pass) => pass.id === id)?.track;
    this.#details.say(points ? "" : texts.trackFailed);
    if (!points) return false;
    this.#track = { id, points };
    this.#onTrack();
    return !this.#isInProgress;
  }
}
