/// <reference lib="dom" />
import type { SatelliteInfo } from "./contract.ts";
import type { Coverage } from "./coverage.ts";
import { readPositions } from "./read_positions.ts";
import { findSatellites } from "./roster.ts";

/** What the stream tells is added; the rest is asked for again after so long, */
const askEveryMs = 5 * 60_000;
/** or where something was filled in, but no sooner than this after the last time. */
const restMs = 5_000;

/** What is recorded of the satellites shown, over all time; asked for rarely. */
export class CoverageReader {
  coverages: readonly Coverage[] = [];
  /** Whether it has been read, of the satellites asked for. */
  known = false;
  readonly #onChange: () => void;
  #satellites = "";
  #backfills = 0;
  #askedMs = -Infinity;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /**
   * Asks again if it is time to.
   *
   * @param backfills How often something was filled in, in what is shown.
   */
  request(noradIds: readonly number[], backfills: number): void {
    if (noradIds.length === 0) return;
    const satellites = noradIds.join(",");
    const isOther = satellites !== this.#satellites;
    const restedMs = performance.now() - this.#askedMs;
    const isFilled = backfills !== this.#backfills && restedMs > restMs;
    if (!isOther && !isFilled && restedMs < askEveryMs) return;
    if (isOther) this.known = false;
    this.#satellites = satellites;
    this.#backfills = backfills;
    this.#askedMs = performance.now();
    readCoverage(noradIds).then((read) => {
      if (satellites !== this.#satellites) return;
      this.coverages = read;
      this.known = true;
      this.#onChange();
    }, () => {
      // The stream tells that there is no connection; then it is tried again.
      this.#askedMs = performance.now() - askEveryMs + restMs;
    });
  }
}

/**
 * One point for all of the time: the server then reads days in short, and
 * tells each gap all the same.
 */
async function readCoverage(noradIds: readonly number[]): Promise<Coverage[]> {
  const numbers = `satellites=${noradIds.join(",")}`;
  const { satellites } = await findSatellites(numbers);
  const ends = new Map(satellites.flatMap((info) => endsOf(info)));
  if (ends.size === 0) return [];
  const fromMs = Math.min(...[...ends.values()].map((end) => end.firstMs));
  const toMs = Math.max(...[...ends.values()].map((end) => end.lastMs)) + 1;
  const answer = await readPositions({
    satellites: [...ends.keys()],
    range: { fromMs, toMs },
    bucketMs: toMs - fromMs,
  }, AbortSignal.timeout(askEveryMs));
  return answer.satellites.flatMap(({ norad_id, gaps }) => {
    const end = ends.get(norad_id);
    if (!end) return [];
    return [{
      noradId: norad_id,
      ...end,
      gaps: gaps.map((gap) => ({
        fromMs: Date.parse(gap.from),
        toMs: Date.parse(gap.to),
      })),
    }];
  });
}

function endsOf(
  { norad_id, first, last }: SatelliteInfo,
): [number, { firstMs: number; lastMs: number }][] {
  return first === null || last === null ? [] : [[
    norad_id,
    { firstMs: Date.parse(first), lastMs: Date.parse(last) },
  ]];
}
