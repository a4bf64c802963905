import type {
  Origin,
  RecordedPosition,
} from "../shared/events/positions_recorded.ts";
import {
  type BulkPropagator,
  createBulkPropagator,
} from "../tle/bulk_propagator.ts";
import { PropagationError } from "../tle/propagation_error.ts";
import type { Report } from "./report.ts";
import type { Satellite } from "./satellites.ts";

/** So many of those that fail are told by name. */
const MOST_NAMES = 5;

interface Failure {
  readonly satellite: Satellite;
  readonly timeMs: number;
}

/** Where many satellites are. */
export class BulkComputer implements Disposable {
  readonly #report: Report;
  readonly #propagators = new Map<string, BulkPropagator>();
  readonly #failed = new Set<number>();
  #untold: Failure[] = [];

  constructor(report: Report) {
    this.#report = report;
  }

  /**
   * Where satellites are at some instants, one after the other; what cannot be
   * propagated is left out, and noted to be told.
   *
   * @param keptAs What was set up for them is kept under this name, for the
   * next call with about the same ones.
   */
  async compute(
    satellites: readonly Satellite[],
    timesMs: readonly number[],
    { keptAs, origin }: { readonly keptAs: string; readonly origin: Origin },
  ): Promise<RecordedPosition[]> {
    let propagator = this.#propagators.get(keptAs);
    if (propagator === undefined) {
      propagator = await createBulkPropagator();
      this.#propagators.set(keptAs, propagator);
    }
    // Elements may be replaced at any time but within this turn.
    const sets = satellites.map(({ elements }) => elements.set);
    const found = propagator.positionsAt(sets, timesMs);
    const positions: RecordedPosition[] = [];
    let index = 0;
    for (const satellite of satellites) {
      const { noradId, name, elementSetId } = satellite;
      for (const timeMs of timesMs) {
        const i = index++;
        if (found.isKnown[i] === 0) {
          this.#noteFailure({ satellite, timeMs });
          continue;
        }
        positions.push({
          noradId,
          name,
          timeMs,
          latitudeDeg: found.latitudeDeg[i]!,
          longitudeDeg: found.longitudeDeg[i]!,
          altitudeKm: found.altitudeKm[i]!,
          elementSetId,
          origin,
        });
      }
    }
    return positions;
  }

  /** Tells once of each satellite that could not be propagated. */
  tellFailures(): void {
    const untold = this.#untold;
    const [first] = untold;
    if (first === undefined) return;
    this.#untold = [];
    const names = untold.slice(0, MOST_NAMES)
      .map(({ satellite: { name, noradId } }) => `${name} (${noradId})`);
    const more = untold.length - names.length;
    this.#report(
      `Leaving out ${untold.length} satellites where they cannot be ` +
        `propagated: ${names.join(", ")}` +
        (more > 0 ? ` and ${more} more` : "") +
        `. The first: ${explain(first)}`,
      "error",
    );
  }

  [Symbol.dispose](): void {
    for (const propagator of this.#propagators.values()) {
      propagator[Symbol.dispose]();
    }
    this.#propagators.clear();
  }

  #noteFailure(failure: Failure): void {
    const { noradId } = failure.satellite;
    if (this.#failed.has(noradId)) return;
    this.#failed.add(noradId);
    this.#untold.push(failure);
  }
}

function explain({ satellite, timeMs }: Failure): string {
  try {
    satellite.orbit.positionAt(timeMs);
  } catch (error) {
    if (error instanceof PropagationError) return error.message;
    throw error;
  }
  // Its elements were replaced meanwhile.
  return "not any more";
}
