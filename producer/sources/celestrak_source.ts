import { parseOmmJson } from "../../tle/formats/parse_omm.ts";
import { askCelestrak } from "./ask_celestrak.ts";
import {
  type CachedQuery,
  CelestrakCache,
  type SiteStop,
} from "./celestrak_cache.ts";
import { type CelestrakQuery, celestrakQuery } from "./celestrak_query.ts";
import type {
  ElementRequest,
  ElementSource,
  SourceAnswer,
} from "./element_source.ts";
import {
  type CelestrakVerdict,
  judgeCelestrakAnswer,
  judgeNoAnswer,
} from "./judge_celestrak_answer.ts";

/**
 * CelesTrak publishes new data every 2 hours at most, each object's about three
 * times a day, and asks that nobody asks more often than that.
 */
const ASK_EVERY_MS = 6 * 3_600_000;

/** Later by up to so much, so that not all who run this ask at once. */
const JITTER_MS = 10 * 60_000;

/** How soon to look again where the cache cannot be used. */
const RETRY_CACHE_MS = 60_000;

export interface CelestrakOptions {
  /** Address of the GP query, without what is asked. */
  readonly url: string;
  /** Where answers are kept; all processes that ask share it. */
  readonly folder: string;
  readonly nowMs: () => number;
  /** How long an answer may take; half a minute by default. */
  readonly timeoutMs?: number;
}

interface Known {
  readonly answer: SourceAnswer;
  /** Until then nothing can be new. */
  readonly untilMs: number;
}

/**
 * CelesTrak's GP query. Each is asked at most once in 6 hours, whoever asks
 * and whatever comes back; in between, and when it fails, the last good answer
 * serves. After a reply that tells of more than a wrong query, none is asked.
 */
export class CelestrakSource implements ElementSource {
  readonly name = "celestrak";
  readonly #options: Required<CelestrakOptions>;
  readonly #cache: CelestrakCache;
  readonly #known = new Map<string, Known>();

  constructor(options: CelestrakOptions) {
    this.#options = { timeoutMs: 30_000, ...options };
    this.#cache = new CelestrakCache(options.folder);
  }

  describe(): string {
    return "CelesTrak's catalogue numbers, names, and groups such as " +
      "stations, visual, weather, gnss, science or active";
  }

  async read(
    request: ElementRequest,
    signal: AbortSignal,
  ): Promise<SourceAnswer> {
    const query = celestrakQuery(request);
    const known = this.#known.get(query.text);
    if (known !== undefined && this.#options.nowMs() < known.untilMs) {
      return known.answer;
    }
    const next = await this.#readAnew(query, signal);
    this.#known.set(query.text, next);
    return next.answer;
  }

  async #readAnew(query: CelestrakQuery, signal: AbortSignal): Promise<Known> {
    try {
      const lock = await this.#cache.lock(signal);
      try {
        const cached = await this.#askIfDue(query, signal);
        return this.#toKnown(query, cached, await this.#cache.readStop());
      } finally {
        lock.release();
      }
    } catch (error) {
      if (signal.aborted) return { answer: NOTHING, untilMs: 0 };
      const { folder, nowMs } = this.#options;
      const problem = `Cannot ask CelesTrak as ${folder} must be a folder ` +
        "that can be written, so that it is not asked too often: current " +
        `value is ${(error as Error).message}`;
      const elementSets = this.#known.get(query.text)?.answer.elementSets ?? [];
      return {
        answer: { elementSets, problems: [problem] },
        untilMs: nowMs() + RETRY_CACHE_MS,
      };
    }
  }

  /** Asks if 6 hours are over; what is known of the query then. */
  async #askIfDue(
    query: CelestrakQuery,
    signal: AbortSignal,
  ): Promise<CachedQuery | null> {
    const cached = await this.#cache.read(query.text);
    const stop = await this.#cache.readStop();
    if (!this.#isOver(cached) || !this.#isOver(stop)) return cached;
    const askedMs = this.#options.nowMs();
    const good = cached?.good ?? null;
    // Before asking, since the process may end at any moment.
    const unanswered = { askedMs, status: null, problem: UNANSWERED, good };
    await this.#cache.write(query.text, unanswered);
    const { status, body, verdict } = await this.#ask(query, signal);
    // Our own end says nothing of the site.
    if (signal.aborted) return unanswered;
    const { isGood, stopsAll } = verdict;
    const problem = stopsAll ? null : verdict.problem;
    const next = {
      askedMs,
      status,
      problem,
      good: isGood ? { body, receivedMs: this.#options.nowMs() } : good,
    };
    await this.#cache.write(query.text, next);
    if (stopsAll) {
      await this.#cache.writeStop({ askedMs, problem: verdict.problem! });
    }
    return next;
  }

  async #ask(
    { parameter, value }: CelestrakQuery,
    signal: AbortSignal,
  ): Promise<
    { status: number | null; body: string; verdict: CelestrakVerdict }
  > {
    const { url, timeoutMs } = this.#options;
    const address = new URL(url);
    address.searchParams.set(parameter, value);
    address.searchParams.set("FORMAT", "JSON");
    try {
      const reply = await askCelestrak(address, { timeoutMs, signal });
      const verdict = judgeCelestrakAnswer(reply);
      return { status: reply.status, body: reply.body, verdict };
    } catch (error) {
      const verdict = judgeNoAnswer((error as Error).message);
      return { status: null, body: "", verdict };
    }
  }

  #toKnown(
    query: CelestrakQuery,
    cached: CachedQuery | null,
    stop: SiteStop | null,
  ): Known {
    const problems: string[] = [];
    const isStopped = !this.#isOver(stop);
    const lastMs = Math.max(
      cached?.askedMs ?? 0,
      isStopped ? stop!.askedMs : 0,
    );
    const nextMs = lastMs + ASK_EVERY_MS;
    const path = isStopped
      ? this.#cache.stopPath
      : this.#cache.pathOf(query.text);
    const problem = isStopped ? stop!.problem : cached?.problem;
    if (problem) {
      problems.push(
        `${problem}. Asking again after ${new Date(nextMs).toISOString()}; ` +
          `for that to be sooner, delete ${path} and start again`,
      );
    }
    const { elementSets, problems: faults } = cached?.good
      ? parseOmmJson(cached.good.body)
      : NO_ELEMENTS;
    problems.push(
      ...faults.map(({ message }) => `CelesTrak, ${query.text}: ${message}`),
    );
    return {
      answer: {
        elementSets: elementSets.filter(query.wants).map((set) => ({
          set,
          source: this.name,
          receivedMs: cached!.good!.receivedMs,
        })),
        problems,
      },
      untilMs: nextMs + Math.random() * JITTER_MS,
    };
  }

  /** A time in the future is of a clock that was wrong. */
  #isOver(asked: { readonly askedMs: number } | null): boolean {
    return asked === null ||
      Math.abs(this.#options.nowMs() - asked.askedMs) >= ASK_EVERY_MS;
  }
}

const UNANSWERED = "CelesTrak was asked, but its answer was not waited for";
const NOTHING: SourceAnswer = { elementSets: [], problems: [] };
const NO_ELEMENTS = { elementSets: [], problems: [] };
