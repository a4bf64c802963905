import { Asker } from "../asker.ts";
import type { Pass, PassesAnswer, TrackPoint } from "./contract.ts";
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

/** The track of the pass that is drawn. */
export class TrackReader {
  /** What there is to say of it; "" for nothing. */
  said = "";
  readonly #onNews: () => void;
  #track: { id: string; points: readonly TrackPoint[] } | null = null;
  #isInProgress = false;
  readonly #asker = new Asker<TrackQuestion, PassesAnswer | NoPasses>({
    ask: ({ path }, signal) => readPasses(path, signal),
    onOther: () => this.said = "",
    onAnswer: (answer, question) => this.#take(answer, question),
    onFailed: () => this.#say(texts.trackFailed),
  });

  constructor(onNews: () => void) {
    this.#onNews = onNews;
  }

  /** Returns the track of a pass; null as long as it is not there. */
  read(pass: Pass, choice: PassesChoice): readonly TrackPoint[] | null {
    const { id, source } = pass;
    this.#isInProgress = pass.in_progress;
    this.#asker.askIfDue({ id, source, path: trackPath(pass, choice) });
    return this.#track?.id === id ? this.#track.points : null;
  }

  /** Returns whether the answer will do for a while. */
  #take(answer: PassesAnswer | NoPasses, { id }: TrackQuestion): boolean {
    const passes = "problem" in answer ? [] : answer.passes;
    const points = passes.find((pass) => pass.id === id)?.track;
    if (points) this.#track = { id, points };
    this.#say(points ? "" : texts.trackFailed);
    return points !== undefined && !this.#isInProgress;
  }

  #say(text: string): void {
    this.said = text;
    this.#onNews();
  }
}
