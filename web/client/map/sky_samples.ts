import { earthFixedKm, eccentricity2, equatorKm } from "./earth_fixed.ts";

/** Samples kept of each satellite: a polynomial of the fifth degree. */
const KEPT = 6;
const FIELDS = 4;

/** One a second would be too close to look ahead from. */
const LEAST_STEP_MS = 10_000;
/** Samples farther apart than this have nothing to do with each other. */
const MOST_STEP_MS = 600_000;

/** From the last sample on, a satellite is moved no longer than this, */
const AHEAD_MS = 90_000;
/** and is no longer shown after so much more. */
const SHOWN_MS = 600_000;

const DEGREES = 180 / Math.PI;

/** Where a satellite is, and how well that is known. */
export interface SkyPosition {
  noradId: number;
  latitudeDeg: number;
  longitudeDeg: number;
  altitudeKm: number;
  /** The last recorded sample that it rests on. */
  sampleMs: number;
  isOld: boolean;
}

/**
 * The last samples of very many satellites, and where they are between and
 * shortly after them: by a polynomial through them in Earth-fixed coordinates.
 * A minute and a half ahead of samples a minute a low orbit is within 40 m, most
 * of it by a latitude that is good enough for a map. For some minutes after its
 * element set was replaced it may be kilometres: less than a pixel.
 */
export class SkySamples {
  readonly #slots = new Map<number, number>();
  readonly #noradIds: number[] = [];
  readonly #counts: number[] = [];
  /** Time in ms, x, y, z in km, of each sample of each slot. */
  #samples = new Float64Array(0);
  readonly #weights = new Float64Array(KEPT);

  get size(): number {
    return this.#noradIds.length;
  }

  /** Takes a sample; those of one satellite come in order of time. */
  add(
    noradId: number,
    timeMs: number,
    place: { latitudeDeg: number; longitudeDeg: number; altitudeKm: number },
  ): void {
    const slot = this.#slotOf(noradId);
    const start = slot * KEPT * FIELDS;
    let count = this.#counts[slot]!;
    if (count > 0) {
      const lastMs = this.#samples[start + (count - 1) * FIELDS]!;
      if (timeMs - lastMs < LEAST_STEP_MS) return;
      if (timeMs - lastMs > MOST_STEP_MS) count = 0;
    }
    if (count === KEPT) {
      this.#samples.copyWithin(start, start + FIELDS, start + KEPT * FIELDS);
      count--;
    }
    const at = start + count * FIELDS;
    this.#samples[at] = timeMs;
    this.#samples.set(earthFixedKm(place), at + 1);
    this.#counts[slot] = count + 1;
  }

  /** Calls with each that is to be shown at an instant; keep nothing of it. */
  forEachAt(timeMs: number, take: (position: SkyPosition) => void): void {
    const position: SkyPosition = {
      noradId: 0,
      latitudeDeg: 0,
      longitudeDeg: 0,
      altitudeKm: 0,
      sampleMs: 0,
      isOld: false,
    };
    for (let slot = 0; slot < this.size; slot++) {
      if (this.#locate(slot, timeMs, position)) take(position);
    }
  }

  /** Where one is; null where that is not known. */
  at(noradId: number, timeMs: number): SkyPosition | null {
    const slot = this.#slots.get(noradId);
    const position = {} as SkyPosition;
    return slot !== undefined && this.#locate(slot, timeMs, position)
      ? position
      : null;
  }

  clear(): void {
    this.#slots.clear();
    this.#noradIds.length = this.#counts.length = 0;
  }

  #locate(slot: number, timeMs: number, position: SkyPosition): boolean {
    const samples = this.#samples;
    const start = slot * KEPT * FIELDS;
    const count = this.#counts[slot]!;
    const sampleMs = samples[start + (count - 1) * FIELDS]!;
    const firstMs = samples[start]!;
    if (timeMs < firstMs || timeMs > sampleMs + AHEAD_MS + SHOWN_MS) {
      return false;
    }
    const weights = this.#weigh(
      slot,
      Math.min(timeMs, sampleMs + (count > 1 ? AHEAD_MS : 0)),
    );
    let [x, y, z] = [0, 0, 0];
    for (let i = 0; i < count; i++) {
      const at = start + i * FIELDS;
      const weight = weights[i]!;
      x += weight * samples[at + 1]!;
      y += weight * samples[at + 2]!;
      z += weight * samples[at + 3]!;
    }
    const fromAxis = Math.hypot(x, y);
    const heightKm = Math.hypot(fromAxis, z) - equatorKm;
    const flat = 1 - eccentricity2 * equatorKm / (equatorKm + heightKm);
    const latitude = Math.atan2(z, fromAxis * flat);
    const sin = Math.sin(latitude);
    position.noradId = this.#noradIds[slot]!;
    position.latitudeDeg = latitude * DEGREES;
    position.longitudeDeg = Math.atan2(y, x) * DEGREES;
    position.altitudeKm = fromAxis * Math.cos(latitude) + z * sin -
      equatorKm * Math.sqrt(1 - eccentricity2 * sin * sin);
    position.sampleMs = sampleMs;
    position.isOld = timeMs > sampleMs + AHEAD_MS;
    return true;
  }

  /** What each sample counts at an instant, as Lagrange has it. */
  #weigh(slot: number, timeMs: number): Float64Array {
    const count = this.#counts[slot]!;
    const start = slot * KEPT * FIELDS;
    const timeOf = (i: number) => this.#samples[start + i * FIELDS]!;
    for (let i = 0; i < count; i++) {
      let weight = 1;
      for (let j = 0; j < count; j++) {
        if (j === i) continue;
        weight *= (timeMs - timeOf(j)) / (timeOf(i) - timeOf(j));
      }
      this.#weights[i] = weight;
    }
    return this.#weights;
  }

  #slotOf(noradId: number): number {
    let slot = this.#slots.get(noradId);
    if (slot === undefined) {
      slot = this.#noradIds.length;
      this.#slots.set(noradId, slot);
      this.#noradIds.push(noradId);
      this.#counts.push(0);
      const length = (slot + 1) * KEPT * FIELDS;
      if (length > this.#samples.length) {
        const grown = new Float64Array(2 * length);
        grown.set(this.#samples);
        this.#samples = grown;
      }
    }
    return slot;
  }
}
