import {
  BulkPropagator as LibraryPropagator,
  createSingleThreadRuntime,
  EciBaseCalculator,
} from "satellite.js";
import type { ElementSet } from "./element_set.ts";
import { ExactTimes } from "./exact_times.ts";
import { geodeticFromEcef } from "./geodetic.ts";
import { MAX_AGE_MINUTES } from "./orbit.ts";
import { createSatRec } from "./sat_rec.ts";
import { siderealTimeRad } from "./sidereal_time.ts";

const US_PER_MINUTE = 60e6;
const US_PER_DAY = 1440 * US_PER_MINUTE;

/**
 * What is set up together, and so again where one of its sets is replaced: 128
 * take 4 ms. Runs of fewer are slower.
 */
const CHUNK_SIZE = 128;

/**
 * Positions of many satellites at some instants, as columns. Of n instants the
 * satellite `i` has at the instant `j` the index `i * n + j`.
 */
export interface BulkPositions {
  /** Geodetic, WGS84, as in `GeodeticPosition`; NaN where not known. */
  readonly latitudeDeg: Float64Array;
  readonly longitudeDeg: Float64Array;
  readonly altitudeKm: Float64Array;
  /** 1, or 0 where the elements give no position: `Orbit` tells why. */
  readonly isKnown: Uint8Array;
}

type Runtime = Awaited<ReturnType<typeof createSingleThreadRuntime>>;

/** One for all propagators, as its memory and code take 40 ms to set up. */
let sharedRuntime: Promise<Runtime> | null = null;

/** Makes a propagator of many element sets, as yet of none. */
export async function createBulkPropagator(): Promise<BulkPropagator> {
  return new BulkPropagator(
    await (sharedRuntime ??= createSingleThreadRuntime()),
  );
}

/**
 * Positions of many satellites at once, in WebAssembly. They are those of
 * `createOrbit(set).positionAt(timeMs)` to a micrometre or so, and are missing
 * for the same reasons, at a tenth of the time.
 *
 * What a list of sets needs is kept for the next list: of that only the chunks
 * that hold another set are set up again (30 microseconds a set).
 */
export class BulkPropagator implements Disposable {
  readonly #runtime: Runtime;
  readonly #chunks: Chunk[] = [];

  constructor(runtime: Runtime) {
    this.#runtime = runtime;
  }

  /** @param timesMs Milliseconds since 1970, UTC; may have fractions. */
  positionsAt(
    sets: readonly ElementSet[],
    timesMs: readonly number[],
  ): BulkPositions {
    const size = sets.length * timesMs.length;
    const positions: BulkPositions = {
      latitudeDeg: new Float64Array(size),
      longitudeDeg: new Float64Array(size),
      altitudeKm: new Float64Array(size),
      isKnown: new Uint8Array(size),
    };
    const turns = timesMs.map(siderealTimeRad);
    const earth = {
      cos: Float64Array.from(turns, Math.cos),
      sin: Float64Array.from(turns, Math.sin),
    };
    const chunkCount = Math.ceil(sets.length / CHUNK_SIZE);
    for (const unused of this.#chunks.splice(chunkCount)) unused.dispose();
    for (let i = 0; i < chunkCount; i++) {
      const chunk = this.#chunks[i] ??= new Chunk(this.#runtime);
      const first = i * CHUNK_SIZE;
      chunk.setUp(sets.slice(first, first + CHUNK_SIZE));
      chunk.propagate(timesMs, earth, positions, first * timesMs.length);
    }
    return positions;
  }

  /** Frees its memory, which no garbage collector sees. */
  [Symbol.dispose](): void {
    for (const chunk of this.#chunks.splice(0)) chunk.dispose();
  }
}

/** Cosines and sines of mean sidereal time, one an instant. */
interface EarthTurns {
  readonly cos: Float64Array;
  readonly sin: Float64Array;
}

class Chunk {
  readonly #times = new ExactTimes();
  readonly #propagator;
  #sets: readonly ElementSet[] = [];
  #instants = 0;
  /** Days are counted from here, so that they are exact to a nanosecond. */
  #originUs = 0;
  /** What is farther away is refused afterwards, but must come to an end. */
  #earliestDays = 0;
  #latestDays = 0;

  constructor(runtime: Runtime) {
    this.#propagator = new LibraryPropagator({
      runtime,
      calculators: [new EciBaseCalculator(), this.#times],
      satRecsCount: CHUNK_SIZE,
      datesCount: 1,
    });
  }

  setUp(sets: readonly ElementSet[]): void {
    const known = this.#sets;
    if (
      sets.length === known.length && sets.every((set, i) => set === known[i])
    ) return;
    this.#sets = sets;
    this.#originUs = sets[0]!.epochUs;
    const epochs = sets.map(({ epochUs }) => this.#daysTo(epochUs));
    this.#earliestDays = Math.min(...epochs) - MAX_AGE_MINUTES / 1440;
    this.#latestDays = Math.max(...epochs) + MAX_AGE_MINUTES / 1440;
    this.#propagator.setSatRecs(sets.map((set, i) => ({
      ...createSatRec(set),
      jdsatepoch: epochs[i]!,
    })));
  }

  propagate(
    timesMs: readonly number[],
    earth: EarthTurns,
    into: BulkPositions,
    index: number,
  ): void {
    this.#setInstants(timesMs);
    this.#propagator.run({ eci: { communityDecayCheckEnabled: true } });
    const { position, velocity, error } = this.#propagator.getRawOutput().eci;
    const count = timesMs.length;
    this.#sets.forEach(({ epochUs }, i) => {
      for (let j = 0; j < count; j++, index++) {
        const at = i * count + j;
        const v = 3 * at;
        const x = position[v]!;
        const y = position[v + 1]!;
        const z = position[v + 2]!;
        const ageMinutes = (timesMs[j]! * 1000 - epochUs) / US_PER_MINUTE;
        const isKnown = error[at] === 0 &&
          Math.abs(ageMinutes) <= MAX_AGE_MINUTES &&
          Number.isFinite(x + y + z) &&
          Number.isFinite(velocity[v]! + velocity[v + 1]! + velocity[v + 2]!);
        const cos = earth.cos[j]!;
        const sin = earth.sin[j]!;
        const ecefKm = { x: x * cos + y * sin, y: y * cos - x * sin, z };
        const place = isKnown ? geodeticFromEcef(ecefKm) : UNKNOWN;
        into.latitudeDeg[index] = place.latitudeDeg;
        into.longitudeDeg[index] = place.longitudeDeg;
        into.altitudeKm[index] = place.altitudeKm;
        into.isKnown[index] = isKnown ? 1 : 0;
      }
    });
  }

  #setInstants(timesMs: readonly number[]): void {
    if (timesMs.length !== this.#instants) {
      this.#instants = timesMs.length;
      // Only their number counts; what they are is for `#times` to say.
      this.#propagator.setDates(timesMs.map(() => new Date(0)));
    }
    this.#times.days = timesMs.map((timeMs) =>
      Math.max(
        this.#earliestDays,
        Math.min(this.#latestDays, this.#daysTo(timeMs * 1000)),
      )
    );
  }

  #daysTo(timeUs: number): number {
    return (timeUs - this.#originUs) / US_PER_DAY;
  }

  dispose(): void {
    this.#propagator.dispose();
  }
}

const UNKNOWN = { latitudeDeg: NaN, longitudeDeg: NaN, altitudeKm: NaN };
