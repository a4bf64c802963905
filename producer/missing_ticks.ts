const HOUR_MS = 3_600_000;

/** The ticks of one hour: a bit each, and how many are set. */
interface HourTicks {
  readonly bits: Uint8Array;
  count: number;
}

/**
 * The ticks that are yet to be recorded for one satellite, as a bitmap an
 * hour: 450 bytes for an hour of seconds, whatever pattern is missing.
 *
 * A tick is an instant that is a whole multiple of the step since 1970, UTC.
 */
export class MissingTicks {
  readonly #stepMs: number;
  readonly #hours = new Map<number, HourTicks>();
  #size = 0;
  /** Undefined where it has to be looked for. */
  #newestHourMs: number | null | undefined = null;

  constructor(stepMs: number) {
    this.#stepMs = stepMs;
  }

  /** How many ticks are missing. */
  get size(): number {
    return this.#size;
  }

  /** Start of the newest hour in which any is missing; null if none is. */
  get newestHourMs(): number | null {
    // Asked for each of thousands of satellites, again and again.
    if (this.#newestHourMs === undefined) {
      this.#newestHourMs = null;
      for (const hourMs of this.#hours.keys()) this.#noteHour(hourMs);
    }
    return this.#newestHourMs;
  }

  /** Start of the oldest hour in which any is missing; null if none is. */
  get oldestHourMs(): number | null {
    const hours = [...this.#hours.keys()];
    return hours.length === 0 ? null : Math.min(...hours);
  }

  /** Adds every tick of `[fromMs, toMs)`. */
  addRange(fromMs: number, toMs: number): void {
    // Hour by hour: of thousands of satellites a day is missing at once.
    const step = this.#stepMs;
    let timeMs = this.#tickFrom(fromMs);
    while (timeMs < toMs) {
      const hourMs = hourOf(timeMs);
      const endMs = Math.min(hourMs + HOUR_MS, toMs);
      const hour = this.#hourAt(hourMs);
      const countBefore = hour.count;
      let index = this.#indexOf(timeMs, hourMs);
      for (; timeMs < endMs; timeMs += step) setBit(hour, index++);
      this.#size += hour.count - countBefore;
    }
  }

  /** Adds a tick; a time that is none is left out. */
  add(timeMs: number): void {
    if (timeMs % this.#stepMs !== 0) return;
    this.addRange(timeMs, timeMs + 1);
  }

  /** Removes a tick; any other time changes nothing. */
  remove(timeMs: number): void {
    const hourMs = hourOf(timeMs);
    const hour = this.#hours.get(hourMs);
    if (hour === undefined || timeMs % this.#stepMs !== 0) return;
    const index = this.#indexOf(timeMs, hourMs);
    if (!isSet(hour.bits, index)) return;
    hour.bits[index >> 3]! &= ~(1 << (index & 7));
    hour.count--;
    this.#size--;
    if (hour.count === 0) this.#deleteHour(hourMs);
  }

  /** Removes and returns the ticks of the newest hour, earliest first. */
  takeNewestHour(): number[] {
    const hourMs = this.newestHourMs;
    if (hourMs === null) return [];
    const { bits, count } = this.#hours.get(hourMs)!;
    const ticks: number[] = [];
    const firstMs = this.#tickFrom(hourMs);
    for (let index = 0; ticks.length < count; index++) {
      if (isSet(bits, index)) ticks.push(firstMs + index * this.#stepMs);
    }
    this.#deleteHour(hourMs);
    this.#size -= count;
    return ticks;
  }

  #hourAt(hourMs: number): HourTicks {
    let hour = this.#hours.get(hourMs);
    if (hour === undefined) {
      const ticksAnHour = Math.ceil(HOUR_MS / this.#stepMs);
      hour = { bits: new Uint8Array(Math.ceil(ticksAnHour / 8)), count: 0 };
      this.#hours.set(hourMs, hour);
      if (this.#newestHourMs !== undefined) this.#noteHour(hourMs);
    }
    return hour;
  }

  #noteHour(hourMs: number): void {
    this.#newestHourMs = Math.max(this.#newestHourMs ?? hourMs, hourMs);
  }

  #deleteHour(hourMs: number): void {
    this.#hours.delete(hourMs);
    this.#newestHourMs = undefined;
  }

  #indexOf(timeMs: number, hourMs: number): number {
    return (timeMs - this.#tickFrom(hourMs)) / this.#stepMs;
  }

  #tickFrom(timeMs: number): number {
    return Math.ceil(timeMs / this.#stepMs) * this.#stepMs;
  }
}

function hourOf(timeMs: number): number {
  return Math.floor(timeMs / HOUR_MS) * HOUR_MS;
}

function setBit(hour: HourTicks, index: number): void {
  if (isSet(hour.bits, index)) return;
  hour.bits[index >> 3]! |= 1 << (index & 7);
  hour.count++;
}

function isSet(bits: Uint8Array, index: number): boolean {
  return (bits[index >> 3]! & (1 << (index & 7))) !== 0;
}
