import type { ElementSet } from "../../tle/element_set.ts";
import { elementSetId } from "../../tle/element_set_id.ts";
import type { Clock } from "../clock.ts";
import { publishSets, SETS_A_BATCH } from "../element_sets.ts";
import type { Publisher } from "../publisher.ts";
import type { Report } from "../report.ts";
import { createSatellite, type Satellite } from "../satellites.ts";
import type { SourcedSet } from "../sources/element_source.ts";
import { chooseElementSets } from "./choose_element_sets.ts";
import { judgeElementSet } from "./judge_element_set.ts";
import { type TakeNews, tellNews } from "./take_news.ts";

/** Judging so many takes some 10 ms; then the live tick has its turn. */
const JUDGED_AT_ONCE = 200;

export interface SetTakerPorts {
  readonly clock: Clock;
  readonly report: Report;
  readonly publisher: Publisher;
}

/**
 * The satellites and the sets that they have. A set that is taken is put on
 * record first and then used, and one that is held back is on record as well;
 * one that is refused is only told of, once.
 */
export class SetTaker {
  readonly #ports: SetTakerPorts;
  readonly #satellites: Map<number, Satellite>;
  readonly #suspects = new Map<number, ElementSet>();
  readonly #refusedIds = new Set<string>();

  constructor(satellites: readonly Satellite[], ports: SetTakerPorts) {
    this.#ports = ports;
    this.#satellites = new Map(satellites.map((s) => [s.noradId, s]));
  }

  get satellites(): Iterable<Satellite> {
    return this.#satellites.values();
  }

  of(noradId: number): Satellite | undefined {
    return this.#satellites.get(noradId);
  }

  /** Drops a satellite that nobody asks for any more. */
  forget(noradId: number): void {
    this.#satellites.delete(noradId);
    this.#suspects.delete(noradId);
  }

  /**
   * Takes up what is newer among sets that have come, and satellites that were
   * not known.
   *
   * @returns False if the log cannot take all of it now: then call again with
   * all of them.
   */
  async take(
    sets: readonly SourcedSet[],
    signal: AbortSignal,
  ): Promise<boolean> {
    const { clock, publisher, report } = this.#ports;
    const news: TakeNews[] = [];
    let rested = 0;
    for (const [noradId, ofOne] of Map.groupBy(sets, (s) => s.set.noradId)) {
      const satellite = this.#satellites.get(noradId);
      news.push(
        ...satellite ? this.#judge(satellite, ofOne) : begin(ofOne, clock),
      );
      if (news.length - rested < JUDGED_AT_ONCE) continue;
      rested = news.length;
      await clock.sleepUntil(clock.nowMs(), signal);
      if (signal.aborted) return false;
    }
    const recorded = news.filter(({ verdict }) => verdict.kind !== "refused");
    for (let start = 0; start < recorded.length; start += SETS_A_BATCH) {
      const batch = recorded.slice(start, start + SETS_A_BATCH);
      const batchSets = batch.map(({ elements }) => elements);
      if (!await publishSets(batchSets, publisher)) return false;
      for (const one of batch) this.#apply(one);
    }
    tellNews(news.filter((one) => !this.#isToldRefusal(one)), report);
    return true;
  }

  /** What of one satellite's sets is newer, and what becomes of each. */
  #judge(satellite: Satellite, sets: readonly SourcedSet[]): TakeNews[] {
    let inUse = satellite.elements.set;
    let suspect = this.#suspects.get(satellite.noradId) ?? null;
    const nowMs = this.#ports.clock.nowMs();
    const news: TakeNews[] = [];
    const newer = sets.filter(({ set }) => set.epochUs > inUse.epochUs)
      .toSorted((a, b) => a.set.epochUs - b.set.epochUs);
    for (const elements of newer) {
      const { set } = elements;
      const verdict = judgeElementSet({ inUse, suspect }, set, nowMs);
      if (verdict.kind === "same" || verdict.kind === "older") continue;
      news.push({ satellite, elements, verdict });
      if (verdict.kind === "suspect") suspect = set;
      else if (verdict.kind !== "refused") [inUse, suspect] = [set, null];
    }
    return news;
  }

  #apply({ satellite, elements, verdict }: TakeNews): void {
    const { noradId } = satellite;
    if (verdict.kind === "suspect") {
      this.#suspects.set(noradId, elements.set);
    } else if (verdict.kind === "first") {
      this.#satellites.set(noradId, satellite);
    } else {
      satellite.use(elements);
      this.#suspects.delete(noradId);
    }
  }

  #isToldRefusal({ verdict, elements }: TakeNews): boolean {
    if (verdict.kind !== "refused") return false;
    const id = elementSetId(elements.set);
    if (this.#refusedIds.has(id)) return true;
    this.#refusedIds.add(id);
    return false;
  }
}

function begin(sets: readonly SourcedSet[], clock: Clock): TakeNews[] {
  return chooseElementSets(sets, clock.nowMs()).map((elements) => ({
    satellite: createSatellite(elements),
    elements,
    verdict: { kind: "first" },
  }));
}
