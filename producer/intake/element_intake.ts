import type { Satellite } from "../satellites.ts";
import {
  elementRequest,
  type ElementSource,
  type SourceAnswer,
} from "../sources/element_source.ts";
import type { FoundSatellites } from "./find_satellites.ts";
import { ProblemBoard } from "./problem_board.ts";
import { SetTaker, type SetTakerPorts } from "./set_taker.ts";
import type { WatchList } from "./watch_file.ts";

/**
 * The satellites that are published. Their elements change in themselves; here
 * is told who comes and goes.
 */
export interface PublishedSatellites {
  /** How many satellites a word of the watch file may mean. */
  readonly mostOfWord: number;
  /**
   * @param options.isWatched Whether the watch file asks for them. They may be
   * published already, as not watched; and the other way round.
   */
  add(
    satellites: readonly Satellite[],
    options: { readonly isWatched: boolean },
  ): void;
  /** Takes out satellites that were watched only. */
  remove(noradIds: readonly number[]): void;
}

export interface IntakePorts extends SetTakerPorts {
  readonly source: ElementSource;
  readonly published: PublishedSatellites;
}

/**
 * Takes up newer element sets as sources come to have them, and satellites as
 * groups and the watch file come to ask for them, whenever it is told to look.
 */
export class ElementIntake {
  readonly #ports: IntakePorts;
  readonly #taker: SetTaker;
  /** What the settings name, and the satellites that it means. */
  readonly #words: readonly string[];
  readonly #ofSettings: Set<number>;
  /** What was taken of each word's sets. */
  readonly #answers: Map<string, SourceAnswer>;
  /** The satellites that each word of the watch file came to mean. */
  #watched: ReadonlyMap<string, ReadonlySet<number>> = new Map();
  readonly #board: ProblemBoard;

  constructor(
    { satellites, answers }: FoundSatellites,
    ports: IntakePorts,
  ) {
    this.#ports = ports;
    this.#taker = new SetTaker(satellites, ports);
    this.#words = [...answers.keys()];
    this.#ofSettings = new Set(satellites.map(({ noradId }) => noradId));
    this.#answers = new Map(answers);
    this.#board = new ProblemBoard(ports.report);
  }

  get satellites(): Iterable<Satellite> {
    return this.#taker.satellites;
  }

  /** Looks at the sources once, for the settings' satellites and the watched. */
  async look(watchList: WatchList, signal: AbortSignal): Promise<void> {
    for (const word of this.#words) {
      const answer = await this.#ask(word, signal);
      if (await this.#take(word, answer, signal)) this.#addNew(answer);
    }
    for (const { line, message } of watchList.problems) {
      const place = line === null ? "" : `:${line}`;
      this.#board.note(message, `${watchList.path}${place}: ${message}`);
    }
    const watched = new Map<string, Set<number>>();
    for (const { line, word } of watchList.entries) {
      const answer = await this.#ask(word, signal);
      const ids = new Set(this.#watched.get(word));
      watched.set(word, ids);
      const why = this.#whyTooMany(word, answer);
      if (why !== null) {
        this.#board.note(why, `${watchList.path}:${line}: ${why}`);
        continue;
      }
      await this.#take(word, answer, signal);
      for (const { set } of answer.elementSets) {
        // Not yet there where the log took none of it.
        if (this.#taker.of(set.noradId)) ids.add(set.noradId);
      }
      if (answer.elementSets.length > 0 || ids.size > 0) continue;
      const unknown = `${JSON.stringify(word)} is not known to ELEMENTS ` +
        `(${this.#ports.source.describe()})`;
      this.#board.note(unknown, `${watchList.path}:${line}: ${unknown}`);
    }
    if (signal.aborted) return;
    this.#watch(watched);
    this.#board.tell();
  }

  async #ask(word: string, signal: AbortSignal): Promise<SourceAnswer> {
    const answer = await this.#ports.source.read(elementRequest(word), signal);
    for (const problem of answer.problems) this.#board.note(problem, problem);
    return answer;
  }

  /** Takes up what is new of a word's sets; false where nothing can be. */
  async #take(
    word: string,
    answer: SourceAnswer,
    signal: AbortSignal,
  ): Promise<boolean> {
    if (answer === this.#answers.get(word)) return false;
    const isTaken = await this.#taker.take(answer.elementSets, signal);
    if (isTaken) this.#answers.set(word, answer);
    return true;
  }

  /** Has those published that a word of the settings did not mean before. */
  #addNew({ elementSets }: SourceAnswer): void {
    const watched = union(this.#watched.values());
    const added: Satellite[] = [];
    for (const { set: { noradId } } of elementSets) {
      // Not yet there where the log took none of it.
      const satellite = this.#taker.of(noradId);
      if (satellite === undefined || this.#ofSettings.has(noradId)) continue;
      this.#ofSettings.add(noradId);
      if (!watched.has(noradId)) added.push(satellite);
    }
    if (added.length > 0) {
      this.#ports.published.add(added, { isWatched: false });
    }
  }

  /** Why what a word of the watch file means cannot be; null where it can. */
  #whyTooMany(word: string, { elementSets }: SourceAnswer): string | null {
    const most = this.#ports.published.mostOfWord;
    if (elementSets.length <= most) return null;
    const { size } = new Set(elementSets.map(({ set }) => set.noradId));
    if (size <= most) return null;
    return `Cannot watch ${JSON.stringify(word)} as TOPIC must be set where ` +
      `it means more than ${most} satellites: current number is ${size}`;
  }

  #watch(watched: ReadonlyMap<string, ReadonlySet<number>>): void {
    const { published } = this.#ports;
    const before = union(this.#watched.values());
    const now = union(watched.values());
    const known = (ids: Iterable<number>) =>
      [...ids].map((noradId) => this.#taker.of(noradId)!);
    const fresh = now.difference(before);
    if (fresh.size > 0) published.add(known(fresh), { isWatched: true });
    const gone = before.difference(now);
    const kept = gone.intersection(this.#ofSettings);
    if (kept.size > 0) published.add(known(kept), { isWatched: false });
    const removed = [...gone.difference(kept)];
    if (removed.length > 0) published.remove(removed);
    for (const noradId of removed) this.#taker.forget(noradId);
    for (const word of this.#watched.keys()) {
      if (!watched.has(word) && !this.#words.includes(word)) {
        this.#answers.delete(word);
      }
    }
    this.#watched = watched;
  }
}

function union(sets: Iterable<ReadonlySet<number>>): Set<number> {
  return new Set([...sets].flatMap((set) => [...set]));
}
