import { ORIGINS } from "../events/positions_recorded.ts";
import type { Projection } from "./projection.ts";
import { recordedHours, type Recording } from "./recordings.ts";
import type { StoredHour } from "./store/stored_hour.ts";
import type { TimeRangeMs } from "./time_range.ts";

/** Samples that follow on each other and were all filled in later. */
export interface Backfill {
  /** Of the first and the last of them. */
  readonly firstMs: number;
  readonly lastMs: number;
  readonly samples: number;
}

const BACKFILL = ORIGINS.indexOf("backfill");

/**
 * Finds which of one satellite's positions within a range were filled in, from
 * the preferred topics as they are read; live ones, and nothing else, are
 * between two stretches. An hour that is sealed and of one origin is not
 * decoded.
 *
 * Yields after each hour, with how many there are so far, so that the caller
 * can do other things; returns the whole.
 */
export function* findBackfills(
  projection: Projection,
  recordings: readonly Recording[],
  range: TimeRangeMs,
): Generator<number, readonly Backfill[]> {
  const found = new Stretches();
  for (const hour of recordedHours(projection, recordings, range)) {
    addHour(found, projection, hour, range);
    yield found.stretches.length;
  }
  return found.stretches;
}

function addHour(
  found: Stretches,
  { positions }: Projection,
  hour: StoredHour,
  range: TimeRangeMs,
): void {
  const { sealed } = hour;
  const isWhole = range.fromMs <= hour.fromMs && hour.toMs <= range.toMs;
  const origin = positions.onlyOrigin(hour);
  if (sealed !== null && origin !== null) {
    if (origin !== BACKFILL) return found.end();
    if (isWhole) return found.add(sealed);
  }
  const { timeMs, origin: origins } = positions.readableContent(hour);
  for (let i = 0; i < timeMs.length; i++) {
    const time = timeMs[i]!;
    if (time < range.fromMs || time >= range.toMs) continue;
    if (origins[i] !== BACKFILL) found.end();
    else found.add({ firstMs: time, lastMs: time, samples: 1 });
  }
}

/** What is added is joined, until an end. */
class Stretches {
  readonly stretches: Backfill[] = [];
  #isOpen = false;

  add({ firstMs, lastMs, samples }: Backfill): void {
    const last = this.#isOpen ? this.stretches.pop() : undefined;
    this.stretches.push({
      firstMs: last?.firstMs ?? firstMs,
      lastMs,
      samples: (last?.samples ?? 0) + samples,
    });
    this.#isOpen = true;
  }

  end(): void {
    this.#isOpen = false;
  }
}
