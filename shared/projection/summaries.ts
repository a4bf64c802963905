import type { PositionColumns } from "./position_columns.ts";

/**
 * What some stretches of time hold, in short: of each that holds anything its
 * first position, its lowest and highest altitude, and how many there are.
 */
export interface Summaries {
  readonly columns: PositionColumns;
  readonly altitudeMinE4: Float64Array;
  readonly altitudeMaxE4: Float64Array;
  readonly samples: Float64Array;
}

/** What one stretch of time holds, in short. */
export interface Summary {
  readonly samples: number;
  readonly firstMs: number;
  readonly firstLatitudeE6: number;
  readonly firstLongitudeE6: number;
  readonly firstAltitudeE4: number;
  readonly altitudeMinE4: number;
  readonly altitudeMaxE4: number;
}

/** Sums up positions and summaries, given in order of time, in buckets. */
export class Summarizer {
  readonly #bucketMs: number;
  #bucket = -Infinity;
  readonly #timeMs: number[] = [];
  readonly #latitudeE6: number[] = [];
  readonly #longitudeE6: number[] = [];
  readonly #altitudeE4: number[] = [];
  readonly #minE4: number[] = [];
  readonly #maxE4: number[] = [];
  readonly #samples: number[] = [];

  /** Buckets are aligned to the epoch. */
  constructor(bucketMs: number) {
    this.#bucketMs = bucketMs;
  }

  addPositions(
    { timeMs, latitudeE6, longitudeE6, altitudeE4 }: PositionColumns,
  ): void {
    for (let i = 0; i < timeMs.length; i++) {
      const altitude = altitudeE4[i]!;
      if (!this.#addToLast(timeMs[i]!, altitude, altitude, 1)) {
        this.#begin(timeMs[i]!, latitudeE6[i]!, longitudeE6[i]!, altitude);
      }
    }
  }

  addSummary(summary: Summary): void {
    const { firstMs, altitudeMinE4, altitudeMaxE4, samples } = summary;
    if (this.#addToLast(firstMs, altitudeMinE4, altitudeMaxE4, samples)) return;
    const { firstLatitudeE6, firstLongitudeE6, firstAltitudeE4 } = summary;
    this.#begin(firstMs, firstLatitudeE6, firstLongitudeE6, firstAltitudeE4);
    const last = this.#samples.length - 1;
    this.#minE4[last] = altitudeMinE4;
    this.#maxE4[last] = altitudeMaxE4;
    this.#samples[last] = samples;
  }

  addSummaries(summaries: Summaries): void {
    const { samples } = summaries;
    for (let i = 0; i < samples.length; i++) {
      this.addSummary(summaryAt(summaries, i));
    }
  }

  end(): Summaries {
    return {
      columns: {
        timeMs: Float64Array.from(this.#timeMs),
        latitudeE6: Int32Array.from(this.#latitudeE6),
        longitudeE6: Int32Array.from(this.#longitudeE6),
        altitudeE4: Float64Array.from(this.#altitudeE4),
      },
      altitudeMinE4: Float64Array.from(this.#minE4),
      altitudeMaxE4: Float64Array.from(this.#maxE4),
      samples: Float64Array.from(this.#samples),
    };
  }

  /** False where it is the first of another bucket. */
  #addToLast(
    timeMs: number,
    minE4: number,
    maxE4: number,
    samples: number,
  ): boolean {
    const bucket = Math.floor(timeMs / this.#bucketMs);
    if (bucket !== this.#bucket) {
      this.#bucket = bucket;
      return false;
    }
    const last = this.#samples.length - 1;
    if (minE4 < this.#minE4[last]!) this.#minE4[last] = minE4;
    if (maxE4 > this.#maxE4[last]!) this.#maxE4[last] = maxE4;
    this.#samples[last]! += samples;
    return true;
  }

  #begin(
    timeMs: number,
    latitudeE6: number,
    longitudeE6: number,
    altitudeE4: number,
  ): void {
    this.#timeMs.push(timeMs);
    this.#latitudeE6.push(latitudeE6);
    this.#longitudeE6.push(longitudeE6);
    this.#altitudeE4.push(altitudeE4);
    this.#minE4.push(altitudeE4);
    this.#maxE4.push(altitudeE4);
    this.#samples.push(1);
  }
}

export function summaryAt(summaries: Summaries, index: number): Summary {
  const { columns, altitudeMinE4, altitudeMaxE4, samples } = summaries;
  return {
    samples: samples[index]!,
    firstMs: columns.timeMs[index]!,
    firstLatitudeE6: columns.latitudeE6[index]!,
    firstLongitudeE6: columns.longitudeE6[index]!,
    firstAltitudeE4: columns.altitudeE4[index]!,
    altitudeMinE4: altitudeMinE4[index]!,
    altitudeMaxE4: altitudeMaxE4[index]!,
  };
}
