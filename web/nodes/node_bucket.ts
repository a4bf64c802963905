import { DEGREES } from "../../shared/events/resolution.ts";
import type { NodePlace } from "../../shared/projection/nodes/read_nodes.ts";
import { meanSolarTimeS } from "../../tle/nodes/solar_time.ts";

const DAY_S = 86_400;

/** What a bucket holds beside the crossing that stands for it. */
export interface BucketSummary {
  readonly crossings: number;
  /** Mean local solar time, in seconds of its day; from least to most eastern. */
  readonly leastS: number;
  readonly mostS: number;
}

/** The crossings of one part of a range. */
export class NodeBucket {
  readonly number: number;
  readonly first: NodePlace;
  readonly #firstS: number;
  #crossings = 0;
  #least = 0;
  #most = 0;

  constructor(number: number, first: NodePlace) {
    this.number = number;
    this.first = first;
    this.#firstS = solarTimeS(first);
  }

  add(place: NodePlace): void {
    this.#crossings++;
    // From the first one, the short way round: the day ends at midnight.
    const days = (solarTimeS(place) - this.#firstS) / DAY_S;
    const offS = (days - Math.round(days)) * DAY_S;
    if (offS < this.#least) this.#least = offS;
    if (offS > this.#most) this.#most = offS;
  }

  summary(): BucketSummary {
    return {
      crossings: this.#crossings,
      leastS: (this.#firstS + this.#least + DAY_S) % DAY_S,
      mostS: (this.#firstS + this.#most) % DAY_S,
    };
  }
}

function solarTimeS({ timeMs, longitudeE6 }: NodePlace): number {
  return meanSolarTimeS(timeMs, longitudeE6 / DEGREES);
}
