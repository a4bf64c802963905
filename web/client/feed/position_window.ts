/** One position of one satellite. */
export interface Position {
  timeMs: number;
  longitudeDeg: number;
  latitudeDeg: number;
  altitudeKm: number;
}

/** A position that stands for others, and between what altitudes these lay. */
export interface ThinnedPosition extends Position {
  lowKm: number;
  highKm: number;
}

/** Half-open, UTC. */
export interface TimeRange {
  fromMs: number;
  toMs: number;
}

interface Bucket extends ThinnedPosition {
  startMs: number;
  /** Samples that the server counted. */
  read: number;
  /** Samples that came since, one by one. */
  live: number;
}

/**
 * One satellite's positions thinned to one a bucket, earliest first.
 *
 * Buckets are aligned to the epoch, as the server's are, so that what comes
 * thinned, raw or read again falls into the same places. The first position of
 * a bucket stays its position: a point that is drawn never moves.
 */
export class PositionWindow {
  #buckets: Bucket[] = [];
  #bucketMs: number;
  readonly #limit: number;

  /** @param limit Buckets held at most; beyond it they become twice as long. */
  constructor(bucketMs: number, limit = 2_000) {
    if (!(bucketMs > 0)) {
      throw new RangeError(
        `Cannot keep positions as bucketMs must be positive: current value is ${bucketMs}`,
      );
    }
    this.#bucketMs = bucketMs;
    this.#limit = limit;
  }

  get bucketMs(): number {
    return this.#bucketMs;
  }

  get positions(): readonly ThinnedPosition[] {
    return this.#buckets;
  }

  /** @param samples How many recorded samples it adds to its bucket's count. */
  add(position: Position & Partial<ThinnedPosition>, samples = 0): void {
    const startMs = this.#startOf(position.timeMs);
    const index = this.#indexOf(startMs);
    const bucket = this.#buckets[index];
    if (bucket?.startMs === startMs) {
      bucket.live += samples;
      const band = joinBands(bucket, bandOf(position));
      if (position.timeMs < bucket.timeMs) Object.assign(bucket, position);
      Object.assign(bucket, band);
      return;
    }
    this.#buckets.splice(index, 0, {
      ...position,
      ...bandOf(position),
      startMs,
      read: 0,
      live: samples,
    });
    if (this.#buckets.length > this.#limit) this.#coarsen();
  }

  /**
   * Takes over what the server says of a range.
   *
   * A bucket that is over and wholly inside is the server's alone. One that is
   * still filling keeps what it has, as its count would miss what is under way.
   *
   * @param counts Samples behind each position.
   * @param readAtMs When the server was asked.
   */
  replaceRange(
    range: TimeRange,
    positions: readonly ThinnedPosition[],
    counts: readonly number[],
    readAtMs: number,
  ): void {
    const settled = (startMs: number) =>
      startMs + this.#bucketMs <= Math.min(range.toMs, readAtMs);
    const inside = (startMs: number) =>
      startMs + this.#bucketMs > range.fromMs && startMs < range.toMs;
    const filling = (startMs: number) =>
      startMs + this.#bucketMs <= range.toMs && !settled(startMs);
    this.#buckets = this.#buckets.filter((bucket) =>
      !(inside(bucket.startMs) && bucket.startMs >= range.fromMs &&
        settled(bucket.startMs))
    );
    for (const bucket of this.#buckets) {
      if (inside(bucket.startMs) && !filling(bucket.startMs)) bucket.read = 0;
    }
    for (const [i, position] of positions.entries()) {
      this.add(position);
      const bucket =
        this.#buckets[this.#indexOf(this.#startOf(position.timeMs))];
      if (bucket && !filling(bucket.startMs)) bucket.read += counts[i] ?? 0;
    }
  }

  /** Widens the bands of what is there by what the server says of a range. */
  widenBands(positions: readonly ThinnedPosition[]): void {
    for (const position of positions) {
      const startMs = this.#startOf(position.timeMs);
      const bucket = this.#buckets[this.#indexOf(startMs)];
      if (bucket?.startMs === startMs) {
        Object.assign(bucket, joinBands(bucket, position));
      }
    }
  }

  /** Forgets the counts of positions that came one by one. */
  resetCounts(): void {
    for (const bucket of this.#buckets) bucket.read = bucket.live = 0;
  }

  /** Drops what is older, but keeps one point so that the line reaches the edge. */
  trimBefore(timeMs: number): void {
    const first = this.#buckets.findIndex((bucket) => bucket.timeMs >= timeMs);
    const kept = first < 0 ? this.#buckets.length : first;
    if (kept > 1) this.#buckets.splice(0, kept - 1);
  }

  /** Returns the samples recorded in buckets that begin inside a range. */
  samplesIn(range: TimeRange): number {
    let samples = 0;
    for (const { startMs, read, live } of this.#buckets) {
      if (startMs >= range.fromMs && startMs < range.toMs) {
        samples += read + live;
      }
    }
    return samples;
  }

  #startOf(timeMs: number): number {
    return Math.floor(timeMs / this.#bucketMs) * this.#bucketMs;
  }

  /** The first bucket that begins at or after a time; mostly the last, so from the end. */
  #indexOf(startMs: number): number {
    let index = this.#buckets.length;
    while (index > 0 && this.#buckets[index - 1]!.startMs >= startMs) index--;
    return index;
  }

  #coarsen(): void {
    const finer = this.#buckets;
    this.#bucketMs *= 2;
    this.#buckets = [];
    for (const bucket of finer) {
      const startMs = this.#startOf(bucket.timeMs);
      const last = this.#buckets.at(-1);
      if (last?.startMs === startMs) {
        last.read += bucket.read;
        last.live += bucket.live;
        Object.assign(last, joinBands(last, bucket));
      } else this.#buckets.push({ ...bucket, startMs });
    }
  }
}

type Band = Pick<ThinnedPosition, "lowKm" | "highKm">;

/** What stands only for itself has its own altitude as band. */
export function bandOf(position: Position & Partial<ThinnedPosition>): Band {
  const { altitudeKm, lowKm = altitudeKm, highKm = altitudeKm } = position;
  return { lowKm, highKm };
}

function joinBands(a: Band, b: Band): Band {
  return {
    lowKm: Math.min(a.lowKm, b.lowKm),
    highKm: Math.max(a.highKm, b.highKm),
  };
}
